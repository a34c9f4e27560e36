#pragma once

#include "ui/desk/map_desk.h"

#include <QWidget>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace rowlift::ui {

class SentenceCombo;
class Words;

/// What nobody has to decide: how it is sent and what is done beside. Folded; the line beside the button
/// always says what holds. What a service offers is shown as it tells it: nothing here knows a service.
class WhereMore : public QWidget {
    Q_OBJECT

public:
    WhereMore(PlaceDesk &desk, MapDesk &map, QWidget *parent);

    void refresh();

private:
    /// A choice with what it means below it.
    struct Line {
        QWidget *box = nullptr;
        SentenceCombo *combo = nullptr; ///< One of both is set.
        QCheckBox *tick = nullptr;
        Words *help = nullptr;
    };

    Line addChoice(const QString &id, const QString &label, QVBoxLayout *to);
    Line addTick(const QString &id, const QString &label, QVBoxLayout *to);
    Line addHelp(Line line);
    void say(const Line &line, const QString &help);
    void unfold(bool open);
    void buildOptions();
    void showKind();
    void showOptions();
    void showOption(const LoadOption &option, const Line &line);
    void showCopy();
    void showSeveral();
    void showBlank();
    void sayFolded();
    [[nodiscard]] bool isShown(const LoadOption &option) const;
    [[nodiscard]] QString ruledOutWords() const;
    [[nodiscard]] bool fits(const LoadOption &option) const;
    [[nodiscard]] QString valueOf(const LoadOption &option) const;
    [[nodiscard]] QString sentWords() const;
    [[nodiscard]] QString copyWords() const;
    [[nodiscard]] bool mayExist() const;

    PlaceDesk &m_desk;
    MapDesk &m_map;
    QPushButton *m_fold;
    Words *m_folded;
    QWidget *m_body;
    Line m_kind;
    QWidget *m_optionPart;
    std::vector<LoadOption> m_options; ///< What stands there now.
    std::vector<Line> m_optionLines; ///< For each of them.
    Line m_copy;
    Line m_several;
    Line m_blank;
};

} // namespace rowlift::ui
