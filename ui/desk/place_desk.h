#pragma once

#include "ui/desk/file_desk.h"

#include <memory>

namespace rowlift::ui {

/// Step 2: the account, the kind of record, and what should happen.
class PlaceDesk : public QObject {
    Q_OBJECT

public:
    enum class Stage {
        NoAccount,
        Connecting,
        ReadingObjects, ///< Signed in; asks what can be imported.
        ChooseObject,
        ReadingFields,
        Ready, ///< Fields are known; action and key may still be open.
        Failed
    };

    /// What a profile asks for before it is known whether the account has it.
    struct Wish {
        QString service; ///< Only accounts of this service fit.
        QString account; ///< The name that the profile has for it.
        QString object;
        std::optional<Operation> operation;
        QString keyField;
    };

    /// A kind of record with how well the file's columns fit it, as far as that is known.
    struct ObjectChoice {
        ObjectInfo object;
        int columnsThatFit = -1; ///< -1: not looked at.
    };

    struct Snapshot {
        Stage stage = Stage::NoAccount;
        Account account;
        AccountFacts facts;
        bool connected = false; ///< The account has answered that the secret is right.
        std::vector<ObjectChoice> objects; ///< All of them, by label.
        QString object; ///< API name; empty: not chosen.
        QByteArray describe;
        Schema schema;
        std::optional<Operation> operation; ///< Empty: not chosen. Nothing is chosen for the person.
        QString keyField; ///< Upsert: what finds the record.
        Error error; ///< Failed: why.
        Wish wish; ///< With NoAccount: "Which account?", for a profile whose own is not on this computer.

        bool complete() const;
        /// A profile waits for an account that this computer does not have.
        bool asksWhichAccount() const { return stage == Stage::NoAccount && !wish.service.isEmpty(); }
        /// Failed for want of a secret that is known and right: entering it again may help.
        bool wantsSecret() const;
        /// It was connected before it failed: the person is signed out, and what was chosen is kept.
        bool isSignedOut() const;
        Target target() const;
        const ObjectInfo *objectInfo() const;
    };

    PlaceDesk(const Bench &bench, FileDesk &file, QObject *parent = nullptr);

    const Snapshot &snapshot() const { return m_snapshot; }
    const Bench &bench() const { return m_bench; }
    /// Why nothing can be done with an account of the service \a id, which only a newer Rowlift knows.
    static QString unknownService(const QString &id);
    const Service *service() const; ///< Of the chosen account; null without one.
    /// Failed, and trying again does not help: Rowlift cannot import into the chosen account.
    bool cannotImport() const;
    /// The signed-in account, shared with the run that uses it.
    std::shared_ptr<ServiceSession> session() const { return m_session; }

    void chooseAccount(const QString &name);
    /// Back to the question which account; what was chosen for the one before is forgotten.
    void chooseNone();
    void chooseObject(const QString &name);
    void chooseOperation(Operation operation);
    void chooseKey(const QString &field);
    /// Account, object, action and key at once (a profile). An account that this computer does not have is
    /// asked for: accountWanted().
    void choose(const QString &service, const QString &account, const Target &target);
    void tryAgain(); ///< After Failed.

    /// "Add 480 rows as new contacts to Acme (Production)."; empty while something is open.
    QString sentence() const;

Q_SIGNALS:
    void changed();
    void fieldsChanged(); ///< Another schema.
    void accountWanted(); ///< A profile's account is not on this computer: the person has to say which.

private:
    struct Connection {
        AccountFacts facts;
        std::vector<ObjectInfo> objects;
    };
    struct Described {
        QByteArray document;
        Schema schema;
    };

    void takeAccounts();
    void connectAccount();
    void takeConnection();
    void fail(const Error &error);
    void describe();
    void takeDescribe();

    const Bench &m_bench;
    FileDesk &m_file;
    Snapshot m_snapshot;
    Wish m_wish; ///< To be chosen as soon as it can be.
    std::shared_ptr<ServiceSession> m_session;
    Work<Connection> m_connecting;
    Work<Described> m_describing;
};

} // namespace rowlift::ui
