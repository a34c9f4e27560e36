#pragma once

#include "ui/desk/check_desk.h"
#include "ui/pages/page.h"
#include "ui/widgets/card.h"

#include <optional>

namespace rowlift::ui {

class ScrollBody;

/// "What will happen": the promise before anything is sent. Lines that were decided elsewhere lead there.
class CheckPromise : public Card {
    Q_OBJECT

public:
    CheckPromise(const CheckDesk &desk, QWidget *parent);

    void refresh();
    /// Height at which nothing scrolls.
    [[nodiscard]] int heightForAll() const;

Q_SIGNALS:
    void stepWanted(rowlift::ui::Step step);
    void leftOutWanted(); ///< The rows that are left out are to be shown.

private:
    enum class Leads { Nowhere, Where, Map, LeftOut };
    struct Line {
        QString id;
        QString text;
        Leads leads = Leads::Nowhere;
        bool strong = false;
        bool red = false; ///< Of words that lead nowhere.
        bool operator==(const Line &) const = default;
    };

    [[nodiscard]] QList<Line> lines() const;
    [[nodiscard]] QString act() const;
    [[nodiscard]] QString key() const;
    [[nodiscard]] QList<Line> questions() const;
    [[nodiscard]] QString sent() const;
    [[nodiscard]] QString undo() const;
    [[nodiscard]] QString columns() const;
    [[nodiscard]] QString blanks() const;
    [[nodiscard]] QString zones() const;
    [[nodiscard]] QString consent() const;
    [[nodiscard]] QString undecided() const;
    void build();
    [[nodiscard]] QWidget *made(const Line &line);

    const CheckDesk &m_desk;
    QList<Line> m_lines;
    ScrollBody *m_scroll;
    QVBoxLayout *m_room;
};

} // namespace rowlift::ui
