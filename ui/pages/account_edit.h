#pragma once

#include "ui/desk/account_desk.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QLineEdit;
class QPushButton;

namespace rowlift::ui {

class AccountFailure;
class AccountForm;
class ChoiceTile;
class Words;

/// Adds an account or changes one: kind of service, what it takes to sign in, a test with its failures in
/// words, name, and Save.
class AccountEdit : public QWidget {
    Q_OBJECT

public:
    AccountEdit(AccountDesk &desk, const Services &services, QWidget *parent = nullptr);

    /// Begins a new account. \a service may be empty.
    void add(const QString &service);
    void change(const Account &account);
    [[nodiscard]] QWidget *firstField() const;
    /// Stops what runs and forgets what was typed.
    void leave();

Q_SIGNALS:
    void saved(const rowlift::ui::AccountDesk::Saved &saved);
    void left();
    void announce(const QString &sentence);

private:
    enum class Tried { No, Right, Wrong };

    QWidget *makeKinds();
    QWidget *makeName();
    QWidget *makeButtons();
    void begin(const Account &account);
    void chooseService(const QString &id);
    [[nodiscard]] const Service *service() const;
    void edited();
    void test();
    void takeTest();
    void save();
    void takeSave();
    void fail(const Error &error);
    void focusAfterFailure(const Error &error);
    void refresh();
    [[nodiscard]] QString stateWords() const;
    [[nodiscard]] QString reasonWords(const QString &missing, bool named) const;

    AccountDesk &m_desk;
    const Services &m_services;
    Account m_base; ///< What is changed; without an id a new one.
    QString m_service;
    Tried m_tried = Tried::No; ///< What stands in the fields now.
    AccountFacts m_facts; ///< Tried and right: who it is.
    bool m_testing = false;
    bool m_saving = false;
    bool m_keeping = false; ///< What is saved has a secret, which the keychain may ask the person about.
    bool m_saveWhenRight = false;

    Words *m_title;
    QWidget *m_kinds = nullptr;
    QButtonGroup *m_group = nullptr;
    QList<ChoiceTile *> m_tiles;
    AccountForm *m_form;
    QWidget *m_namePart = nullptr;
    QLineEdit *m_name = nullptr;
    QCheckBox *m_forTests = nullptr;
    Words *m_state;
    AccountFailure *m_failure;
    QPushButton *m_test = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_cancel = nullptr;
    Words *m_reason = nullptr;
};

} // namespace rowlift::ui
