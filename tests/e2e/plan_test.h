#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace rowlift::testing {

/// A test of the built program in a home of its own, new for each function, with what tests of plans need.
class PlanTest : public QObject {
protected:
    struct Run {
        int exit = -1;
        QByteArray out;
        QByteArray err;
        QJsonObject json() const { return QJsonDocument::fromJson(out.trimmed()).object(); }
    };

    void newHome() { m_home = std::make_unique<QTemporaryDir>(); }
    QString path(const QString &name) const { return m_home->filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const;
    /// numbered.csv: "P000001;p000001@example.com" and so on, below "Last;Mail".
    QString writeNumbered(int rows) const;
    /// numbered.rowlift: Last to LastName and Mail to Email, or other members in place of "columns".
    QString writeProfile(const QByteArray &columns = {}) const;

    Run run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// plan FILE --profile PROFILE --fields … -o plan --kind bulk-ingest; the last --kind counts.
    Run plan(const QString &file, const QString &profile, const QStringList &more = {}) const;
    QJsonObject planJson() const;
    QList<QJsonObject> parts() const; ///< What plan.json says.
    QByteArray part(const QJsonObject &part) const; ///< The bytes of one of them.
    QStringList files() const; ///< In the folder of the plan.
    /// The contacts of the practice account, by their key.
    QHash<QString, QJsonObject> stored() const;

    static QByteArray bytesOf(const QString &path);
    /// A file of tests/data/plan: "kunden.csv" is as people send it, "kunden.rowlift" its profile, and
    /// "kunden.sent.csv" what must be sent of it, written by hand.
    static QString data(const char *name);
    static QString describe();

private:
    void prepare(QProcess &process) const;

    std::unique_ptr<QTemporaryDir> m_home;
};

} // namespace rowlift::testing
