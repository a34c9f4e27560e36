#pragma once

#include <QByteArray>
#include <QMultiHash>
#include <QString>
#include <QStringList>

#include <mutex>

namespace rowlift::marketo {

/// The labels of an account's fields, which Marketo's reasons name instead of the fields. Shared by the
/// loaders of a session, so each of them may be the one that reads them; thread-safe.
class FieldLabels {
public:
    /// Of \a document, an answer of describe or describe2.
    void keep(const QByteArray &document);
    bool areKnown() const;
    /// The one of \a fields (REST names) that has \a label; empty when none has it, or several do.
    QString fieldOf(const QString &label, const QStringList &fields) const;

private:
    mutable std::mutex m_mutex;
    QMultiHash<QString, QString> m_fields; ///< REST names by label.
};

} // namespace rowlift::marketo
