#pragma once

#include "app/run/ledger.h"
#include "tests/survive/client.h"
#include "tests/truth/truth_plan.h"

#include <QProcess>

#include <memory>

namespace rowlift::testing {

/// A practice server in a process of its own.
class TruthServer {
public:
    TruthServer();
    ~TruthServer();

    const FarEnd &farEnd() const { return *m_farEnd; }
    /// Nothing is stored but what is there at first, and no request was seen.
    void reset();

private:
    QProcess m_process;
    std::unique_ptr<FarEnd> m_farEnd;
};

/// A file on its way into a practice server, and what became of it.
class TruthRun {
public:
    /// Plants what is there beforehand.
    TruthRun(const TruthServer &server, const TruthPlan &plan);

    /// Sends the file in \a kind; a complaint, or nothing.
    QString send(Client &client, const QString &kind, const QString &folder, const QJsonObject &options = {},
                 bool sendsAll = true);
    /// Every row against what is planted; the first few that are otherwise.
    QString wrongRows() const;
    /// What is stored, cell by cell, against what must be; the first few that are otherwise.
    QString wrongRecords() const;
    const RunEnd &end() const { return m_end; }
    const std::vector<PartRecord> &parts() const { return m_parts; }
    const QString &folder() const { return m_folder; } ///< Of the run.
    const QStringList &seedIds() const { return m_seedIds; }

private:
    /// A record as both sides write it: by field, what stands there.
    QString spelt(const QJsonObject &record) const;
    QString expected(const TruthPlan::Record &record) const;

    const FarEnd &m_farEnd;
    const TruthPlan &m_plan;
    QStringList m_seedIds;
    QMap<QString, QString> m_present; ///< Records that have nothing to do with it, by id.
    QMap<QString, QString> m_references; ///< "Account ACC-1" to its id.
    RunEnd m_end;
    std::vector<PartRecord> m_parts;
    std::vector<RowOutcome> m_outcomes; ///< Of all rows, in order.
    QString m_folder;
};

} // namespace rowlift::testing
