#pragma once

#include "ui/desk/place_desk.h"

#include <QWidget>

class QPushButton;

namespace rowlift::ui {

class SearchableCombo;
class Words;

/// One thing of the service that belongs to the question what to do ("Add to a list"): a choice among what
/// the account has, which may be thousands, and can be read anew. Nothing here knows a service.
class WhereOption : public QWidget {
    Q_OBJECT

public:
    WhereOption(const LoadOption &option, PlaceDesk &desk, QWidget *parent);

    void refresh();
    [[nodiscard]] const LoadOption &option() const { return m_option; }
    [[nodiscard]] QWidget *combo() const;
    /// The account does not have what is chosen.
    [[nodiscard]] bool isLost() const;

private:
    void showRows();
    void showState();
    void take(const QString &row);
    void readAgain();

    const LoadOption m_option;
    PlaceDesk &m_desk;
    SearchableCombo *m_combo;
    QPushButton *m_again;
    Words *m_state;
    Words *m_lost;
    std::vector<OptionChoice> m_shown;
    bool m_tells = false; ///< The person has asked for it to be read anew.
};

} // namespace rowlift::ui
