#pragma once

#include <QFile>

#include <string>
#include <vector>

namespace rowlift::bench {

/// Reads strict RFC 4180 a character at a time.
class StrictReader {
public:
    explicit StrictReader(const QString &path)
        : m_file(path)
    {
        m_open = m_file.open(QIODevice::ReadOnly);
    }

    bool open() const { return m_open; }

    /// The next record, or false at the end.
    bool next(std::vector<std::string> &cells)
    {
        std::size_t used = 0;
        const auto begin = [&] {
            if (cells.size() <= used)
                cells.emplace_back();
            cells[used++].clear();
        };
        if (!peek())
            return false;
        begin();
        for (bool quoted = false; peek(); ++m_at) {
            const char c = m_block[m_at];
            if (c == '"') {
                if (quoted && following() == '"') {
                    cells[used - 1] += c;
                    ++m_at;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && c == ',') {
                begin();
            } else if (!quoted && c == '\n') {
                ++m_at;
                break;
            } else {
                cells[used - 1] += c;
            }
        }
        cells.resize(used);
        return true;
    }

private:
    bool peek()
    {
        if (m_at < m_block.size())
            return true;
        m_block = m_file.read(1 << 20);
        m_at = 0;
        return !m_block.isEmpty();
    }

    char following()
    {
        if (m_at + 1 >= m_block.size())
            m_block += m_file.read(1 << 20);
        return m_at + 1 < m_block.size() ? m_block[m_at + 1] : '\0';
    }

    QFile m_file;
    QByteArray m_block;
    qsizetype m_at = 0;
    bool m_open = false;
};

} // namespace rowlift::bench
