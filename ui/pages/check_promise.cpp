#include "ui/pages/check_promise.h"

#include "app/mapping/consent.h"
#include "app/mapping/own_zone.h"
#include "app/mapping/properties.h"
#include "ui/pages/file_words.h"
#include "ui/pages/link_line.h"
#include "ui/pages/scroll_body.h"
#include "ui/pages/time_words.h"
#include "ui/style/style.h"
#include "ui/widgets/destination_strip.h"
#include "ui/widgets/words.h"

#include <QLocale>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnsNamed = 4; ///< Before the rest becomes a number.

DestinationStrip::Kind stripKind(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return DestinationStrip::Kind::Production;
    case Environment::Sandbox:
        return DestinationStrip::Kind::Sandbox;
    case Environment::Practice:
        break;
    }
    return DestinationStrip::Kind::Practice;
}

bool isImported(int column, const Mapping &mapping)
{
    const ColumnMapping &about = mapping.columns[static_cast<size_t>(column)];
    return !about.field.isEmpty() || std::ranges::any_of(mapping.extras, [&](const ExtraField &extra) {
        return extra.columns.contains(about.column);
    });
}

/// Records have keys of their own, and the service tells no more of them: one that is there is replaced.
bool namesKeys(const CheckDesk &desk)
{
    const auto kind = desk.snapshot().kind ? desk.snapshot().kind : desk.place().kindFor(desk.place().rows());
    return kind && kind->naming == ResultNaming::Keys;
}

/// Whether blank values of what is given to \a field empty it.
bool isEmptied(const QString &field, const Mapping &mapping)
{
    return mapping.treatmentOf(field)->blank.value_or(mapping.blank) == BlankMeaning::Clear;
}

} // namespace

CheckPromise::CheckPromise(const CheckDesk &desk, QWidget *parent)
    : Card(tr("What will happen"), parent)
    , m_desk(desk)
    , m_scroll(new ScrollBody(this))
    , m_room(m_scroll->lines())
{
    setObjectName(u"check.promise"_s);
    m_room->setSpacing(2);
    body()->addWidget(m_scroll);
}

int CheckPromise::heightForAll() const
{
    const int around = height() - m_scroll->viewport()->height();
    return around + m_room->heightForWidth(m_scroll->viewport()->width());
}

QString CheckPromise::act() const
{
    const auto &place = m_desk.place().snapshot();
    const ObjectInfo *object = place.objectInfo();
    const QString kind = QLocale().toUpper(DestinationStrip::kindWord(stripKind(place.facts.environment)));
    const QString account = place.account.name;
    const QString records = object ? object->labelPlural : place.object;
    switch (place.operation.value_or(Operation::Insert)) {
    case Operation::Insert:
        //: %1 "Contacts", %2 the account, %3 PRODUCTION, SANDBOX or PRACTICE
        return tr("Add %1 to %2 — %3").arg(records, account, kind);
    case Operation::Upsert:
        if (namesKeys(m_desk)) // what is there is replaced as a whole
            return object && object->isNew
                ? tr("Add %1 (new) to %2 — %3").arg(records, account, kind)
                //: %1 "Orders", %2 the account, %3 PRODUCTION, SANDBOX or PRACTICE
                : tr("Add or replace records in %1 (%2 — %3)").arg(records, account, kind);
        return tr("Add or update %1 in %2 — %3").arg(records, account, kind);
    case Operation::Update:
        return tr("Update %1 in %2 — %3").arg(records, account, kind);
    case Operation::Delete:
        break;
    }
    return tr("Delete %1 in %2 — %3").arg(records, account, kind);
}

QString CheckPromise::columns() const
{
    const auto &map = m_desk.map().snapshot();
    const QLocale locale;
    QStringList left;
    for (int at = 0; at < map.columns.size(); ++at) {
        if (!isImported(at, map.mapping))
            left << map.columns.at(at);
    }
    const QString count
        = tr("%1 of %2 columns")
              .arg(locale.toString(map.columns.size() - left.size()), locale.toString(map.columns.size()));
    if (left.isEmpty())
        return tr("All %Ln column(s) are imported", nullptr, static_cast<int>(map.columns.size()));
    const QString names = left.mid(0, columnsNamed).join(tr(", "));
    if (left.size() <= columnsNamed)
        //: %1 "14 of 16 columns", %2 names of columns
        return tr("%1; not imported: %2").arg(count, names);
    return tr("%1; not imported: %2 and %Ln more", nullptr, static_cast<int>(left.size()) - columnsNamed)
        .arg(count, names);
}

QString CheckPromise::blanks() const
{
    const auto &place = m_desk.place().snapshot();
    if (place.schema.open)
        return tr("Blank cells are left out of their records");
    const Mapping &mapping = m_desk.map().snapshot().mapping;
    const QStringList fields = mapping.fields();
    const bool mayExist = place.operation == Operation::Upsert || place.operation == Operation::Update;
    const auto emptied
        = std::ranges::count_if(fields, [&](const QString &field) { return isEmptied(field, mapping); });
    if (!mayExist && emptied == 0)
        return tr("Blank cells are not sent");
    if (emptied == 0)
        return tr("Blank cells leave fields as they are");
    if (emptied == fields.size())
        return tr("Blank cells empty the fields");
    return tr("Blank cells leave fields as they are, but empty %Ln of them", nullptr,
              static_cast<int>(emptied));
}

/// Which columns are held back in part.
QString CheckPromise::consent() const
{
    const auto &map = m_desk.map().snapshot();
    QStringList names;
    for (const QString &name : map.mapping.fields()) {
        const Field *field = map.schema.field(name);
        if (!field || !sendsOnlyStops(*field, *map.mapping.treatmentOf(name), map.target.operation))
            continue;
        const int column = map.mapping.columnOf(name);
        names << (column < 0 ? field->label : map.columns.value(column));
    }
    //: %1 names of columns
    return names.isEmpty() ? QString()
                           : tr("Of “%1”, only what stops contact is sent").arg(names.join(tr("”, “")));
}

/// Whether a person may be contacted is never guessed.
QString CheckPromise::undecided() const
{
    const auto &schema = m_desk.map().snapshot().schema;
    QSet<qint64> rows;
    for (const ProblemGroup &group : m_desk.snapshot().result.groups) {
        const Field *field = group.rule == Rule::NotABoolean ? schema.field(group.field) : nullptr;
        if (field && consentSense(*field))
            rows += QSet<qint64>(group.records.begin(), group.records.end());
    }
    return rows.isEmpty() ? QString()
                          : tr("%Ln row(s) say neither yes nor no to contact: left out until it is decided",
                               nullptr, static_cast<int>(rows.size()));
}

/// What finds the records, and how many it has found.
QString CheckPromise::key() const
{
    const auto &place = m_desk.place().snapshot();
    const auto &lookUp = m_desk.snapshot().lookUp;
    if (place.operation == Operation::Delete) {
        //: %1 a column of the file
        return tr("The record ids are in the column “%1”").arg(place.idColumn);
    }
    const Field *field = place.schema.field(place.keyField);
    if (place.schema.open)
        return {}; // questions() say it
    if (!field || (place.operation != Operation::Upsert && place.operation != Operation::Update))
        return {};
    const QString found = tr("Records are found by %1").arg(field->label);
    if (lookUp.state != CheckDesk::LookUp::State::Done)
        return found;
    const QLocale locale;
    //: %1 "Records are found by Email", then numbers of rows
    return tr("%1: %2 rows find one, %3 none, %4 several")
        .arg(found, locale.toString(lookUp.sum.once), locale.toString(lookUp.sum.none),
             locale.toString(lookUp.sum.several));
}

/// What was asked with the question what should happen: the columns that answer it, and what that means.
QList<CheckPromise::Line> CheckPromise::questions() const
{
    const auto &place = m_desk.place().snapshot();
    QList<Line> lines;
    for (const Field *field : place.questions()) {
        const auto answer = place.answers.find(field->name);
        if (answer == place.answers.end())
            continue;
        const QStringList &columns = answer->second.from.columns;
        const QString by = columns.isEmpty() ? field->madeOfRow : tr("“%1”").arg(columns.join(tr("”, “")));
        //: %1 "Each record belongs to a contact, found by", %2 a column
        QString text = tr("%1: %2", "question, answer").arg(field->question, by);
        if (!field->help.isEmpty())
            text += tr(". %1", "what the answer means").arg(field->help);
        lines << Line { u"question."_s + field->name, text, Leads::Where };
    }
    if (const Target target = m_desk.map().snapshot().target; target.groupsRows()) {
        //: %1 a column, %2 the name of a list
        lines << Line { u"groups"_s,
                        tr("Rows with the same “%1” form one record, with a list “%2”")
                            .arg(place.grouping.column, target.list),
                        Leads::Where };
    }
    return lines;
}

/// The zones of times that name none, where fields are both date and time.
QString CheckPromise::zones() const
{
    const auto &map = m_desk.map().snapshot();
    const Schema schema = withProperties(map.schema, map.mapping);
    QStringList zones;
    for (const QString &name : map.mapping.fields()) {
        const Field *field = schema.field(name);
        if (!field || field->type != FieldType::DateTime)
            continue;
        const QByteArray named = map.mapping.treatmentOf(name)->dates.zone;
        const QByteArray zone = named.isEmpty() ? zoneOfThisComputer() : named;
        if (const QString known = QString::fromUtf8(zone); !zones.contains(known))
            zones << known;
    }
    //: %1 "Europe/Berlin", or several
    return zones.join(QString()).isEmpty()
        ? QString()
        : tr("Times without a zone are read as those of %1").arg(zones.join(tr(", ")));
}

/// In how many calls, or how else.
QString CheckPromise::sent() const
{
    const auto &check = m_desk.snapshot();
    if (!check.kind || check.state != CheckDesk::State::Checked || check.ready() == 0
        || check.lookUp.isOpen())
        return {};
    const qint64 most = check.kind->maxRecords;
    if (most == 1)
        return tr("Sent in %Ln call(s) of one row", nullptr, plural(check.ready()));
    if (most > 0)
        return tr("Sent in %Ln small call(s) of up to %1 rows", nullptr,
                  plural((check.ready() + most - 1) / most))
            .arg(QLocale().toString(most));
    //: %1 a way of loading
    return tr("How it is sent: %1").arg(check.kind->label);
}

QString CheckPromise::undo() const
{
    const auto &place = m_desk.place();
    const bool keeps = place.keepsOld(m_desk.snapshot().ready());
    switch (place.snapshot().operation.value_or(Operation::Insert)) {
    case Operation::Delete:
        return keeps ? tr("Undo afterwards: not from here. A copy of every record is kept in the folder of "
                          "this import.")
                     : tr("Undo afterwards: not from here. No copy of the records is kept.");
    case Operation::Update:
        return keeps ? tr("Undo afterwards: not from here. The old values are kept in the folder of this "
                          "import (about %Ln call(s)).",
                          nullptr, plural(m_desk.place().callsToKeepOld(m_desk.snapshot().ready())))
                     : tr("Undo afterwards: not from here. The old values are not kept.");
    case Operation::Insert:
    case Operation::Upsert:
        break;
    }
    if (namesKeys(m_desk)) {
        //: %1 "Dotdigital"
        return tr("Undo afterwards: no. %1 does not tell which records were new, and keeps nothing of those "
                  "that are replaced.")
            .arg(place.service() ? place.service()->name() : QString());
    }
    const auto &kind = m_desk.snapshot().kind;
    if (kind && kind->naming == ResultNaming::Exceptions) {
        //: %1 "Marketo"
        return tr("Undo afterwards: not from here. %1 does not tell which records were added.")
            .arg(place.service() ? place.service()->name() : QString());
    }
    return tr("Undo afterwards: not from here. The results keep the record ids.");
}

QList<CheckPromise::Line> CheckPromise::lines() const
{
    const auto &place = m_desk.place().snapshot();
    const auto &check = m_desk.snapshot();
    const bool deletes = place.operation == Operation::Delete;
    QList<Line> lines;
    lines << Line { u"act"_s, act(), Leads::Where, true };
    for (const QString &choice : m_desk.place().choicesInWords())
        lines << Line { u"choice"_s, choice, Leads::Where, true };
    if (deletes && check.state == CheckDesk::State::Checked && check.ready() > 0)
        lines << Line { u"deleted"_s,
                        tr("%Ln record(s) are deleted", nullptr, plural(check.recordsDeleted())),
                        Leads::Nowhere, true, true };
    lines << questions();
    if (const QString how = key(); !how.isEmpty())
        lines << Line { u"key"_s, how, Leads::Where };
    if (!place.facts.user.isEmpty())
        lines << Line { u"user"_s, tr("Signed in as %1").arg(place.facts.user), Leads::Where };
    if (!deletes) {
        lines << Line { u"columns"_s, columns(), Leads::Map };
        const auto fixed
            = std::ranges::count_if(m_desk.map().snapshot().mapping.extras, &ExtraField::isFixed);
        if (fixed > 0)
            lines << Line { u"fixed"_s, tr("%Ln fixed value(s)", nullptr, static_cast<int>(fixed)),
                            Leads::Map };
        if (const QString times = zones(); !times.isEmpty())
            lines << Line { u"zones"_s, times, Leads::Map };
        if (const QString held = consent(); !held.isEmpty())
            lines << Line { u"consent"_s, held, Leads::Map };
        if (const QString open = undecided(); !open.isEmpty())
            lines << Line { u"undecided"_s, open, Leads::Map };
        lines << Line { u"blanks"_s, blanks(), Leads::Map };
    }
    if (const QString how = sent(); !how.isEmpty())
        lines << Line { u"sent"_s, how, Leads::Where };
    for (const Need &need : check.needs) {
        //: %1 what is used up ("Calls"), %2 and %3 numbers
        lines << Line { u"need."_s + need.label,
                        tr("%1: about %2 of %3 that are left")
                            .arg(need.label, QLocale().toString(need.needed), QLocale().toString(need.left)),
                        Leads::Nowhere };
    }
    if (check.state == CheckDesk::State::Checked && check.leftOut() > 0)
        lines << Line { u"leftOut"_s,
                        tr("%Ln row(s) are left out", nullptr, static_cast<int>(check.leftOut())),
                        Leads::LeftOut };
    if (check.earlier)
        lines << Line { u"importedBefore"_s,
                        tr("Imported before: %1, %2 rows are in. All rows are sent again.",
                           "%1 as in: yesterday 17:42")
                            .arg(whenInSentence(check.earlier->when, m_desk.bench().clock.now()),
                                 QLocale().toString(check.earlier->rows)),
                        Leads::Nowhere, true };
    const bool chosen = place.operation == Operation::Update || deletes;
    lines << Line { u"undoPromise"_s, undo(), chosen ? Leads::Where : Leads::Nowhere };
    return lines;
}

void CheckPromise::refresh()
{
    const QList<Line> now = lines();
    if (now == m_lines)
        return;
    const auto sameShape = [](const Line &a, const Line &b) { return a.id == b.id && a.leads == b.leads; };
    const bool same = std::ranges::equal(now, m_lines, sameShape);
    m_lines = now;
    if (!same) {
        build();
        return;
    }
    for (int at = 0; at < m_lines.size(); ++at) {
        QWidget *line = m_room->itemAt(at)->widget();
        if (auto *link = qobject_cast<LinkLine *>(line))
            link->say(m_lines.at(at).text);
        else if (auto *words = qobject_cast<Words *>(line))
            words->setText(m_lines.at(at).text);
    }
}

void CheckPromise::build()
{
    while (QLayoutItem *item = m_room->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const Line &line : m_lines) {
        QWidget *widget = made(line);
        m_room->addWidget(widget);
        widget->show();
    }
    m_room->addStretch(1);
}

QWidget *CheckPromise::made(const Line &line)
{
    const Type type = line.strong ? Type::Strong : Type::Body;
    const QString name = u"check."_s + line.id;
    if (line.leads == Leads::Nowhere) {
        auto *words = new Words(line.text, type, line.red ? Color::Problem : Color::Text, this);
        words->setObjectName(name);
        words->setWordWrap(true);
        words->setTextFormat(Qt::PlainText);
        words->setContentsMargins(px(Space::S2), px(Space::S1), px(Space::S2), px(Space::S1));
        return words;
    }
    auto *link = new LinkLine(line.text, type, this);
    link->setObjectName(name);
    switch (line.leads) {
    case Leads::Nowhere:
        break;
    case Leads::Where:
        link->setAccessibleDescription(tr("Goes to the step “Where to”"));
        connect(link, &LinkLine::clicked, this, [this] { Q_EMIT stepWanted(Step::Where); });
        break;
    case Leads::Map:
        link->setAccessibleDescription(tr("Goes to the step “Map”"));
        connect(link, &LinkLine::clicked, this, [this] { Q_EMIT stepWanted(Step::Map); });
        break;
    case Leads::LeftOut:
        link->setAccessibleDescription(tr("Shows these rows"));
        connect(link, &LinkLine::clicked, this, &CheckPromise::leftOutWanted);
        break;
    }
    link->setToolTip(link->accessibleDescription());
    return link;
}

} // namespace rowlift::ui
