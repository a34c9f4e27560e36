#include "ui/pages/picked_bar.h"

#include "ui/pages/file_words.h"
#include "ui/style/draw.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

PickedBar::PickedBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new Words(Type::Body, Color::Text, this))
{
    setObjectName(u"file.picked"_s);
    m_text->setObjectName(u"file.picked.text"_s);
    auto *all = new QPushButton(tr("Show all rows"), this);
    all->setObjectName(u"file.picked.all"_s);
    setKind(all, ButtonKind::Flat);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(Space::S5), px(Space::S1), px(Space::S4), px(Space::S1));
    row->setSpacing(px(Space::S2));
    row->addWidget(m_text, 1);
    row->addWidget(all);
    connect(all, &QPushButton::clicked, this, &PickedBar::allWanted);
    hide();
}

void PickedBar::setPicked(const FileDesk::Picked &picked)
{
    if (picked.looking) {
        m_text->setText(tr("Looking for the rows…"));
    } else if (picked.rows) {
        const qint64 shown = picked.rows->count();
        m_text->setText(shown < picked.of ? tr("Showing the first %1 of %2 rows")
                                                .arg(QLocale().toString(shown), QLocale().toString(picked.of))
                                          : tr("Showing %Ln row(s)", nullptr, plural(shown)));
    }
    setAccessibleName(m_text->text());
    setVisible(picked.looking || picked.rows);
}

void PickedBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Color::AccentSoft));
    drawHair(painter, rect(), ui::Edge::Top);
}

} // namespace rowlift::ui
