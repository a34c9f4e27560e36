#include "app/csv/single_byte_decoder.h"

#include "app/csv/utf8.h"

#include <array>

namespace rowlift {

namespace {

class SingleByteDecoder : public BlockDecoder {
public:
    explicit SingleByteDecoder(const SingleByteTable &table)
        : m_table(table)
    {
    }

    std::size_t decode(std::string_view raw, bool, std::string &out) override
    {
        // By way of a small buffer: a string would clear all of the room that may be needed at most.
        std::array<char, SingleByteTable::mostBytes * pieceBytes + SingleByteTable::slack> buffer;
        for (std::size_t at = 0; at < raw.size(); at += pieceBytes) {
            const char *const end = m_table.decode(raw.substr(at, pieceBytes), buffer.data());
            out.append(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
        }
        return raw.size();
    }

    std::size_t rawLength(std::string_view text) override { return utf8Length(text); }

private:
    static constexpr std::size_t pieceBytes = 4096;

    SingleByteTable m_table;
};

} // namespace

std::unique_ptr<BlockDecoder> makeSingleByteDecoder(const SingleByteTable &table)
{
    return std::make_unique<SingleByteDecoder>(table);
}

} // namespace rowlift
