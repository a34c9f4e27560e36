#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <string_view>

namespace rowlift::practice {

/// Appends \a text to \a out as a JSON string with its quotes.
void appendJsonString(QByteArray &out, std::string_view text);
QByteArray jsonString(const QByteArray &text);
/// Joins finished JSON values into an array.
QByteArray jsonArray(const QByteArrayList &values);

/// A JSON object whose members keep their order, and whose numbers are printed as given (`61.0`).
class JsonText {
public:
    JsonText &text(const char *name, const QByteArray &value);
    JsonText &raw(const QByteArray &name, const QByteArray &json);
    JsonText &number(const char *name, qint64 value);
    JsonText &boolean(const char *name, bool value);
    QByteArray object() const { return m_members.isEmpty() ? QByteArray("{}") : m_members + '}'; }

private:
    QByteArray m_members;
};

} // namespace rowlift::practice
