#pragma once

#include <QFrame>
#include <QList>

class QBoxLayout;

namespace rowlift::ui {

/// What a page wants to say in a bar under its heading.
struct Notice {
    enum class Kind { Info, HeadsUp, Problem, Success };
    struct Button {
        QString id;
        QString text;
        friend bool operator==(const Button &, const Button &) = default;
    };

    QString id; ///< The page's own name for it: a second one with the same id replaces the first.
    Kind kind = Kind::Info;
    QString text;
    QList<Button> buttons {}; ///< At most three.
    bool dismissible = true;

    friend bool operator==(const Notice &, const Notice &) = default;
};

/// One notice: soft fill, a bar and an icon in the mark's colour, the text, flat buttons, a close button.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(const Notice &notice, QWidget *parent = nullptr);

    [[nodiscard]] const Notice &notice() const { return m_notice; }
    /// "Heads-up: 3 rows have more cells than the header."
    [[nodiscard]] static QString spoken(const Notice &notice);

Q_SIGNALS:
    void buttonPressed(const QString &button);
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    Notice m_notice;
    QBoxLayout *m_inner; ///< Text and buttons: side by side where there is room.
    QWidget *m_buttons;
};

/// The notices of a page: at most two are visible, the others stand behind "2 more". Newest last. Each new or
/// changed one is announced politely.
class NoticeArea : public QWidget {
    Q_OBJECT

public:
    static constexpr int mostVisible = 2;

    explicit NoticeArea(QWidget *parent = nullptr);

    /// Who owns it says in its own time what is new.
    void setQuiet(bool quiet) { m_quiet = quiet; }
    /// Adds the notice, or replaces the one with its id.
    void put(const Notice &notice);
    void take(const QString &id);
    void clear();
    [[nodiscard]] const QList<Notice> &notices() const { return m_notices; }

Q_SIGNALS:
    void buttonPressed(const QString &notice, const QString &button);
    void dismissed(const QString &notice);

private:
    void rebuild();
    static void retire(QWidget *widget);
    void addBar(const Notice &notice);
    void addMore(int hidden);

    QList<Notice> m_notices;
    bool m_unfolded = false;
    bool m_quiet = false;
};

} // namespace rowlift::ui
