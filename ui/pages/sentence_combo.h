#pragma once

#include "ui/widgets/quiet_combo.h"

#include <QList>
#include <QVariant>

namespace rowlift::ui {

/// A combo box within a sentence: shows a short word for its choice ("Semicolon"), and in its list what each
/// choice would mean ("Semicolon — 16 columns").
class SentenceCombo : public QuietCombo {
    Q_OBJECT

public:
    struct Entry {
        QVariant value;
        QString shown;
        QString listed;

        bool operator==(const Entry &) const = default;
    };

    explicit SentenceCombo(const QString &name, QWidget *parent = nullptr);

    /// Sends no signal. Nothing happens when nothing is new.
    void setEntries(const QList<Entry> &entries, const QVariant &current);

    /// Adds a last entry for what stands on no list; it is never chosen, but asks by otherWanted().
    void offerOther(const QString &text);

    [[nodiscard]] QString shownText() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    void showPopup() override;

Q_SIGNALS:
    /// The person chose another entry.
    void chosen(const QVariant &value);
    void otherWanted();

protected:
    void initStyleOption(QStyleOptionComboBox *option) const override;

private:
    void told(int index);
    void fill();

    QList<Entry> m_entries;
    QVariant m_current;
    QString m_other;
};

} // namespace rowlift::ui
