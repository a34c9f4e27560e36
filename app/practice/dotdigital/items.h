#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <optional>
#include <string>

namespace rowlift::practice::dotdigital {

/// One record of an import as it was sent.
struct Item {
    enum class Json { Missing, Text, Object, Other };

    bool isV3 = false; ///< It came in the form of v3.
    bool hasKey = false; ///< False also for null.
    std::string key;
    std::string identifierType; ///< Of v3: "email" … Empty in v2.
    std::string identifier;
    Json form = Json::Missing; ///< `json` came as a string, an object, or something else.
    std::string json;
};

/// Writes the items of an import one behind the other.
class ItemWriter {
public:
    explicit ItemWriter(const QString &path);
    void write(const Item &item);
    /// False when something could not be written.
    bool close();

private:
    void flush();

    QFile m_file;
    QByteArray m_block;
    bool m_good;
};

/// Reads them back.
class ItemFile {
public:
    explicit ItemFile(const QString &path);
    void seek(qint64 offset);
    /// Where the next item begins.
    qint64 offset() const { return m_blockBegin + m_at; }
    /// False at the end.
    bool next(Item &item);

private:
    bool has(qsizetype bytes);
    bool text(std::string &into);

    QFile m_file;
    QByteArray m_block;
    qint64 m_blockBegin = 0;
    qsizetype m_at = 0;
};

} // namespace rowlift::practice::dotdigital
