#pragma once

#include "tests/truth/truth_table.h"

#include <QSet>

#include <vector>

namespace rowlift::testing {

/// How people are imported into Marketo.
struct PeopleAim {
    QString kind; ///< JobKind::id
    QString key = QStringLiteral("email"); ///< The field that people are found by.
    int goodRows = 200;
    QString format = {}; ///< The option of that name.
    bool rowNumbers = true;
    QString list = {}; ///< Its id.
    QString partition = {}; ///< Its name.
    /// Rows that Check is certain about are left out; else all are sent, so that the service refuses them.
    bool checked = false;
    /// Rows that only their number tells apart from others of the same person.
    bool alikeRows = true;

    bool isImport() const { return kind == QLatin1StringView("bulk-import"); }
    bool byId() const { return key == QLatin1StringView("id"); }
};

/// A file about people with planted faults, what Marketo holds beforehand, and what must become of both.
class PeoplePlan {
public:
    struct Row {
        QMap<QString, QString> cells = {}; ///< By column.
        int seed = -1; ///< Its record id stands in the column of ids, where people are found by it.
        Outcome outcome = Outcome::In;
        QString code = {}; ///< Of the reason, a warning's included.
        QString field = {}; ///< Of the reason; empty: it does not matter.
        int person = -1; ///< Among people(): whom the row makes or changes.
    };
    struct Person {
        QJsonObject fields; ///< As stored at the end.
        bool isMember = false; ///< Of the list.
    };

    explicit PeoplePlan(const PeopleAim &aim);

    const PeopleAim &aim() const { return m_aim; }
    const QList<QJsonObject> &seeds() const { return m_seeds; }
    bool isElsewhere(int seed) const { return m_elsewhere.contains(seed); } ///< In another partition.
    const std::vector<Row> &rows() const { return m_rows; }
    const std::vector<Person> &people() const { return m_people; }
    qint64 warned() const;
    qint64 count(Outcome outcome) const;
    QStringList columns() const;
    QByteArray source(const QList<qint64> &seedIds) const;
    Target target() const;
    Mapping mapping() const;

private:
    QString keyColumn() const;
    QString keyValue(int number) const; ///< Of person \a number.
    int addSeed(int number);
    int addPerson(int seed);
    Row goodRow(int number, int seed) const;
    void apply(const Row &row, int number);
    void plantGood();
    void plantFaults();
    void plantKeyFaults();
    void plantWarnings();
    void plantAlike();
    void plantNull();
    void plantRepeats();
    void add(Row row, int number);
    Row refused(int number, const char *importCode, const char *callCode, const char *rule);

    PeopleAim m_aim;
    QList<QJsonObject> m_seeds;
    QSet<int> m_elsewhere;
    std::vector<Row> m_rows;
    std::vector<Person> m_people;
};

} // namespace rowlift::testing
