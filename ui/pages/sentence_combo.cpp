#include "ui/pages/sentence_combo.h"

#include "ui/style/style.h"

#include <QAbstractItemView>
#include <QStyleOptionComboBox>

namespace rowlift::ui {

SentenceCombo::SentenceCombo(const QString &name, QWidget *parent)
    : QuietCombo(parent)
{
    setAccessibleName(name);
    setToolTip(name);
    connect(this, &QComboBox::activated, this, &SentenceCombo::told);
}

void SentenceCombo::setEntries(const QList<Entry> &entries, const QVariant &current)
{
    if (entries == m_entries && current == m_current)
        return;
    if (entries != m_entries) {
        m_entries = entries;
        clear();
        for (const Entry &entry : entries)
            addItem(entry.listed, entry.value);
    }
    m_current = current;
    setCurrentIndex(findData(current));
    updateGeometry();
    update();
}

QString SentenceCombo::shownText() const
{
    return currentIndex() < 0 ? QString() : m_entries[currentIndex()].shown;
}

QSize SentenceCombo::sizeHint() const
{
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QFontMetrics metrics(fontMetrics());
    const QSize words(metrics.horizontalAdvance(shownText()), metrics.height());
    return style()->sizeFromContents(QStyle::CT_ComboBox, &option, words, this);
}

QSize SentenceCombo::minimumSizeHint() const
{
    return sizeHint();
}

void SentenceCombo::showPopup()
{
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + 2 * px(Space::S3));
    QuietCombo::showPopup();
}

void SentenceCombo::initStyleOption(QStyleOptionComboBox *option) const
{
    QuietCombo::initStyleOption(option);
    option->currentText = shownText();
}

void SentenceCombo::told(int index)
{
    const QVariant value = itemData(index);
    if (value == m_current)
        return;
    m_current = value;
    updateGeometry();
    Q_EMIT chosen(value);
}

} // namespace rowlift::ui
