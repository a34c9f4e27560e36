#include "app/csv/block_decoder.h"

#include "app/csv/bad_input.h"
#include "app/csv/single_byte_decoder.h"
#include "app/csv/wide_decoder.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <deque>

namespace rowlift {

namespace {

struct DecoderWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::BlockDecoder)
};

bool readsAsciiAsItStands(const QByteArray &encoding)
{
    QByteArray ascii;
    for (char c = ' '; c < '\x7F'; ++c)
        ascii.append(c);
    QStringDecoder decoder(encoding.constData(), QStringConverter::Flag::Stateless);
    const QString text = decoder.decode(ascii);
    return text == QLatin1StringView(ascii);
}

/// No byte above 0x7F, and none that switches to other letters: the escape of ISO-2022, shift in and out, the
/// tilde of HZ.
bool isStatelessAscii(std::string_view raw)
{
    return std::none_of(raw.begin(), raw.end(), [](char c) {
        return c < 0 || c == '\x1B' || c == '\x0E' || c == '\x0F' || c == '~';
    });
}

/// Shift_JIS, GB18030 …: several bytes may be one character, and several spellings the same one, so the way
/// back cannot be reckoned. Lines are decoded each for itself and their two lengths kept: records begin where
/// lines do. (No encoding that Qt knows uses CR or LF as part of a longer character, but UTF-16 and UTF-32.)
class MultiByteDecoder : public BlockDecoder {
public:
    explicit MultiByteDecoder(const QByteArray &encoding)
        : m_decoder(encoding.constData(), QStringConverter::Flag::Stateless)
        , m_asciiStands(readsAsciiAsItStands(encoding))
    {
    }

    std::size_t decode(std::string_view raw, bool last, std::string &out) override
    {
        std::size_t at = 0;
        while (at != raw.size()) {
            const std::size_t lineEnd = raw.find_first_of("\r\n", at);
            if (lineEnd == std::string_view::npos && !last)
                break;
            const std::size_t next = lineEnd == std::string_view::npos ? raw.size() : lineEnd + 1;
            appendLine(raw.substr(at, next - at), out);
            at = next;
        }
        return at;
    }

    std::size_t rawLength(std::string_view text) override
    {
        std::size_t raw = 0;
        std::size_t left = text.size();
        while (!m_lines.empty() && m_lines.front().text <= left) {
            left -= m_lines.front().text;
            raw += m_lines.front().raw;
            m_lines.pop_front();
        }
        if (!m_lines.empty())
            m_lines.front().text -= left; // a byte order mark; it is counted with the rest of its line
        return raw;
    }

private:
    struct Line {
        std::size_t text = 0;
        std::size_t raw = 0;
    };

    void appendLine(std::string_view raw, std::string &out)
    {
        const std::size_t before = out.size();
        if (m_asciiStands && isStatelessAscii(raw)) {
            out += raw;
        } else {
            m_decoder.resetState();
            const QString text
                = m_decoder.decode(QByteArrayView(raw.data(), static_cast<qsizetype>(raw.size())));
            const QByteArray utf8 = text.toUtf8();
            out.append(utf8.constData(), static_cast<std::size_t>(utf8.size()));
        }
        m_lines.push_back({ out.size() - before, raw.size() });
    }

    QStringDecoder m_decoder;
    bool m_asciiStands; ///< What is plain ASCII is the same in this encoding.
    std::deque<Line> m_lines;
};

} // namespace

bool isUtf8Name(const QByteArray &encoding)
{
    constexpr std::array names = { "UTF-8", "UTF8", "ASCII", "US-ASCII", "ANSI_X3.4-1968" };
    return std::any_of(names.begin(), names.end(),
                       [&](const char *name) { return encoding.compare(name, Qt::CaseInsensitive) == 0; });
}

Error unknownEncoding(const QByteArray &encoding)
{
    return badInput(
        DecoderWords::tr("Rowlift cannot read the character set “%1”. Choose another one, or save the "
                         "file as CSV UTF-8.")
            .arg(QString::fromLatin1(encoding)));
}

std::unique_ptr<BlockDecoder> makeBlockDecoder(const QByteArray &encoding)
{
    const QByteArray name = encoding.toUpper();
    if (name == "UTF-16LE" || name == "UTF-16")
        return makeUtf16Decoder(true);
    if (name == "UTF-16BE")
        return makeUtf16Decoder(false);
    if (name == "UTF-32LE" || name == "UTF-32")
        return makeUtf32Decoder(true);
    if (name == "UTF-32BE")
        return makeUtf32Decoder(false);
    if (encoding.isEmpty() || !QStringDecoder(encoding.constData()).isValid())
        return nullptr;
    if (const auto table = SingleByteTable::of(encoding))
        return makeSingleByteDecoder(*table);
    return std::make_unique<MultiByteDecoder>(encoding);
}

ByteOrderMark byteOrderMarkOf(std::string_view head)
{
    using namespace std::string_view_literals;
    if (head.starts_with("\xEF\xBB\xBF"sv))
        return { "UTF-8", 3 };
    if (head.starts_with("\xFF\xFE\0\0"sv))
        return { "UTF-32LE", 4 };
    if (head.starts_with("\0\0\xFE\xFF"sv))
        return { "UTF-32BE", 4 };
    if (head.starts_with("\xFF\xFE"sv))
        return { "UTF-16LE", 2 };
    if (head.starts_with("\xFE\xFF"sv))
        return { "UTF-16BE", 2 };
    if (head.starts_with("\x84\x31\x95\x33"sv))
        return { "GB18030", 4 };
    return {};
}

} // namespace rowlift
