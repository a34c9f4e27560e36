#include "ui/pages/sentence_combo.h"

#include "ui/style/style.h"

#include <QAbstractItemView>
#include <QStyleOptionComboBox>

#include <utility>

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
        fill();
    }
    m_current = current;
    setCurrentIndex(findData(current));
    updateGeometry();
    update();
}

void SentenceCombo::fill()
{
    clear();
    for (const Entry &entry : std::as_const(m_entries))
        addItem(entry.listed, entry.value);
    if (!m_other.isEmpty())
        addItem(m_other);
}

void SentenceCombo::offerOther(const QString &text)
{
    m_other = text;
    fill();
    setCurrentIndex(findData(m_current));
}

QString SentenceCombo::shownText() const
{
    return currentIndex() < 0 || currentIndex() >= m_entries.size() ? QString()
                                                                    : m_entries[currentIndex()].shown;
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
    if (index >= m_entries.size()) {
        setCurrentIndex(findData(m_current));
        Q_EMIT otherWanted();
        return;
    }
    const QVariant value = itemData(index);
    if (value == m_current)
        return;
    m_current = value;
    updateGeometry();
    Q_EMIT chosen(value);
}

} // namespace rowlift::ui
