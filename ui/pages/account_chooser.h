#pragma once

#include "ui/desk/place_desk.h"
#include "ui/widgets/choice_list.h"

#include <QWidget>

class QPushButton;

namespace rowlift::ui {

class SearchableCombo;
class Words;

/// Which account: the list of all with how the chosen one answered; or, while the person has none of their
/// own, a button for each service and one to practise.
class AccountChooser : public QWidget {
    Q_OBJECT

public:
    explicit AccountChooser(PlaceDesk &desk, QWidget *parent = nullptr);

    void refresh();
    void openList();
    /// What takes the focus while no account is chosen.
    [[nodiscard]] QWidget *firstChoice() const;

Q_SIGNALS:
    void chosen(const QString &account);
    void addWanted(const QString &service); ///< Empty: the kind of service is to be asked.
    void manageWanted();

private:
    QWidget *makeNoneYet();
    QWidget *makeList();
    void refreshRows();
    void refreshState();

    PlaceDesk &m_desk;
    QWidget *m_noneYet = nullptr;
    QWidget *m_firstService = nullptr;
    QPushButton *m_practise = nullptr;
    QWidget *m_list = nullptr;
    SearchableCombo *m_account = nullptr;
    QList<ChoiceRow> m_rows; ///< As the list has them.
    QPushButton *m_manage = nullptr;
    QWidget *m_mark = nullptr; ///< The tick before "Connected".
    Words *m_state = nullptr;
};

} // namespace rowlift::ui
