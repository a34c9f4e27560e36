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

    /// A kind of record with how well the file's columns fit it, as far as that is known.
    struct ObjectChoice {
        ObjectInfo object;
        int columnsThatFit = -1; ///< -1: not looked at.
    };

    struct Snapshot {
        Stage stage = Stage::NoAccount;
        Account account;
        AccountFacts facts;
        std::vector<ObjectChoice> objects; ///< All of them, by label.
        QString object; ///< API name; empty: not chosen.
        QByteArray describe;
        Schema schema;
        std::optional<Operation> operation; ///< Empty: not chosen. Nothing is chosen for the person.
        QString keyField; ///< Upsert: what finds the record.
        Error error; ///< Failed: why.

        bool complete() const;
        Target target() const;
        const ObjectInfo *objectInfo() const;
    };

    PlaceDesk(const Bench &bench, FileDesk &file, QObject *parent = nullptr);

    const Snapshot &snapshot() const { return m_snapshot; }
    const Bench &bench() const { return m_bench; }
    const Service *service() const; ///< Of the chosen account; null without one.
    /// The signed-in account, shared with the run that uses it.
    std::shared_ptr<ServiceSession> session() const { return m_session; }

    void chooseAccount(const QString &name);
    void chooseObject(const QString &name);
    void chooseOperation(Operation operation);
    void chooseKey(const QString &field);
    /// Account, object, action and key at once (a profile).
    void choose(const QString &account, const Target &target);
    void tryAgain(); ///< After Failed.

    /// "Add 480 rows as new contacts to Acme (Production)."; empty while something is open.
    QString sentence() const;

Q_SIGNALS:
    void changed();
    void fieldsChanged(); ///< Another schema.

private:
    struct Connection {
        AccountFacts facts;
        std::vector<ObjectInfo> objects;
    };
    struct Described {
        QByteArray document;
        Schema schema;
    };

    void connectAccount();
    void takeConnection();
    void describe();
    void takeDescribe();

    const Bench &m_bench;
    FileDesk &m_file;
    Snapshot m_snapshot;
    Target m_wish; ///< To be chosen as soon as it can be.
    std::shared_ptr<ServiceSession> m_session;
    Work<Connection> m_connecting;
    Work<Described> m_describing;
};

} // namespace rowlift::ui
