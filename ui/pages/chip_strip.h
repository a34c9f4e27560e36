#pragma once

#include <QAbstractButton>
#include <QList>

namespace rowlift::ui {

/// One thing that is done to the values of a field.
struct ChipLook {
    enum class What { Piece, Cleaner, Values, Blank };

    What what = What::Cleaner;
    int index = 0; ///< Of the cleaner.
    QString text;
    QString tip; ///< What it does to the sample.

    bool operator==(const ChipLook &) const = default;
};

/// A chip: pressing it opens what it stands for, its cross (or Delete) takes it away.
class Chip : public QAbstractButton {
    Q_OBJECT

public:
    explicit Chip(QWidget *parent);

    void say(const ChipLook &look, const QString &of);
    [[nodiscard]] const ChipLook &look() const { return m_look; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void removed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRect cross() const;

    ChipLook m_look;
};

/// The chips of one field on one line; those that have no room stand behind "+2".
class ChipStrip : public QWidget {
    Q_OBJECT

public:
    /// \a name: of the chips as objects, before their number.
    ChipStrip(const QString &name, QWidget *parent);

    void say(const QList<ChipLook> &chips, const QString &of);
    [[nodiscard]] QList<QWidget *> focusOrder() const;
    /// The height of a strip, whatever stands in it.
    [[nodiscard]] static int stripHeight();

Q_SIGNALS:
    void opened(const rowlift::ui::ChipLook &chip);
    void removed(const rowlift::ui::ChipLook &chip);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    Chip *make(int number);

    QString m_name;
    QList<Chip *> m_chips; ///< Those beyond m_count are hidden.
    qsizetype m_count = 0;
    QAbstractButton *m_rest;
};

} // namespace rowlift::ui
