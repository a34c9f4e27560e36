#pragma once

#include <QWidget>

class QPushButton;

namespace rowlift::ui {

class Words;

/// "⇄ turned round: “ja” = not opted out [Change…]": under a field that says whether people may be contacted.
class ConsentLine : public QWidget {
    Q_OBJECT

public:
    /// \a place: of the row, in the names of objects.
    ConsentLine(const QString &place, QWidget *parent);

    void say(const QString &words, const QString &column);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    [[nodiscard]] QPushButton *button() const { return m_change; }

Q_SIGNALS:
    void changeWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    [[nodiscard]] int wordsWidth(int width) const;

    Words *m_words;
    QPushButton *m_change;
};

} // namespace rowlift::ui
