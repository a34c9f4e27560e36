#pragma once

#include "app/draft/draft.h"
#include "ui/desk/file_desk.h"
#include "ui/desk/key_facts.h"
#include "ui/desk/parts_under_way.h"

#include <map>
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

    /// How it is sent, and what is done beside. Everything here has a usual value, which nobody has to
    /// choose.
    struct Ways {
        QString kind; ///< JobKind::id; empty: the usual one of so many rows.
        QJsonObject options; ///< Target::options
        std::optional<bool> keepsOld; ///< Draft::keepsOld; empty: where it costs little.
        SeveralFound several = SeveralFound::LeaveOut;

        bool operator==(const Ways &) const = default;
    };

    /// What the question of a field (Field::question) is answered with.
    struct Answer {
        ExtraField from; ///< Without columns: its values are made of file and row (Field::madeOfRow).
        bool proposed = false; ///< By names and values: nobody has said it.

        bool operator==(const Answer &) const = default;
    };

    /// Whether rows with one key form one record, where the service can do that and keys repeat.
    struct Grouping {
        enum class State { NotAsked, Reading, Asked };
        State state = State::NotAsked;
        QString column; ///< That of the keys.
        KeyFacts facts; ///< Asked: what all rows say.
        QString name; ///< What the list is called, if they do: as typed …
        QString list; ///< … and as it was when nothing was wrong with it.
        std::optional<bool> groups; ///< The answer; empty: none yet.
        bool proposed = false; ///< By the rows: nobody has said it.
    };

    /// What a profile asks for before it is known whether the account has it.
    struct Wish {
        QString service; ///< Only accounts of this service fit.
        QString account; ///< The name that the profile has for it.
        QString object;
        std::optional<Operation> operation;
        QString keyField = {};
        QString idColumn = {};
        Ways ways = {};
        std::vector<ExtraField> answers = {}; ///< To the questions of fields, among others.
        std::optional<QString> list = {}; ///< Target::list; not set: it was not asked for.
    };

    /// What the account lets one choose for LoadOptions that ask it.
    struct Choices {
        enum class State { NotAsked, Asking, Known, Failed };
        State state = State::NotAsked;
        std::map<QString, std::vector<OptionChoice>> known; ///< By LoadOption::id.
        Error error; ///< Failed: why; what could be read is known all the same.
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
        /// What finds the record. Upsert: a key. Update: the record id, or a field by which ids are looked
        /// up.
        QString keyField;
        QString
            keyColumn; ///< Update: by the values of this column the key was proposed; empty: it was chosen.
        QString idColumn; ///< Delete: the column that holds the record ids.
        bool idColumnProposed = false; ///< By its values.
        std::map<QString, Answer> answers; ///< By field.
        Grouping grouping;
        Ways ways;
        Choices choices;
        /// Of an option that is a part of the question what to do: its label, when the account does not have
        /// what was chosen (by a profile). Empty: it has all.
        QString lostChoice;
        std::vector<PartsUnderWay> underWay; ///< Of other imports of this computer into this account.
        Error error; ///< Failed: why.
        Wish wish; ///< With NoAccount: "Which account?", for a profile whose own is not on this computer.

        bool complete() const;
        /// A profile waits for an account that this computer does not have.
        bool asksWhichAccount() const { return stage == Stage::NoAccount && !wish.service.isEmpty(); }
        /// Failed for want of a secret that is known and right: entering it again may help.
        bool wantsSecret() const;
        /// It was connected before it failed: the person is signed out, and what was chosen is kept.
        bool isSignedOut() const;
        /// What the rows mean to the service; without the options, which change nothing of that.
        Target target() const;
        /// Update: the rows name record ids.
        bool foundById() const;
        /// The fields that ask (Field::question), in their order.
        std::vector<const Field *> questions() const;
        const Field *openQuestion() const; ///< The first one that nobody has answered; null: there is none.
        /// What is wrong with the name of the list, in a sentence; empty: nothing.
        QString wrongListName() const;
        const Field *idField() const; ///< Null: the object has none.
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
    /// Why no new kind of record may be called \a name (Service::newObject()); empty: one may.
    QString whyNotNew(const QString &name) const;
    void chooseNew(const QString &name);
    void chooseOperation(Operation operation);
    void chooseKey(const QString &field);
    void chooseIdColumn(const QString &column);
    /// Answers the question of \a field; without a column: of the file and the row.
    void answer(const QString &field, const QString &column);
    void chooseGrouping(bool groups);
    void nameList(const QString &name);
    /// Account, object, action and how it is done at once (a profile). An account that this computer does not
    /// have is asked for: accountWanted().
    void choose(const Wish &wish);
    void tryAgain(); ///< After Failed.
    /// For another file: to delete, and what the service does otherwise than usual, is decided anew for each.
    void beginFile();

    void chooseKind(const QString &kind); ///< Empty: the usual one.
    void setOption(const QString &option, const QJsonValue &value); ///< Undefined: the usual value.
    void setKeepsOld(bool keeps);
    void chooseSeveral(SeveralFound several);
    /// Asks the account what can be chosen, unless it was asked. What belongs to the question what to do is
    /// asked by itself.
    void askChoices();
    void askChoicesAgain(); ///< What is known stays until the answer is there.
    /// Looks what other imports of this computer have at the service.
    void lookUnderWay();

    /// Fields by which records can be found for \a operation, the best first.
    std::vector<const Field *> keyChoices(Operation operation) const;
    /// A column that holds record ids of the chosen kind; empty: none does.
    QString columnOfIds() const;
    /// The one thing that can be done with the chosen kind of record, where that is not to delete: then
    /// nobody is asked. Empty: there are several, or it may not be done.
    std::optional<Operation> onlyOperation() const;
    /// What more can be chosen, now that it is known what should happen.
    std::vector<LoadOption> options() const;
    /// What cannot be chosen, as the kind of record leaves no choice: a sentence for each.
    QStringList settledWords() const;
    /// What \a option lets one choose, as far as it is known; the first one is the usual one.
    std::vector<OptionChoice> choicesOf(const LoadOption &option) const;
    /// The value that holds for \a option.
    QString chosenOf(const LoadOption &option) const;
    /// What is chosen of that belongs to the question what to do: "Add to a list: Fair 2026".
    QStringList choicesInWords() const;
    /// The target with all that is chosen.
    Target target() const;
    /// The ways of loading that can do it.
    std::vector<JobKind> kinds() const;
    /// Those that could, but for what is chosen, or for the fields that columns go to.
    std::vector<JobKind> kindsRuledOut() const;
    /// The fields that columns go to now: not every way of loading sets each.
    void takeFields(const QStringList &fields);
    const QStringList &fields() const { return m_fields; }
    /// The one that takes so many \a rows; with fewer than 0 (not known) the one for very many. Empty: none
    /// can do what is chosen.
    std::optional<JobKind> kindFor(qint64 rows) const;
    /// Whether records are copied before they are changed or deleted, and what that takes in calls.
    bool keepsOld(qint64 rows) const;
    bool canKeepOld(qint64 rows) const;
    qint64 callsToKeepOld(qint64 rows) const;
    /// Tells \a draft how it is sent, when so many \a rows are.
    void addWays(Draft &draft, qint64 rows) const;
    qint64 rows() const; ///< Of the file; -1: they are being counted.

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
    /// What was asked of the keys of the rows.
    struct KeyQuestion {
        Draft draft;
        QString column;
        bool operator==(const KeyQuestion &) const = default;
    };

    void takeAccounts();
    void connectAccount();
    void takeConnection();
    void fail(const Error &error);
    void describe();
    void takeDescribe();
    void takeFile();
    void propose();
    void dropWhatDoesNotFit();
    void dropKindThatDoesNotFit();
    void takeTheOnlyWay();
    void forgetChoices();
    void startAsking();
    void findLostChoice();
    QString whatHappens() const;
    QString whatIsKept() const;
    void takeWish();
    Wish whatWasChosen() const;
    void takeAnswers(const Wish &wish);
    bool refit();
    void fit();
    void answersChanged();
    void proposeAnswers();
    void dropAnswers();
    void askKeys();
    void takeKeys();
    bool canGroup() const;
    QString usualListName() const;
    bool namesDiffer(const KeyFacts &facts) const;
    Target wholeTarget() const;
    std::vector<ObjectInfo> objectsThere() const;
    std::optional<ObjectInfo> newObject(const QString &object) const;

    const Bench &m_bench;
    FileDesk &m_file;
    Snapshot m_snapshot;
    Schema m_described; ///< As the account describes it; what is chosen makes the snapshot's of it.
    QStringList m_fields; ///< takeFields()
    KeyQuestion m_asked;
    std::optional<QString> m_list; ///< Target::list of a profile, till the rows were looked at.
    Wish m_wish; ///< To be chosen as soon as it can be.
    std::shared_ptr<ServiceSession> m_session;
    Work<Connection> m_connecting;
    Work<Described> m_describing;
    Work<Choices> m_asking;
    Work<std::vector<PartsUnderWay>> m_lookingUnderWay;
    Work<KeyFacts> m_readingKeys;
};

} // namespace rowlift::ui
