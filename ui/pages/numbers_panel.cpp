#include "ui/pages/numbers_panel.h"

#include "ui/pages/flow_layout.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QButtonGroup>
#include <QLocale>
#include <QRadioButton>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

NumbersPanel::NumbersPanel(MapDesk &desk, const QString &field, QWidget *parent)
    : RowPanel(desk, field, u"map.numbers"_s, parent)
    , m_signs(new QButtonGroup(this))
    , m_evidence(new Words(Type::Small, Color::Text2, this))
{
    auto *line = new FlowLayout(px(Space::S3), px(Space::S1));
    //: Followed by two choices: "a comma: 1.234,50", "a point: 1,234.50"
    line->addWidget(new Words(tr("Before the decimals stands"), Type::Body, Color::Text2, this));
    const auto add = [&](DecimalSign sign, const QString &name, const QString &text) {
        auto *button = new QRadioButton(text, this);
        button->setObjectName(u"map.numbers."_s + name);
        m_signs->addButton(button, static_cast<int>(sign));
        line->addWidget(button);
    };
    add(DecimalSign::Comma, u"comma"_s, tr("a comma: 1.234,50"));
    add(DecimalSign::Point, u"point"_s, tr("a point: 1,234.50"));
    lines()->addLayout(line);
    m_evidence->setObjectName(u"map.numbers.why"_s);
    m_evidence->setTextFormat(Qt::PlainText);
    m_evidence->setWordWrap(true);
    lines()->addWidget(m_evidence);
    connect(m_signs, &QButtonGroup::idClicked, this,
            [this](int id) { this->desk().setDecimals(this->field(), static_cast<DecimalSign>(id)); });
}

QStringList NumbersPanel::evidence(const NumberSurvey &numbers) const
{
    const auto in = [](const SeenValue &value) {
        return tr("“%1” in row %2").arg(value.text, QLocale().toString(value.record + 1));
    };
    QStringList sentences;
    if (numbers.comma > 0)
        sentences << tr("%Ln row(s) need the comma: %1.", nullptr, static_cast<int>(numbers.comma))
                         .arg(in(numbers.commaExample));
    if (numbers.point > 0)
        sentences << tr("%Ln row(s) need the point: %1.", nullptr, static_cast<int>(numbers.point))
                         .arg(in(numbers.pointExample));
    if (numbers.either > 0)
        sentences << tr("%Ln row(s) can be read both ways: %1.", nullptr, static_cast<int>(numbers.either))
                         .arg(in(numbers.eitherExample));
    QStringList examples;
    for (const SeenValue &value : numbers.unreadableExamples)
        examples << in(value);
    if (numbers.unreadable > 0)
        sentences << tr("%Ln row(s) cannot be read as numbers: %1.", nullptr,
                        static_cast<int>(numbers.unreadable))
                         .arg(examples.join(tr(", ")));
    return sentences;
}

void NumbersPanel::refresh()
{
    setTitle(tr("Numbers of %1").arg(fieldLabel()));
    const DecimalSign sign = treatment().decimals;
    m_signs->setExclusive(false); // both may be off while it is open
    for (QAbstractButton *button : m_signs->buttons())
        button->setChecked(m_signs->id(button) == static_cast<int>(sign));
    m_signs->setExclusive(true);
    const FieldSurvey *survey = desk().surveyOf(field());
    QStringList sentences = survey && survey->numbers ? evidence(*survey->numbers) : QStringList();
    if (sentences.isEmpty())
        sentences << (desk().isSurveying() ? tr("All rows are being read…")
                                           : tr("The numbers of the file are the same either way."));
    m_evidence->setText(sentences.join(u'\n'));
    for (QAbstractButton *button : m_signs->buttons())
        button->setAccessibleDescription(m_evidence->text());
}

QWidget *NumbersPanel::firstStop() const
{
    return m_signs->checkedButton() ? m_signs->checkedButton() : m_signs->buttons().constFirst();
}

} // namespace rowlift::ui
