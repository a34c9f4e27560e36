#include "ui/pages/part_detail.h"

#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

PartDetail::PartDetail(QWidget *parent)
    : QWidget(parent)
    , m_words(new Words(Type::Body, Color::Text2, this))
    , m_look(new QPushButton(tr("Look"), this))
{
    m_words->setObjectName(u"run.part"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_look->setObjectName(u"run.part.look"_s);
    setKind(m_look, ButtonKind::Flat);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(px(Space::S3));
    row->addWidget(m_words, 1);
    row->addWidget(m_look, 0, Qt::AlignTop);
    connect(m_look, &QPushButton::clicked, this, [this] { Q_EMIT lookWanted(m_part); });
    hide();
}

void PartDetail::tell(const PartLine &part, bool paused, const RunTalk &talk)
{
    m_part = part.number;
    m_words->setText(partSentence(part, paused, talk));
    m_look->setAccessibleName(tr("Look at the failed rows of part %1").arg(part.number));
    m_look->setVisible(part.state == PartState::Settled && part.failed > 0);
    show();
}

} // namespace rowlift::ui
