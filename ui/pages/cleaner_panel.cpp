#include "ui/pages/cleaner_panel.h"

#include "ui/pages/cleaner_line.h"
#include "ui/pages/treatment_words.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualDigits = 5; ///< Postal codes are what loses its zeros most often.
constexpr int usualLength = 80;

/// A new one with what it most likely wants.
Cleaner startOf(CleanerKind kind, const Field *field, const FieldSurvey *survey)
{
    Cleaner cleaner { .kind = kind };
    if (kind == CleanerKind::LeadingZeros)
        cleaner.number = usualDigits;
    else if (kind == CleanerKind::Cut)
        cleaner.number = field && field->length > 0 ? field->length : usualLength;
    else if (kind == CleanerKind::Phone)
        cleaner.text = survey && survey->phones && !survey->phones->region.isEmpty()
            ? survey->phones->region
            : QLocale::territoryToCode(QLocale().territory());
    return cleaner;
}

/// It has all it needs to do something.
bool saysEnough(const Cleaner &cleaner)
{
    switch (cleaner.kind) {
    case CleanerKind::Replace:
    case CleanerKind::BlankIf:
        return !cleaner.find.isEmpty();
    case CleanerKind::DefaultIfBlank:
        return !cleaner.text.isEmpty();
    default:
        return true;
    }
}

} // namespace

CleanerPanel::CleanerPanel(MapDesk &desk, const QString &field, QWidget *parent)
    : RowPanel(desk, field, u"map.cleaners"_s, parent)
    , m_add(new QPushButton(icon(u"plus", Color::AccentText), tr("Add"), this))
    , m_none(new Words(tr("Nothing is done to the values before they are converted. Add what you need; it is "
                          "done in the order of the list."),
                       Type::Body, Color::Text2, this))
    , m_whole(new Words(Type::Body, Color::Text, this))
    , m_list(new QVBoxLayout)
{
    m_none->setWordWrap(true);
    m_whole->setObjectName(u"map.cleaners.whole"_s);
    m_whole->setTextFormat(Qt::PlainText);
    m_whole->setWordWrap(true);
    m_list->setSpacing(px(Space::S1));
    lines()->addWidget(m_none);
    lines()->addLayout(m_list);
    buildAdd();
    auto *last = new QHBoxLayout;
    last->setSpacing(px(Space::S4));
    last->addWidget(m_add);
    last->addWidget(m_whole, 1);
    lines()->addLayout(last);
}

void CleanerPanel::buildAdd()
{
    m_add->setObjectName(u"map.cleaners.add"_s);
    m_add->setAccessibleName(tr("Add something to clean up"));
    setKind(m_add, ButtonKind::Flat);
    auto *menu = new QMenu(m_add);
    for (const CleanerKind kind : TreatmentWords::cleaners()) {
        QAction *action = menu->addAction(TreatmentWords::name(kind), this, [this, kind] { add(kind); });
        action->setObjectName(u"map.cleaners.add."_s + TreatmentWords::id(kind));
    }
    m_add->setMenu(menu);
}

QWidget *CleanerPanel::firstStop() const
{
    return m_cleanerLines.empty() ? m_add : m_cleanerLines.front()->firstStop();
}

void CleanerPanel::focusCleaner(int index)
{
    const auto at = static_cast<std::size_t>(index);
    if (at < m_cleanerLines.size())
        m_cleanerLines[at]->firstStop()->setFocus(Qt::OtherFocusReason);
}

bool CleanerPanel::sameKinds(const std::vector<Cleaner> &cleaners) const
{
    return std::ranges::equal(cleaners, m_cleanerLines, [](const Cleaner &cleaner, const CleanerLine *line) {
        return cleaner.kind == line->cleaner().kind;
    });
}

void CleanerPanel::rebuild(const std::vector<Cleaner> &cleaners)
{
    for (CleanerLine *line : m_cleanerLines) {
        m_list->removeWidget(line);
        line->hide();
        line->setObjectName({});
        line->deleteLater(); // perhaps one of its buttons was just pressed
    }
    m_cleanerLines.clear();
    for (int index = 0; const Cleaner &cleaner : cleaners) {
        auto *line = new CleanerLine(index, cleaner, this);
        connect(line, &CleanerLine::edited, this, [this, index](const Cleaner &now) { edit(index, now); });
        connect(line, &CleanerLine::moveWanted, this, [this, index](int by) { move(index, by); });
        connect(line, &CleanerLine::removeWanted, this, [this, index] { remove(index); });
        m_list->addWidget(line);
        m_cleanerLines.push_back(line);
        line->show();
        ++index;
    }
}

/// What the field has, and among it the one that waits for its value.
std::vector<Cleaner> CleanerPanel::cleaners() const
{
    std::vector<Cleaner> all = treatment().cleaners;
    if (m_waiting)
        all.insert(all.begin() + std::min<qsizetype>(m_waitsAt, std::ssize(all)), *m_waiting);
    return all;
}

/// Gives the field what says enough; one that does not (yet) waits here and changes nothing.
void CleanerPanel::take(std::vector<Cleaner> all, bool typing)
{
    m_waiting.reset();
    const auto open = std::ranges::find_if_not(all, saysEnough);
    if (open != all.end()) {
        m_waiting = *open;
        m_waitsAt = open - all.begin();
        std::erase_if(all, [](const Cleaner &cleaner) { return !saysEnough(cleaner); });
    }
    if (all == treatment().cleaners)
        show(sampleRow());
    else
        desk().setCleaners(field(), all, typing);
}

void CleanerPanel::refresh()
{
    setTitle(tr("Clean up %1").arg(fieldLabel()));
    const std::vector<Cleaner> cleaners = this->cleaners();
    if (!sameKinds(cleaners))
        rebuild(cleaners);
    const ValueTrail trail = desk().samples().trail(field(), sampleRow());
    QString before = trail.taken;
    qsizetype done = 0;
    for (std::size_t at = 0; at < cleaners.size(); ++at) {
        const bool waits = !saysEnough(cleaners[at]);
        const QString after = waits ? before : trail.cleaned.value(done++);
        m_cleanerLines[at]->say(cleaners[at], at == 0, at + 1 == cleaners.size(),
                                waits ? tr("does nothing without a value")
                                      : TreatmentWords::step(before, after));
        before = after;
    }
    m_none->setVisible(cleaners.empty());
    const QString sent = trail.unreadable ? tr("cannot be read") : TreatmentWords::quoted(trail.sent);
    //: %1 a value of the file, %2 the same as it is sent; both are quoted
    m_whole->setText(tr("In the sample row: %1 → %2").arg(TreatmentWords::quoted(trail.taken), sent));
}

void CleanerPanel::add(CleanerKind kind)
{
    std::vector<Cleaner> cleaners = this->cleaners();
    std::erase_if(cleaners, [](const Cleaner &cleaner) { return !saysEnough(cleaner); });
    cleaners.push_back(startOf(kind, schemaField(), desk().surveyOf(field())));
    desk().endTyping();
    take(cleaners);
    focusCleaner(static_cast<int>(cleaners.size()) - 1);
}

void CleanerPanel::edit(int index, const Cleaner &cleaner)
{
    std::vector<Cleaner> cleaners = this->cleaners();
    const auto at = static_cast<std::size_t>(index);
    if (at >= cleaners.size())
        return;
    cleaners[at] = cleaner;
    take(cleaners, true);
}

void CleanerPanel::move(int index, int by)
{
    std::vector<Cleaner> cleaners = this->cleaners();
    const int to = index + by;
    if (to < 0 || to >= static_cast<int>(cleaners.size()))
        return;
    std::swap(cleaners[static_cast<std::size_t>(index)], cleaners[static_cast<std::size_t>(to)]);
    take(cleaners);
    const auto *line = m_cleanerLines[static_cast<std::size_t>(to)];
    auto *again
        = line->findChild<QWidget *>(u"map.cleaner.%1.%2"_s.arg(to).arg(by < 0 ? u"up"_s : u"down"_s));
    if (again && again->isEnabled())
        again->setFocus(Qt::OtherFocusReason);
    else
        focusCleaner(to);
    Q_EMIT announce(tr("%1 is number %2 now")
                        .arg(TreatmentWords::name(cleaners[static_cast<std::size_t>(to)].kind))
                        .arg(to + 1));
}

void CleanerPanel::remove(int index)
{
    std::vector<Cleaner> cleaners = this->cleaners();
    const QString name = TreatmentWords::name(cleaners[static_cast<std::size_t>(index)].kind);
    cleaners.erase(cleaners.begin() + index);
    m_add->setFocus(Qt::OtherFocusReason); // the line goes
    take(cleaners);
    Q_EMIT announce(tr("%1 removed").arg(name));
}

} // namespace rowlift::ui
