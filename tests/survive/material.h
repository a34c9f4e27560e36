#pragma once

#include "app/draft/draft.h"
#include "app/service/outcome.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace rowlift::testing {

/// What the rows of a loading are.
enum class Form {
    Records, ///< Of Salesforce.
    People, ///< Of Marketo, by their address.
    Contacts, ///< Of Dotdigital, by their address.
    Orders, ///< Of Dotdigital, by a key; those of contacts that are not there are refused.
    Lines ///< Of such orders: rows with one key form one.
};

/// A way of loading with an operation, and the calls that it makes. Each service adds its own to
/// allLoadings().
struct Loading {
    struct Call {
        const char *name;
        const char *method;
        const char *path; ///< A glob, as faults take it.
    };

    const char *name;
    const char *kind; ///< JobKind::id
    Operation operation;
    std::vector<Call> calls; ///< Of a run in fair weather.
    Call send; ///< The one after which the service has the rows, and changes them.
    /// Calls that only a recovery makes, when the reply to \a send was lost.
    std::vector<Call> recovering = {};
    bool keepsOld = false; ///< Before a delete it always is.
    bool looksUp = false; ///< The rows name their records by e-mail.
    int matrixRows = 60; ///< As many as make a few parts.
    const char *service = "salesforce"; ///< Service::id()
    /// When the reply to \a send was lost nobody can tell, not even by asking: the person has to.
    bool asksPerson = false;
    Form form = Form::Records;
    qint64 partBytes = 450; ///< As large as a few rows.

    bool isOf(QLatin1StringView other) const { return other == QLatin1StringView(service); }
};
const std::vector<Loading> &allLoadings();
const Loading &loadingNamed(QStringView name);

/// The rows of a run, what they meet at the far end, and what must become of them. Some rows cannot be sent,
/// some are refused, and where records are named by a key or an id some are named twice or thrice.
class Material {
public:
    Material(const Loading &loading, int rows);

    int rows() const { return m_rows; }
    /// What is at the far end beforehand.
    QList<QJsonObject> seeds() const;
    /// Of the seeds: those that are deleted again before the run.
    std::vector<qsizetype> deletedSeeds() const;
    QByteArray source(const QStringList &seedIds) const;
    Target target() const;
    bool keepsOld() const { return m_loading.keepsOld; }
    Mapping mapping() const;
    Outcome planted(int row) const { return m_planted[size_t(row - 1)]; }
    qint64 count(Outcome outcome) const;
    qint64 warned() const; ///< Rows that are in with a warning, where that is told.
    Form form() const { return m_loading.form; }
    /// Of orders.
    static QString collection() { return QStringLiteral("Orders"); }

    struct Verdict {
        QString complaint; ///< Empty: all is as it must be.
        int unknown = 0;
    };
    /// Holds what became of the rows (in file order) against what was planted, and against what the far end
    /// holds. Rows may be unknown: whether that many may is for the caller to say. With \a unfinished they
    /// may also be not sent, not processed or on their way.
    Verdict judge(const std::vector<Outcome> &became, const QList<QJsonObject> &stored,
                  bool unfinished) const;

private:
    bool byKey() const { return m_loading.form != Form::Records; }
    bool ofOrders() const { return m_loading.form == Form::Orders || m_loading.form == Form::Lines; }
    /// The row that named this record first; of an insert, the one in another part that it is just like.
    int keyOf(int row) const;
    bool isBad(int row) const;
    bool isLeftOut(int row) const;
    bool isWarned(int row) const;
    bool existsBefore(int key) const;
    QString emailOf(int row) const;
    QString nameOf(int row) const;
    /// What tells the row's record from others at the far end.
    QString identityOf(int row) const;
    /// What the record holds when the row is in, and no other has changed it since.
    QString markOf(int row) const;
    /// Identity and mark of what is stored; no identity: it has nothing to do with the run.
    std::pair<QString, QString> told(const QJsonObject &record) const;
    QJsonObject seedOf(int row) const;
    QString lineOf(int row, const QStringList &seedIds) const;
    void plant();

    Loading m_loading;
    int m_rows;
    std::vector<Outcome> m_planted;
    std::vector<int> m_seedOf; ///< By row: the place of its record among the seeds, or -1.
};

} // namespace rowlift::testing
