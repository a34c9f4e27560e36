#include "ui/pages/map_needs.h"

#include "ui/pages/field_choices.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/scroll_body.h"
#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/searchable_combo.h"
#include "ui/widgets/words.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int unusedLines = 5; ///< Before the list scrolls.

/// A tick or a warning before a name.
class NeedMark : public QWidget {
public:
    NeedMark(Mark mark, QWidget *parent)
        : QWidget(parent)
        , m_mark(mark)
    {
        setFixedSize(px(Size::IconText), px(Size::IconText));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        drawMark(painter, rect(), m_mark);
    }

private:
    Mark m_mark;
};

} // namespace

MapNeeds::MapNeeds(const MapDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_needed(new QWidget(this))
    , m_line(new FlowLayout(px(Space::S4), px(Space::S1), m_needed))
    , m_fold(new QPushButton(this))
    , m_unfolded(new QWidget(this))
    , m_unused(new Words(Type::Body, Color::Text2, this))
{
    m_needed->setObjectName(u"map.needed"_s);
    m_line->setContentsMargins({});
    m_fold->setObjectName(u"map.unused"_s);
    m_fold->setCheckable(true);
    m_fold->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setKind(m_fold, ButtonKind::Flat);
    m_unused->setObjectName(u"map.unusedFields"_s);
    m_unused->setWordWrap(true);
    m_unused->setTextFormat(Qt::PlainText);
    m_unused->setContentsMargins(px(Space::S4), 0, 0, 0);
    auto *body = ScrollBody::fill(m_unfolded);
    body->lines()->addWidget(m_unused);
    body->lines()->addStretch(1);
    m_unfolded->setMaximumHeight(unusedLines * m_unused->fontMetrics().lineSpacing());
    m_unfolded->hide();

    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(px(Space::S5), px(Space::S2), px(Space::S5), px(Space::S2));
    lines->setSpacing(px(Space::S1));
    lines->addWidget(m_needed);
    auto *fold = new QHBoxLayout;
    fold->setContentsMargins(-px(Space::S4), 0, 0, 0); // the button's words stand under those above
    fold->addWidget(m_fold);
    fold->addStretch(1);
    lines->addLayout(fold);
    lines->addWidget(m_unfolded);
    connect(m_fold, &QPushButton::toggled, this, [this](bool open) {
        m_unfolded->setVisible(open);
        m_fold->setIcon(icon(open ? u"chevron-down" : u"chevron-right", Color::AccentText));
    });
    m_fold->setIcon(icon(u"chevron-right", Color::AccentText));
}

QList<MapNeeds::Need> MapNeeds::needs() const
{
    const auto &snapshot = m_desk.snapshot();
    QList<Need> found;
    for (const Field &field : snapshot.schema.fields) {
        const bool missing = std::ranges::find(snapshot.missing, &field) != snapshot.missing.end();
        const bool mapped = snapshot.mapping.gives(field.name);
        const bool wanted = m_desk.isNeeded(field);
        if (!field.question.isEmpty())
            continue; // that was asked on the step before
        if (missing || (wanted && mapped))
            found << Need { .field = field.name, .label = field.label, .met = !missing };
    }
    std::ranges::stable_sort(found, {}, &Need::met); // what is missing comes first
    return found;
}

void MapNeeds::refresh()
{
    if (const QList<Need> now = needs(); now != m_needs) {
        m_needs = now;
        buildNeeds();
    }
    sayUnused();
}

void MapNeeds::buildNeeds()
{
    while (QLayoutItem *item = m_line->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // perhaps it is the one that was just used
        delete item;
    }
    const bool missing = std::ranges::any_of(m_needs, [](const Need &need) { return !need.met; });
    m_line->addWidget(
        new Words(missing ? tr("Still needed") : tr("Needed"), Type::Strong, Color::Text, m_needed));
    for (const Need &need : m_needs)
        addNeed(need);
    m_needed->setVisible(!m_needs.isEmpty());
    for (int i = 0; i < m_line->count(); ++i)
        m_line->itemAt(i)->widget()->show();
}

void MapNeeds::addNeed(const Need &need)
{
    auto *box = new QWidget(m_needed);
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins({});
    line->setSpacing(px(Space::S1) + 2);
    line->addWidget(new NeedMark(need.met ? Mark::In : Mark::HeadsUp, box));
    auto *label = new Words(need.label, Type::Body, need.met ? Color::Text2 : Color::Text, box);
    label->setAccessibleName(need.met ? tr("%1 gets a value").arg(need.label)
                                      : tr("%1 gets nothing yet").arg(need.label));
    line->addWidget(label);
    if (!need.met) {
        auto *choice = new SearchableCombo(tr("Column for %1").arg(need.label), box);
        choice->setObjectName(u"map.needed.%1"_s.arg(need.field));
        choice->setPlaceholder(tr("Choose a column…"));
        choice->setMaximumWidth(choice->sizeHint().width());
        choice->setMinimumWidth(choice->fontMetrics().horizontalAdvance(tr("Choose a column…"))
                                + 3 * px(Space::S4));
        connect(choice, &SearchableCombo::opening, this,
                [this, choice] { choice->setRows(FieldChoices::columns(m_desk)); });
        connect(choice, &SearchableCombo::chosen, this, [this, field = need.field](const QString &column) {
            Q_EMIT columnChosen(column.toInt(), field);
        });
        line->addWidget(choice);
        auto *fixed = new QPushButton(tr("Fixed value"), box);
        fixed->setObjectName(u"map.neededFixed.%1"_s.arg(need.field));
        fixed->setToolTip(tr("Put the same value into %1 in every row").arg(need.label));
        fixed->setAccessibleName(tr("Fixed value for %1").arg(need.label));
        setKind(fixed, ButtonKind::Flat);
        connect(fixed, &QPushButton::clicked, this,
                [this, field = need.field] { Q_EMIT fixedValueWanted(field); });
        line->addWidget(fixed);
    }
    m_line->addWidget(box);
}

void MapNeeds::sayUnused()
{
    const auto &snapshot = m_desk.snapshot();
    QStringList labels;
    for (const Field &field : snapshot.schema.fields) {
        if (field.standsFor.isEmpty() && field.question.isEmpty()
            && FieldChoices::isSettable(field, snapshot.target) && !snapshot.mapping.gives(field.name))
            labels << field.label;
    }
    std::ranges::sort(labels, [](const QString &a, const QString &b) { return a.localeAwareCompare(b) < 0; });
    m_fold->setText(tr("Fields not used (%1)").arg(labels.size()));
    m_fold->setVisible(!labels.isEmpty());
    //: Between the names of a list
    m_unused->setText(labels.join(tr(", ")));
    m_unfolded->setVisible(m_fold->isChecked() && !labels.isEmpty());
}

void MapNeeds::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawHair(painter, rect(), Edge::Top);
}

} // namespace rowlift::ui
