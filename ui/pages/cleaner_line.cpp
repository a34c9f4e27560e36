#include "ui/pages/cleaner_line.h"

#include "ui/pages/flow_layout.h"
#include "ui/pages/treatment_words.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int textCharacters = 16;
constexpr int mostCharacters = 131072; ///< Longer than any field that a service has.

/// Codes and names of the countries that have telephone numbers, by name.
QList<std::pair<QString, QString>> regions()
{
    QList<std::pair<QString, QString>> found;
    for (int at = QLocale::AnyTerritory + 1; at <= QLocale::LastTerritory; ++at) {
        const auto territory = static_cast<QLocale::Territory>(at);
        const QString code = QLocale::territoryToCode(territory);
        if (code.size() == 2 && code.at(0).isLetter())
            found << std::pair(code, QLocale::territoryToString(territory));
    }
    std::ranges::sort(found,
                      [](const auto &a, const auto &b) { return a.second.localeAwareCompare(b.second) < 0; });
    return found;
}

} // namespace

CleanerLine::CleanerLine(int index, const Cleaner &cleaner, QWidget *parent)
    : QWidget(parent)
    , m_index(index)
    , m_cleaner(cleaner)
    , m_parts(new FlowLayout(px(Space::S2), px(Space::S1)))
    , m_buttons(new QHBoxLayout)
    , m_step(new Words(Type::Small, Color::Text2, this))
{
    setObjectName(u"map.cleaner.%1"_s.arg(index));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(px(Space::S2));
    line->addLayout(m_parts, 1);
    line->addLayout(m_buttons);
    m_buttons->setSpacing(px(Space::S1));
    //: In a list of what is done to a value, one after the other: "1. Remove blanks at both ends"
    m_parts->addWidget(new Words(tr("%1. %2").arg(index + 1).arg(TreatmentWords::name(cleaner.kind)),
                                 Type::Body, Color::Text, this));
    addParts();
    m_step->setObjectName(u"map.cleaner.%1.step"_s.arg(index));
    m_step->setTextFormat(Qt::PlainText);
    m_step->setWordWrap(false);
    m_parts->addWidget(m_step);
    addButtons();
}

void CleanerLine::addParts()
{
    switch (m_cleaner.kind) {
    case CleanerKind::Replace:
        m_find = addText(u"find"_s, tr("Find"), &Cleaner::find);
        m_parts->addWidget(new Words(u"→"_s, Type::Body, Color::Text3, this));
        m_text = addText(u"text"_s, tr("Replace by"), &Cleaner::text);
        break;
    case CleanerKind::BlankIf:
        m_find = addText(u"find"_s, tr("Blank if it is"), &Cleaner::find);
        break;
    case CleanerKind::DefaultIfBlank:
        m_text = addText(u"text"_s, tr("Put this where it is blank"), &Cleaner::text);
        break;
    case CleanerKind::LeadingZeros:
        addNumber(tr("Digits in all"));
        break;
    case CleanerKind::Cut:
        addNumber(tr("Characters at most"));
        break;
    case CleanerKind::Phone:
        addRegion();
        break;
    case CleanerKind::Trim:
    case CleanerKind::Squeeze:
    case CleanerKind::Upper:
    case CleanerKind::Lower:
    case CleanerKind::Title:
    case CleanerKind::Digits:
        break;
    }
}

QLineEdit *CleanerLine::addText(const QString &part, const QString &label, QString Cleaner::*text)
{
    auto *edit = new QLineEdit(m_cleaner.*text, this);
    edit->setObjectName(u"map.cleaner.%1.%2"_s.arg(m_index).arg(part));
    edit->setAccessibleName(label);
    if (m_cleaner.kind == CleanerKind::Replace) // its two fields; others are named by their line
        edit->setPlaceholderText(label);
    edit->installEventFilter(this);
    edit->setFixedWidth(textCharacters * edit->fontMetrics().averageCharWidth() + 2 * px(Space::S3));
    connect(edit, &QLineEdit::textEdited, this, [this, text](const QString &typed) {
        m_cleaner.*text = typed;
        Q_EMIT edited(m_cleaner);
    });
    m_parts->addWidget(edit);
    return edit;
}

/// An empty field has nothing of its own to undo: the key is the page's.
bool CleanerLine::eventFilter(QObject *watched, QEvent *event)
{
    const auto *edit = qobject_cast<QLineEdit *>(watched);
    if (edit && event->type() == QEvent::ShortcutOverride && !edit->isUndoAvailable()
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo)) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CleanerLine::addNumber(const QString &label)
{
    m_number = new QSpinBox(this);
    m_number->setObjectName(u"map.cleaner.%1.number"_s.arg(m_index));
    m_number->setAccessibleName(label);
    m_number->setRange(1, m_cleaner.kind == CleanerKind::LeadingZeros ? mostLeadingZeros : mostCharacters);
    m_number->setValue(m_cleaner.number);
    m_number->setFocusPolicy(Qt::StrongFocus); // the wheel scrolls the page
    connect(m_number, &QSpinBox::valueChanged, this, [this](int value) {
        m_cleaner.number = value;
        Q_EMIT edited(m_cleaner);
    });
    m_parts->addWidget(m_number);
    //: Behind a number
    m_parts->addWidget(new Words(m_cleaner.kind == CleanerKind::LeadingZeros ? tr("digits in all")
                                                                             : tr("characters at most"),
                                 Type::Body, Color::Text2, this));
}

void CleanerLine::addRegion()
{
    m_region = new QComboBox(this);
    m_region->setObjectName(u"map.cleaner.%1.region"_s.arg(m_index));
    for (const auto &[code, name] : regions())
        m_region->addItem(u"%1 (%2)"_s.arg(name, code), code);
    m_region->setCurrentIndex(m_region->findData(m_cleaner.text));
    m_region->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_region->setMinimumContentsLength(textCharacters);
    auto *label = new Words(tr("numbers without one are from"), Type::Body, Color::Text2, this);
    label->setBuddy(m_region);
    connect(m_region, &QComboBox::activated, this, [this] {
        m_cleaner.text = m_region->currentData().toString();
        Q_EMIT edited(m_cleaner);
    });
    m_parts->addWidget(label);
    m_parts->addWidget(m_region);
}

QToolButton *CleanerLine::addButton(const QString &part, const QString &iconName, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(u"map.cleaner.%1.%2"_s.arg(m_index).arg(part));
    button->setIcon(icon(iconName, Color::Text2));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMinimumSize(px(Size::Target), px(Size::Target));
    button->setToolTip(tip);
    //: %1 "Move up", %2 "Remove blanks at both ends"
    button->setAccessibleName(tr("%1: %2").arg(tip, TreatmentWords::name(m_cleaner.kind)));
    m_buttons->addWidget(button);
    return button;
}

void CleanerLine::addButtons()
{
    m_up = addButton(u"up"_s, u"chevron-up"_s, tr("Move up"));
    m_down = addButton(u"down"_s, u"chevron-down"_s, tr("Move down"));
    m_remove = addButton(u"remove"_s, u"close"_s, tr("Remove"));
    connect(m_up, &QToolButton::clicked, this, [this] { Q_EMIT moveWanted(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { Q_EMIT moveWanted(1); });
    connect(m_remove, &QToolButton::clicked, this, &CleanerLine::removeWanted);
}

void CleanerLine::say(const Cleaner &cleaner, bool first, bool last, const QString &step)
{
    m_cleaner = cleaner;
    if (m_find && m_find->text() != cleaner.find)
        m_find->setText(cleaner.find);
    if (m_text && m_text->text() != cleaner.text)
        m_text->setText(cleaner.text);
    if (m_number)
        m_number->setValue(cleaner.number);
    if (m_region)
        m_region->setCurrentIndex(m_region->findData(cleaner.text));
    m_up->setEnabled(!first);
    m_down->setEnabled(!last);
    m_step->setText(step);
}

QWidget *CleanerLine::firstStop() const
{
    for (QWidget *part : std::initializer_list<QWidget *> { m_find, m_text, m_number, m_region }) {
        if (part)
            return part;
    }
    return m_remove;
}

} // namespace rowlift::ui
