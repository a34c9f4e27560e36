#pragma once

#include "app/mapping/profile.h"
#include "ui/desk/place_desk.h"
#include "ui/desk/sample_check.h"

namespace rowlift::ui {

/// Step 3: where each column goes.
class MapDesk : public QObject {
    Q_OBJECT

public:
    struct Snapshot {
        bool ready = false; ///< File and fields are known.
        Schema schema;
        Target target;
        QStringList columns; ///< Unique names.
        Mapping mapping;
        std::vector<const Field *> missing; ///< Required (or the key), and no column goes there. Into schema.
        QString profile; ///< Name of the profile that was applied or saved; empty: none.
        std::optional<ProfileFit> fit; ///< Of that profile, when it was applied.
    };

    MapDesk(const Bench &bench, FileDesk &file, PlaceDesk &place, QObject *parent = nullptr);

    const Snapshot &snapshot() const { return m_snapshot; }
    const FileDesk &file() const { return m_file; }
    const PlaceDesk &place() const { return m_place; }

    void setField(int column,
                  const QString &field); ///< Empty: not imported. A field taken elsewhere moves here.
    void setDateOrder(int column, DateOrder order);
    void mapAgain(); ///< Proposes anew.
    void clearAll();
    std::vector<FieldGuess> guesses(int column) const;
    /// Sample values of a column, raw; and as they would be sent for one of the first rows.
    int sampleRows() const;
    QString sample(int column, int sampleRow) const;
    QString sampleAsSent(int column, int sampleRow) const; ///< Null when it cannot be read.
    qint64 sampleRecord(int sampleRow) const; ///< Its record in the file; -1: there is no such row.
    std::vector<SampleCheck> sampleChecks() const; ///< One for each column.

    /// Uses a profile as soon as file and fields are known; account and action are taken from it at once.
    void useProfile(const Profile &profile);
    Result<QString> saveProfile(const QString &name); ///< Writes one small file.
    Profile currentProfile(const QString &name) const;

    bool complete() const;
    Draft draft() const; ///< What would be checked and run.

Q_SIGNALS:
    void changed();
    void profileSaved(const QString &name);

private:
    void refresh(); ///< File or fields have changed.
    void propose();
    void mappingChanged();
    void settleDates(ColumnMapping &column, int index) const;
    std::vector<TextRow> dataHead() const;

    const Bench &m_bench;
    FileDesk &m_file;
    PlaceDesk &m_place;
    Snapshot m_snapshot;
    std::optional<Profile> m_pending;
    std::vector<TextRow> m_samples;
};

} // namespace rowlift::ui
