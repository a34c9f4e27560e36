#include "app/practice/dotdigital/items.h"

#include <algorithm>
#include <cstring>

namespace rowlift::practice::dotdigital {

namespace {

constexpr qsizetype itemBlock = 512 * 1024;
constexpr int keyFlag = 1;
constexpr int v3Flag = 2;

void appendSized(QByteArray &out, const std::string &text)
{
    const auto size = static_cast<quint32>(text.size());
    out.append(reinterpret_cast<const char *>(&size), sizeof size);
    out.append(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

ItemWriter::ItemWriter(const QString &path)
    : m_file(path)
    , m_good(m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
{
}

void ItemWriter::write(const Item &item)
{
    m_block += static_cast<char>((item.hasKey ? keyFlag : 0) | (item.isV3 ? v3Flag : 0));
    m_block += static_cast<char>(item.form);
    for (const std::string *text : { &item.key, &item.identifierType, &item.identifier, &item.json })
        appendSized(m_block, *text);
    if (m_block.size() >= itemBlock)
        flush();
}

void ItemWriter::flush()
{
    m_good = m_good && m_file.write(m_block) == m_block.size();
    m_block.resize(0);
}

bool ItemWriter::close()
{
    flush();
    m_file.close();
    return m_good;
}

ItemFile::ItemFile(const QString &path)
    : m_file(path)
{
    static_cast<void>(m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
}

void ItemFile::seek(qint64 offset)
{
    m_file.seek(offset);
    m_block.clear();
    m_blockBegin = offset;
    m_at = 0;
}

bool ItemFile::has(qsizetype bytes)
{
    if (m_block.size() - m_at >= bytes)
        return true;
    m_block.remove(0, m_at);
    m_blockBegin += m_at;
    m_at = 0;
    m_block += m_file.read(std::max(itemBlock, bytes));
    return m_block.size() >= bytes;
}

bool ItemFile::text(std::string &into)
{
    quint32 size = 0;
    if (!has(sizeof size))
        return false;
    std::memcpy(&size, m_block.constData() + m_at, sizeof size);
    m_at += qsizetype(sizeof size);
    if (!has(size))
        return false;
    into.assign(m_block.constData() + m_at, size);
    m_at += size;
    return true;
}

bool ItemFile::next(Item &item)
{
    if (!has(2))
        return false;
    item.hasKey = (m_block[m_at] & keyFlag) != 0;
    item.isV3 = (m_block[m_at] & v3Flag) != 0;
    item.form = static_cast<Item::Json>(m_block[m_at + 1]);
    m_at += 2;
    return text(item.key) && text(item.identifierType) && text(item.identifier) && text(item.json);
}

} // namespace rowlift::practice::dotdigital
