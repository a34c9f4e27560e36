#include "ui/pages/account_failure.h"

#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

/// As notices have it: a failure is not told by colour alone.
class ProblemSign : public QWidget {
public:
    explicit ProblemSign(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(px(Size::IconRail), px(Size::IconRail));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        drawMark(painter, rect(), Mark::Problem);
    }
};

} // namespace

AccountFailure::AccountFailure(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_sentence(new Words(Type::Body, Color::Problem, this))
    , m_details(new QPushButton(tr("Details"), this))
    , m_detail(new Words(Type::Code, Color::Text2, this))
{
    m_sentence->setObjectName(name);
    m_sentence->setWordWrap(true);
    m_details->setObjectName(name + u".details"_s);
    m_details->setCheckable(true);
    setKind(m_details, ButtonKind::Flat);
    m_detail->setObjectName(name + u".detail"_s);
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_sentence->setTextFormat(Qt::PlainText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(Space::S1));
    auto *said = new QHBoxLayout;
    said->setSpacing(px(Space::S2));
    said->addWidget(new ProblemSign(this), 0, Qt::AlignTop);
    said->addWidget(m_sentence, 1);
    lines->addLayout(said);
    lines->addWidget(m_details, 0, Qt::AlignLeft);
    lines->addWidget(m_detail);
    connect(m_details, &QPushButton::toggled, this, &AccountFailure::unfold);
    clear();
}

void AccountFailure::say(const Error &error)
{
    m_sentence->setText(error.sentence);
    m_detail->setText(error.detail);
    m_details->setChecked(false);
    m_details->setVisible(!error.detail.isEmpty());
    unfold(false);
    setVisible(true);
}

void AccountFailure::clear()
{
    m_sentence->clear();
    m_detail->clear();
    setVisible(false);
}

QString AccountFailure::sentence() const
{
    return m_sentence->text();
}

void AccountFailure::unfold(bool open)
{
    m_detail->setVisible(open);
    //: hides what "Details" has shown
    m_details->setText(open ? tr("Hide details") : tr("Details"));
}

} // namespace rowlift::ui
