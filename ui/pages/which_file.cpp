#include "ui/pages/which_file.h"

#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QDir>
#include <QFileInfo>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int linesShown = 6;
constexpr int charsWide = 44;
} // namespace

WhichFile::WhichFile(const QStringList &paths, QWidget *parent)
    : QDialog(parent)
    , m_paths(paths)
    , m_list(new QListWidget(this))
{
    setObjectName(u"start.which"_s);
    setWindowTitle(tr("Several files"));
    auto *question = new Words(tr("One at a time. Which first?"), Type::Section, Color::Text, this);
    m_list->setObjectName(u"start.which.list"_s);
    m_list->setAccessibleName(question->text());
    for (const QString &path : paths) {
        auto *item = new QListWidgetItem(QFileInfo(path).fileName(), m_list);
        item->setToolTip(QDir::toNativeSeparators(path));
    }
    m_list->setCurrentRow(0);
    const QFontMetrics metrics(ui::font(Type::Body));
    m_list->setMinimumSize(charsWide * metrics.averageCharWidth(),
                           linesShown * heightFor(Size::ControlInTable, metrics));
    auto *open = new QPushButton(tr("Open"), this);
    open->setObjectName(u"start.which.open"_s);
    open->setDefault(true);
    setKind(open, ButtonKind::Primary);
    auto *cancel = new QPushButton(tr("Cancel"), this);

    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(px(Space::S5), px(Space::S5), px(Space::S5), px(Space::S4));
    lines->setSpacing(px(Space::S3));
    lines->addWidget(question);
    lines->addWidget(m_list, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(open);
    lines->addLayout(buttons);
    connect(m_list, &QListWidget::itemActivated, this, &WhichFile::choose);
    connect(open, &QPushButton::clicked, this, &WhichFile::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_list->setFocus();
}

void WhichFile::choose()
{
    const QString path = m_paths.value(m_list->currentRow());
    if (path.isEmpty() || result() == Accepted) // Enter activates the row and presses the button
        return;
    accept();
    Q_EMIT fileChosen(path);
}

} // namespace rowlift::ui
