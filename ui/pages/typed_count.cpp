#include "ui/pages/typed_count.h"

#include "ui/pages/flow_layout.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostFigures = 18;

/// Between the thousands of a number, somewhere.
bool separatesFigures(QChar sign)
{
    return sign.isSpace() || QStringView(u".,'’_·٬").contains(sign);
}

} // namespace

qint64 typedNumber(const QString &text)
{
    qint64 number = 0;
    int figures = 0;
    for (const QChar sign : text.trimmed()) {
        if (separatesFigures(sign))
            continue;
        if (!sign.isDigit() || ++figures > mostFigures)
            return -1;
        number = 10 * number + sign.digitValue();
    }
    return figures == 0 ? -1 : number;
}

TypedCount::TypedCount(QWidget *parent)
    : QWidget(parent)
    , m_question(new Words(Type::Label, Color::Problem, this))
    , m_typed(new QLineEdit(this))
{
    setObjectName(u"check.typedCount"_s);
    m_typed->setObjectName(u"check.confirmNumber"_s);
    m_typed->setMaximumWidth(16 * m_typed->fontMetrics().averageCharWidth());
    m_question->setBuddy(m_typed);
    auto *line = new QWidget(this);
    auto *flow = new FlowLayout(px(Space::S3), px(Space::S1), line);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins({});
    lines->addWidget(line);
    flow->addWidget(m_question);
    flow->addWidget(m_typed);
    connect(m_typed, &QLineEdit::textChanged, this, &TypedCount::changed);
}

void TypedCount::ask(qint64 count, const QString &question)
{
    m_question->setText(question);
    m_typed->setAccessibleName(question);
    if (count == m_count)
        return;
    m_count = count;
    m_typed->clear();
}

bool TypedCount::fits() const
{
    return m_count > 0 && typedNumber(m_typed->text()) == m_count;
}

QWidget *TypedCount::field() const
{
    return m_typed;
}

} // namespace rowlift::ui
