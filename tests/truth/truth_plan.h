#pragma once

#include "tests/truth/truth_table.h"

#include <vector>

namespace rowlift::testing {

/// What a file is for.
struct TruthAim {
    QString object;
    Operation operation = Operation::Insert;
    /// Upsert: the key. Update: the field by which records are looked up; empty: by their id.
    QString keyField = {};
    int goodRows = 300;
    /// Rows that Check is certain about are left out; else all are sent, so that the service refuses them.
    bool checked = false;
    QString kind = {}; ///< JobKind::id: calls of one record answer otherwise where there is none.
};

/// A file with planted faults, what is at the far end beforehand, and what must become of both.
class TruthPlan {
public:
    struct Row {
        QMap<QString, QString> cells; ///< By column.
        int seed = -1; ///< Its record id stands in the column of ids.
        enum class IdForm { Long, Short, WrongSum } idForm = IdForm::Long;
        QString id; ///< The same as a text.
        Outcome outcome = Outcome::Added;
        QString code; ///< Of the reason.
        QString field; ///< Of the reason; empty: it does not matter.
        int record = -1; ///< Among records(): what the row makes or changes.
    };
    struct Record {
        QJsonObject fields; ///< As stored at the end; references as "User jon@acme.example".
        int seed = -1;
        bool gone = false;
    };

    /// \a seeds: records that are there anyway, of objects that nobody may create.
    explicit TruthPlan(const TruthAim &aim, const QList<QJsonObject> &present = {});

    const TruthObject &object() const { return m_object; }
    const QList<QJsonObject> &seeds() const { return m_seeds; }
    const std::vector<int> &deletedSeeds() const { return m_deletedSeeds; }
    const std::vector<Row> &rows() const { return m_rows; }
    const std::vector<Record> &records() const { return m_records; }
    QByteArray source(const QStringList &seedIds) const;
    QStringList columns() const; ///< Of the source.
    Target target() const;
    Mapping mapping() const;
    /// The fields that are compared.
    QStringList storedFields() const;

private:
    bool byId() const;
    bool creates() const;
    int addSeed(const QJsonObject &fields);
    int addRecord(int seed);
    QJsonObject seedFields(int number) const;
    /// The cells of good row \a number about \a record.
    Row goodRow(int number, int seed) const;
    void apply(const Row &row, int number, int record);
    void plantInserts();
    void plantChanges();
    void plantRepeats();
    void plantIdFaults();
    QString idCode(const QString &code, bool isWrongKind = false) const;
    void plantLookUpFaults();
    void plantFaults();
    void plantDeletes(const QList<QJsonObject> &present);
    void add(Row row);
    /// Faults stand between good rows, not in one heap.
    void spread();

    TruthAim m_aim;
    TruthObject m_object;
    QList<QJsonObject> m_seeds;
    std::vector<int> m_deletedSeeds;
    std::vector<Row> m_rows;
    std::vector<Record> m_records;
    int m_number = 0;
};

} // namespace rowlift::testing
