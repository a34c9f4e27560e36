#include "ui/pages/dates_panel.h"

#include "ui/pages/flow_layout.h"
#include "ui/pages/treatment_words.h"
#include "ui/style/style.h"
#include "ui/widgets/quiet_combo.h"
#include "ui/widgets/searchable_combo.h"
#include "ui/widgets/value_list.h"
#include "ui/widgets/words.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QLocale>
#include <QRadioButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t shapesShown = 8;
constexpr int firstHundreds[] = { 1900, 1930, 1950, 2000 }; ///< Where a hundred years may begin.

QString rowOf(const SeenValue &value)
{
    return QLocale().toString(value.record + 1);
}

ChoiceRow zoneRow(const QByteArray &id)
{
    return { .id = QString::fromLatin1(id),
             .name = QString::fromLatin1(id).replace(u'_', u' '),
             .secondLine = {},
             .badgeIcon = {},
             .badgeText = {},
             .disabledReason = {},
             .group = {},
             .search = {} };
}

QList<ChoiceRow> zoneRows()
{
    QList<ChoiceRow> rows;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        if (id.contains('/') || id == "UTC")
            rows << zoneRow(id);
    }
    return rows;
}

} // namespace

DatesPanel::DatesPanel(MapDesk &desk, const QString &field, QWidget *parent)
    : RowPanel(desk, field, u"map.dates"_s, parent)
    , m_reading(new Words(Type::Body, Color::Text2, this))
    , m_shapes(new ValueList(this))
    , m_notes(new Words(Type::Small, Color::Text2, this))
{
    m_shapes->setObjectName(u"map.dates.shapes"_s);
    m_shapes->setAccessibleName(tr("How the dates are written"));
    m_reading->setObjectName(u"map.dates.reading"_s);
    m_reading->setWordWrap(true);
    m_notes->setObjectName(u"map.dates.notes"_s);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setWordWrap(true);
    lines()->addWidget(m_reading);
    lines()->addWidget(m_shapes);
    buildOrder();
    buildYears();
    buildZone();
    lines()->addWidget(m_notes);
}

void DatesPanel::buildOrder()
{
    m_order = new QWidget(this);
    m_orders = new QButtonGroup(this);
    m_why = new Words(Type::Small, Color::Text2, m_order);
    m_why->setObjectName(u"map.dates.why"_s);
    m_why->setTextFormat(Qt::PlainText);
    auto *line = new FlowLayout(px(Space::S3), px(Space::S1), m_order);
    line->setContentsMargins({});
    line->addWidget(new Words(tr("Dates are"), Type::Body, Color::Text2, m_order));
    const auto add = [&](DateOrder order, const QString &name, const QString &text) {
        auto *button = new QRadioButton(text, m_order);
        button->setObjectName(u"map.dates."_s + name);
        m_orders->addButton(button, static_cast<int>(order));
        line->addWidget(button);
    };
    add(DateOrder::DayFirst, u"dayFirst"_s, tr("day.month.year"));
    add(DateOrder::MonthFirst, u"monthFirst"_s, tr("month.day.year"));
    line->addWidget(m_why);
    lines()->addWidget(m_order);
    connect(m_orders, &QButtonGroup::idClicked, this, [this](int id) {
        change([id](DateReading &dates) { dates.order = static_cast<DateOrder>(id); });
    });
}

void DatesPanel::buildYears()
{
    m_years = new QWidget(this);
    m_hundred = new QuietCombo(m_years);
    m_hundred->setObjectName(u"map.dates.hundred"_s);
    m_yearsLabel = new Words(Type::Body, Color::Text2, m_years);
    m_yearsLabel->setTextFormat(Qt::PlainText);
    m_yearsLabel->setBuddy(m_hundred);
    m_hundred->addItem(tr("are not read"), 0);
    for (const int from : firstHundreds)
        //: Two years: "1950 to 2049"
        m_hundred->addItem(tr("are from %1 to %2").arg(from).arg(from + 99), from);
    auto *line = new FlowLayout(px(Space::S2), px(Space::S1), m_years);
    line->setContentsMargins({});
    line->addWidget(m_yearsLabel);
    line->addWidget(m_hundred);
    lines()->addWidget(m_years);
    connect(m_hundred, &QComboBox::activated, this, [this] {
        const int from = m_hundred->currentData().toInt();
        change([from](DateReading &dates) { dates.twoDigitsFrom = from; });
    });
    m_serials = new QCheckBox(this);
    m_serials->setObjectName(u"map.dates.serials"_s);
    lines()->addWidget(m_serials, 0, Qt::AlignLeft);
    connect(m_serials, &QCheckBox::clicked, this,
            [this](bool on) { change([on](DateReading &dates) { dates.serials = on; }); });
}

void DatesPanel::buildZone()
{
    m_zone = new QWidget(this);
    m_zones = new SearchableCombo(tr("Time zone of these times"), m_zone);
    m_zones->setObjectName(u"map.dates.zone"_s);
    m_zones->setPlaceholder(tr("this computer's time zone"));
    auto *line = new FlowLayout(px(Space::S2), px(Space::S1), m_zone);
    line->setContentsMargins({});
    //: Followed by the choice of a time zone
    line->addWidget(new Words(tr("These times are in"), Type::Body, Color::Text2, m_zone));
    line->addWidget(m_zones);
    lines()->addWidget(m_zone);
    connect(m_zones, &SearchableCombo::opening, this, [this] { m_zones->setRows(zoneRows()); });
    connect(m_zones, &SearchableCombo::chosen, this, [this](const QString &zone) {
        change([&zone](DateReading &dates) { dates.zone = zone.toLatin1(); });
    });
}

void DatesPanel::change(const std::function<void(DateReading &)> &apply)
{
    DateReading dates = treatment().dates;
    apply(dates);
    desk().setDates(field(), dates);
}

QString DatesPanel::whyOrder(const DateSurvey &dates) const
{
    const auto only = [](const SeenValue &value, const QString &order) {
        //: %1 a date of the file, %2 the number of its row, %3 "day.month.year"
        return tr("“%1” in row %2 only fits %3.").arg(value.text, rowOf(value), order);
    };
    QStringList sentences;
    if (dates.dayFirstExample.seen())
        sentences << only(dates.dayFirstExample, tr("day.month.year"));
    if (dates.monthFirstExample.seen())
        sentences << only(dates.monthFirstExample, tr("month.day.year"));
    if (sentences.isEmpty() && dates.either > 0)
        sentences << tr("%Ln row(s) fit both, and none decides it.", nullptr, static_cast<int>(dates.either));
    return sentences.join(u' ');
}

void DatesPanel::sayShapes(const DateSurvey &dates)
{
    std::vector<ValueFact> facts;
    const FieldSurvey *survey = desk().surveyOf(field());
    for (const DateShape &shape : dates.shapes) {
        if (facts.size() == shapesShown)
            break;
        facts.push_back({ .caption = shape.shape,
                          .value = shape.example.text,
                          .note = tr("%Ln row(s)", nullptr, static_cast<int>(shape.rows)),
                          .share = survey->filled > 0
                              ? static_cast<double>(shape.rows) / static_cast<double>(survey->filled)
                              : -1,
                          .record = shape.example.record });
    }
    m_shapes->setFacts(facts);
    m_shapes->setVisible(!facts.empty());
}

void DatesPanel::sayOrder(const DateSurvey *dates)
{
    const DateOrder order = treatment().dates.order;
    m_orders->setExclusive(false); // both may be off while it is open
    for (QAbstractButton *button : m_orders->buttons())
        button->setChecked(m_orders->id(button) == static_cast<int>(order));
    m_orders->setExclusive(true);
    const bool matters = dates && dates->dayFirst + dates->monthFirst + dates->either > 0;
    m_order->setVisible(matters);
    const QString why = matters ? whyOrder(*dates) : QString();
    m_why->setText(why);
    for (QAbstractButton *button : m_orders->buttons())
        button->setAccessibleDescription(why);
}

void DatesPanel::sayRest(const DateSurvey &dates)
{
    const DateReading reading = treatment().dates;
    m_years->setVisible(dates.twoDigitYears > 0);
    m_yearsLabel->setText(
        tr("Years of two digits (%Ln row(s), such as “%1”)", nullptr, static_cast<int>(dates.twoDigitYears))
            .arg(dates.twoDigitExample.text));
    if (m_hundred->findData(reading.twoDigitsFrom) < 0)
        m_hundred->addItem(tr("are from %1 to %2").arg(reading.twoDigitsFrom).arg(reading.twoDigitsFrom + 99),
                           reading.twoDigitsFrom);
    m_hundred->setCurrentIndex(m_hundred->findData(reading.twoDigitsFrom));
    m_serials->setVisible(dates.serials > 0 || reading.serials);
    m_serials->setText(tr("Plain numbers (%Ln row(s), such as “%1”) are days as a spreadsheet counts them",
                          nullptr, static_cast<int>(dates.serials))
                           .arg(dates.serialExample.text));
    m_serials->setChecked(reading.serials);
    QStringList notes;
    if (dates.timed > 0)
        notes << tr("%Ln row(s) have a time, which this field does not take: “%1” in row %2.", nullptr,
                    static_cast<int>(dates.timed))
                     .arg(dates.timedExample.text, rowOf(dates.timedExample));
    if (dates.unreadable > 0) {
        QStringList examples;
        for (const SeenValue &value : dates.unreadableExamples)
            examples << tr("“%1” in row %2").arg(value.text, rowOf(value));
        notes << tr("%Ln row(s) cannot be read as dates: %1.", nullptr, static_cast<int>(dates.unreadable))
                     .arg(examples.join(tr(", ")));
    }
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
}

void DatesPanel::refresh()
{
    setTitle(tr("Dates of %1").arg(fieldLabel()));
    const FieldSurvey *survey = desk().surveyOf(field());
    const DateSurvey *dates = survey && survey->dates ? &*survey->dates : nullptr;
    m_reading->setText(desk().isSurveying() ? tr("All rows are being read…")
                                            : tr("No dates were found in the file."));
    m_reading->setVisible(!dates || dates->shapes.empty());
    sayShapes(dates ? *dates : DateSurvey());
    sayOrder(dates);
    sayRest(dates ? *dates : DateSurvey());
    const Field *target = schemaField();
    const QByteArray zone = treatment().dates.zone;
    m_zone->setVisible(target && target->type == FieldType::DateTime);
    if (m_zones->chosenId() != QString::fromLatin1(zone)) {
        m_zones->setRows({ zoneRow(zone) }); // all of them when it opens
        m_zones->setChosen(QString::fromLatin1(zone));
    }
}

/// What is open first.
QWidget *DatesPanel::firstStop() const
{
    const DateReading reading = treatment().dates;
    QAbstractButton *order = m_orders->checkedButton()
        ? m_orders->checkedButton()
        : m_orders->button(static_cast<int>(DateOrder::DayFirst));
    if (!m_order->isHidden() && reading.order == DateOrder::NotADate)
        return order;
    if (!m_years->isHidden() && reading.twoDigitsFrom == 0)
        return m_hundred;
    if (!m_serials->isHidden() && !reading.serials)
        return m_serials;
    if (!m_zone->isHidden())
        return m_zones;
    return m_order->isHidden() ? findChild<QWidget *>(u"map.dates.close"_s) : order;
}

} // namespace rowlift::ui
