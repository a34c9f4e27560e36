#pragma once

#include "app/check/check.h"
#include "app/mapping/profile.h"
#include "ui/desk/mapping_survey.h"
#include "ui/desk/name_proposal.h"
#include "ui/desk/place_desk.h"
#include "ui/desk/row_list.h"
#include "ui/desk/sample_check.h"

#include <QSet>

#include <functional>

namespace rowlift::ui {

/// Step 3: what each field gets.
///
/// A treatment belongs to a field, whether a column of its own goes there or something else: whatever says
/// \a field means that. Every change of the person can be undone.
class MapDesk : public QObject {
    Q_OBJECT

public:
    struct Snapshot {
        bool ready = false; ///< File and fields are known.
        Schema schema;
        Target target;
        QStringList columns; ///< Unique names.
        Mapping mapping;
        std::vector<const Field *> missing; ///< Required (or the key), and nothing goes there. Into schema.
        QString profile; ///< Name of the profile that was applied or saved; empty: none.
        std::optional<ProfileFit> fit; ///< Of that profile, when it was applied.
        bool byRows = false; ///< While changed() is sent: all rows have been read, nobody did anything.
        QString lastChange; ///< What undo() takes back, in words; empty: nothing.
    };

    MapDesk(const Bench &bench, FileDesk &file, PlaceDesk &place, QObject *parent = nullptr);

    const Snapshot &snapshot() const { return m_snapshot; }
    const FileDesk &file() const { return m_file; }
    const PlaceDesk &place() const { return m_place; }

    /// Empty: not imported. A field that gets something else already is taken from there.
    void setField(int column, const QString &field);
    void setPiece(int column, const Piece &piece);
    /// \a typing: part of an edit that goes on letter by letter; undo() takes all of it back.
    void setCleaners(const QString &field, const std::vector<Cleaner> &cleaners, bool typing = false);
    /// What is typed next is a change of its own.
    void endTyping() { m_typing = false; }
    void setValueRules(const QString &field, const std::vector<ValueRule> &rules);
    void setDates(const QString &field, const DateReading &dates);
    void setDateOrder(int column, DateOrder order);
    void setDecimals(const QString &field, DecimalSign sign);
    /// Empty: as the mapping says.
    void setBlank(const QString &field, std::optional<BlankMeaning> blank);
    void setTurned(const QString &field, bool turned); ///< Treatment::turned
    void setConsent(const QString &field, ConsentSend send);
    void setBlanks(BlankMeaning blank); ///< Where no treatment says.

    /// Gives \a extra's field what it says, and nothing else; what stands there already is taken away.
    void addExtra(const ExtraField &extra);
    void addFixedValue(const QString &field, const QString &value);
    void addCopy(int column, const QString &field, const Piece &piece = {});
    void addJoin(const std::vector<int> &columns, const QString &between, const QString &field);
    /// One piece of the column becomes its own, the other goes to a second field.
    void addSplit(int column, const QString &field, const Piece &piece, const QString &secondField,
                  const Piece &secondPiece);
    void changeExtra(int extra, const ExtraField &to, bool typing = false);
    void removeExtra(int extra);

    /// Of records without fixed fields (Schema::open): how a property is sent; of a list: what stands between
    /// its values.
    void setPropertyType(const QString &field, PropertyType type, const QString &separator = {});
    PropertyType propertyType(const QString &field) const;
    /// Moves \a field into the list of rows (Target::list), or out of it. False: it is there, or another is.
    bool setPerRow(const QString &field, bool perRow);
    bool isPerRow(const QString &field) const { return !listOfName(field).isEmpty(); }
    /// Whether \a column is one of each row rather than of each record, wherever it goes.
    bool isColumnPerRow(int column) const;
    /// Why nothing can go to a property \a name in place of \a own, in a sentence; empty: it can.
    QString whyNotProperty(const QString &name, const QString &own) const;
    /// Whether the question of a field (Field::question) decides what it gets: it is not mapped here.
    bool isQuestion(const QString &field) const;
    /// What the service gets for the record that the sample row \a row is of, as far as the sample rows tell;
    /// empty: it cannot be told.
    QByteArray recordOf(int row) const;
    /// About what a row takes as it is sent, by the sample rows; 0: it cannot be told.
    qint64 bytesOfRow() const;
    int rowsOfRecord(int row) const; ///< So many of the sample rows form that record.

    void mapAgain(); ///< Proposes anew what columns go to.
    void clearAll();
    void undo(); ///< Takes the last change back.

    std::vector<FieldGuess> guesses(int column) const;
    const SampleRows &samples() const { return m_samples; }
    /// What the rules say of \a field: of all rows where they were checked as mapped now, else of the
    /// samples.
    SampleCheck checkOf(const QString &field) const;
    /// All rows of \a draft have been checked.
    void takeCheck(const Draft &draft, const CheckResult &result);
    /// What all rows say of \a field; null: nothing, or not yet. What they decide is set already.
    const FieldSurvey *surveyOf(const QString &field) const;
    /// How \a field is read was said by the profile, and by nobody since.
    bool saidByProfile(const QString &field) const { return m_said.byProfile.contains(field); }
    bool isSurveying() const { return m_survey.running(); }
    const NameProposal &names() const { return m_names; }

    /// Uses a profile as soon as file and fields are known; account and action are taken from it at once.
    void useProfile(const Profile &profile);
    Result<QString> saveProfile(const QString &name); ///< Writes one small file.
    Profile currentProfile(const QString &name) const;

    /// Something is sent that changes a record; of an update that is more than what finds the record.
    bool changesSomething() const;
    bool isNeeded(const Field &field) const; ///< No record can be sent without it.
    bool complete() const;
    Draft draft() const; ///< What would be checked.

Q_SIGNALS:
    void changed();
    void profileSaved(const QString &name);

private:
    /// Fields whose reading the person (or a profile) has said: no row overrules that.
    struct Said {
        QSet<QString> dates;
        QSet<QString> decimals;
        QSet<QString> byProfile; ///< Of both: the profile said it, not the person.
    };
    struct Change {
        QString words;
        Mapping before;
        Said saidBefore;
    };

    void refresh(); ///< File or fields have changed.
    Mapping suggested() const;
    void propose();
    void mapIdsOnly();
    void takeTarget(const Target &before);
    bool isOfTheseColumns(const Mapping &mapping) const;
    void dress(Mapping &mapping) const;
    void fitToList(Mapping &mapping) const;
    void moveIntoList(Mapping &mapping) const;
    Schema schemaWith(const Mapping &mapping) const;
    Schema schemaWith(const QString &field) const;
    std::vector<int> sameRecord(int row) const;
    std::unique_ptr<Encoder> makeEncoder() const;
    std::string encodedRow(const Encoder &encoder, int row) const;
    void adapt();
    void mappingChanged();
    void settle(); ///< Sets what all rows decide and nobody has said.
    void forget(const QString &field); ///< What was said of it was of other values.
    void takeSaidFrom(const Mapping &mapping);
    /// Everything that a person changes comes by here.
    void change(const QString &words, const Mapping &mapping, bool typing = false);
    void changeTreatment(const QString &field, const QString &words,
                         const std::function<void(Treatment &)> &apply, bool typing = false);
    ColumnMapping newColumn(int column, const QString &field, Because because) const;
    Treatment newTreatment(const QString &column, const QString &field) const;
    void settleDates(Treatment &treatment, int column, const QString &field) const;
    QString labelOf(const QString &field) const;
    std::vector<TextRow> dataHead() const;

    const Bench &m_bench;
    FileDesk &m_file;
    PlaceDesk &m_place;
    Snapshot m_snapshot;
    Schema m_fields; ///< The place's, without the properties that the mapping names.
    std::optional<Profile> m_pending;
    std::optional<Mapping> m_aside; ///< While records are deleted: what was mapped before.
    SampleRows m_samples;
    std::optional<Draft> m_checked; ///< What takeCheck() was told of, while it is what is mapped.
    qint64 m_checkedRows = 0;
    QHash<QString, SampleCheck> m_checks; ///< Of its fields, where something was found.
    MappingSurvey m_survey;
    NameProposal m_names;
    Said m_said;
    std::vector<Change> m_changes; ///< The last ones, newest last.
    bool m_typing = false; ///< The newest may go on.
};

} // namespace rowlift::ui
