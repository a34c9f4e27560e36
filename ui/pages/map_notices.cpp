#include "ui/pages/map_notices.h"

#include "ui/pages/consent_words.h"
#include "ui/pages/map_table.h"
#include "ui/widgets/notice.h"

#include <QLocale>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnsListed = 3; ///< Before the rest becomes a number.

} // namespace

MapNotices::MapNotices(MapDesk &desk, MapTable &table, NoticeArea &area)
    : QObject(&area)
    , m_desk(desk)
    , m_table(table)
    , m_area(area)
{
}

void MapNotices::refresh()
{
    if (!m_desk.snapshot().ready) {
        m_area.clear();
        m_saidOfProfile.clear();
        m_saidOfFit.clear();
        m_saidOfNames.clear();
        m_saidOfConsent.clear();
        m_saidOfOnce.clear();
        return;
    }
    sayConsent();
    sayProfile();
    sayFit();
    sayNames();
    sayOnceOnly();
}

/// Nothing waits for it: it is the person who knows whether these rows matter.
void MapNotices::sayConsent()
{
    const MapSpot spot = undecidedConsent();
    QString words;
    if (const QString field = m_table.looks().fieldAt(spot); !field.isEmpty()) {
        const Field *known = m_desk.snapshot().schema.field(field);
        //: %1 a column of the file, %2 "12 rows say neither yes nor no …"
        words = tr("“%1”: %2")
                    .arg(spot.isColumn() ? m_desk.snapshot().columns.value(spot.column) : known->label,
                         ConsentWords(m_desk, field).unclear());
    }
    if (words == m_saidOfConsent)
        return;
    m_saidOfConsent = words;
    m_area.take(u"consent"_s);
    if (!words.isEmpty())
        m_area.put({ .id = u"consent"_s,
                     .kind = Notice::Kind::HeadsUp,
                     .text = words,
                     .buttons = { { u"decide"_s, tr("Decide…") } } });
}

MapSpot MapNotices::undecidedConsent() const
{
    const auto isUndecided = [this](const MapSpot &spot) {
        const QString field = m_table.looks().fieldAt(spot);
        return !field.isEmpty() && ConsentWords(m_desk, field).undecided() > 0;
    };
    for (int column = 0; column < m_table.looks().columns(); ++column) {
        if (isUndecided({ .column = column }))
            return { .column = column };
    }
    for (int extra = 0; extra < m_table.looks().extras(); ++extra) {
        if (isUndecided({ .extra = extra }))
            return { .extra = extra };
    }
    return {};
}

std::vector<int> MapNotices::onceButDiffering() const
{
    const auto &snapshot = m_desk.snapshot();
    const auto &grouping = m_desk.place().snapshot().grouping;
    std::vector<int> found;
    if (!snapshot.target.groupsRows() || grouping.state != PlaceDesk::Grouping::State::Asked)
        return found;
    for (int column = 0; column < m_table.looks().columns(); ++column) {
        const QString field = m_table.looks().fieldAt({ .column = column });
        const Field *known = field.isEmpty() ? nullptr : snapshot.schema.field(field);
        if (known && known->isProperty && !m_desk.isPerRow(field)
            && grouping.facts.ofRow.contains(snapshot.columns.value(column)))
            found.push_back(column);
    }
    return found;
}

/// Of rows that form one record only the first one's value is sent there.
void MapNotices::sayOnceOnly()
{
    const auto &snapshot = m_desk.snapshot();
    QStringList names;
    for (const int column : onceButDiffering())
        names << snapshot.columns.value(column);
    QString words;
    if (!names.isEmpty()) {
        const auto more = static_cast<int>(names.size()) - columnsListed;
        QString listed = names.mid(0, columnsListed).join(tr(", "));
        if (more > 0)
            listed += tr(" and %n more", "columns", more);
        //: %1 columns, %2 the column of the keys
        words = tr("Differs between rows with the same “%2”: %1. Only the value of the first row is sent.")
                    .arg(listed, m_desk.place().snapshot().grouping.column);
    }
    if (words == m_saidOfOnce)
        return;
    m_saidOfOnce = words;
    m_area.take(u"once"_s);
    if (!words.isEmpty())
        m_area.put({ .id = u"once"_s,
                     .kind = Notice::Kind::HeadsUp,
                     .text = words,
                     //: %1 the name of a list
                     .buttons = { { u"list"_s, tr("Put into the list “%1”").arg(snapshot.target.list) } } });
}

void MapNotices::sayNames()
{
    const NameProposal &names = m_desk.names();
    QString words;
    if (names.split() && names.survey() && names.survey()->names > 0) {
        const auto &split = *names.split();
        const QString name = m_desk.samples().cell(split.column, m_table.sampleRow()).simplified();
        //: %1 the name of a column
        words = tr("“%1” holds first and last names together. Split it?")
                    .arg(m_desk.snapshot().columns.value(split.column));
        if (!name.isEmpty())
            //: A whole name and its first and last name
            words += u' '
                + tr("%1 → %2 | %3")
                      .arg(name, SampleRows::takenOf(names.pieceFor(split.firstName), name),
                           SampleRows::takenOf(names.pieceFor(split.lastName), name));
        if (const qint64 doubtful = names.survey()->doubtful; doubtful > 0)
            words += u" · "_s + tr("%Ln name(s) need a look", nullptr, static_cast<int>(doubtful));
    }
    const QString about
        = words.isEmpty() ? QString() : m_desk.snapshot().columns.value(names.split()->column);
    if (about == m_saidOfNames)
        return;
    m_saidOfNames = about;
    m_area.take(u"names"_s);
    if (!words.isEmpty())
        m_area.put({ .id = u"names"_s,
                     .kind = Notice::Kind::Info,
                     .text = words,
                     .buttons = { { u"split"_s, tr("Split") }, { u"see"_s, tr("See them") } } });
}

void MapNotices::sayProfile()
{
    const auto &snapshot = m_desk.snapshot();
    QString words;
    QList<Notice::Button> buttons;
    if (snapshot.fit) {
        const auto same = static_cast<int>(
            std::ranges::count_if(snapshot.mapping.columns, [](const ColumnMapping &column) {
                return column.because == Because::Profile && !column.field.isEmpty();
            }));
        //: %1 the name of a profile, %2 "14"
        words = tr("Profile “%1”: %2 mapped.").arg(snapshot.profile).arg(same);
        if (const auto &missing = snapshot.fit->missing; !missing.isEmpty())
            words += u' '
                + tr("%n column(s) missing in this file (%1).", nullptr, static_cast<int>(missing.size()))
                      .arg(missing.mid(0, columnsListed).join(tr(", ")));
        if (const auto &added = snapshot.fit->added; !added.isEmpty()) {
            words += u' '
                + tr("%n new column(s) (%1).", nullptr, static_cast<int>(added.size()))
                      .arg(added.mid(0, columnsListed).join(tr(", ")));
            buttons << Notice::Button { u"new"_s, tr("Show new columns") };
        }
        if (const auto &lost = snapshot.fit->lost; !lost.isEmpty())
            words += u' '
                + tr("%n field(s) of the profile get nothing here (%1).", nullptr,
                     static_cast<int>(lost.size()))
                      .arg(lost.mid(0, columnsListed).join(tr(", ")));
    }
    const QString said = snapshot.fit ? snapshot.profile + snapshot.fit->missing.join(u'\n')
            + snapshot.fit->added.join(u'\n') + snapshot.fit->lost.join(u'\n')
                                      : QString();
    if (said == m_saidOfProfile)
        return;
    m_saidOfProfile = said;
    if (words.isEmpty())
        m_area.take(u"profile"_s);
    else
        m_area.put({ .id = u"profile"_s, .kind = Notice::Kind::Info, .text = words, .buttons = buttons });
}

void MapNotices::sayFit()
{
    const auto &snapshot = m_desk.snapshot();
    const auto all = static_cast<int>(snapshot.mapping.columns.size());
    const auto sameName = [](const ColumnMapping &column) {
        return !column.field.isEmpty()
            && (column.because == Because::SameName || column.because == Because::SameLabel);
    };
    bool exact = all > 0 && std::ranges::all_of(snapshot.mapping.columns, sameName);
    for (int column = 0; exact && column < all; ++column)
        exact = !m_table.looks().needsALook({ .column = column });
    const bool nothing = all > 0 && snapshot.mapping.fields().isEmpty()
        && std::ranges::count(snapshot.mapping.columns, Because::You, &ColumnMapping::because) == 0;
    QString words;
    if (snapshot.schema.open)
        words.clear(); // every column fits where names are free
    else if (exact)
        words = tr("All %Ln column(s) fit exactly.", nullptr, all);
    else if (nothing)
        words = tr("No column fits a field of %1 by itself. Is this the right kind of record?")
                    .arg(snapshot.schema.object.label);
    if (words == m_saidOfFit)
        return;
    m_saidOfFit = words;
    m_area.take(u"fit"_s);
    if (words.isEmpty())
        return;
    if (exact)
        m_area.put({ .id = u"fit"_s, .kind = Notice::Kind::Success, .text = words });
    else if (nothing)
        m_area.put({ .id = u"fit"_s,
                     .kind = Notice::Kind::HeadsUp,
                     .text = words,
                     .buttons = { { u"where"_s, tr("Choose another") } } });
}

} // namespace rowlift::ui
