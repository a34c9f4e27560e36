#include "app/service/dotdigital/json_reader.h"

#include <QFile>

#include <memory>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace rowlift::dotdigital {

namespace {

/// Cuts the numbers of a document, which comes in blocks, to whole ones of at most 18 digits: RapidJSON stops
/// at a number that no double holds, and a refused record may have one in it.
class NumberCutter {
public:
    void cut(char *begin, const char *end)
    {
        for (char *at = begin; at != end; ++at) {
            if (m_inText)
                passText(*at);
            else
                *at = cutSign(*at);
        }
    }

private:
    void passText(char sign)
    {
        m_inText = m_isEscaped || sign != '"';
        m_isEscaped = !m_isEscaped && sign == '\\';
    }
    char cutSign(char sign)
    {
        const bool isDigit = sign >= '0' && sign <= '9';
        const bool isWithin = m_digits > 0
            && (isDigit || sign == '.' || sign == 'e' || sign == 'E' || sign == '+' || sign == '-');
        if (!isDigit && !isWithin) {
            m_inText = sign == '"';
            m_digits = 0;
            m_isCut = false;
            return sign;
        }
        constexpr int mostDigits = 18;
        m_isCut = m_isCut || !isDigit || m_digits == mostDigits;
        m_digits += m_isCut ? 0 : 1;
        return m_isCut ? ' ' : sign;
    }

    bool m_inText = false;
    bool m_isEscaped = false;
    bool m_isCut = false; ///< The rest of the number goes.
    int m_digits = 0; ///< Of the number so far.
};

/// A file as RapidJSON reads one. '\0' is its end.
class JsonFileStream {
public:
    using Ch = char;

    JsonFileStream(QFile &file, const std::stop_token &stop)
        : m_file(file)
        , m_stop(stop)
        , m_bytes(std::make_unique_for_overwrite<char[]>(blockBytes))
    {
        fill();
    }

    Ch Peek() const { return m_at < m_size ? m_bytes[m_at] : '\0'; }
    Ch Take()
    {
        const Ch sign = Peek();
        if (m_at < m_size && ++m_at == m_size)
            fill();
        return sign;
    }
    std::size_t Tell() const { return m_before + m_at; }
    bool isBroken() const { return m_isBroken; }

    // Of what is written: never called.
    Ch *PutBegin() { return nullptr; }
    void Put(Ch) { }
    std::size_t PutEnd(Ch *) { return 0; }

private:
    static constexpr std::size_t blockBytes = std::size_t(1) << 18;

    void fill()
    {
        m_before += m_size;
        m_at = m_size = 0;
        if (m_stop.stop_requested())
            return;
        const qint64 got = m_file.read(m_bytes.get(), qint64(blockBytes));
        m_isBroken = got < 0;
        m_size = got > 0 ? std::size_t(got) : 0;
        m_cutter.cut(m_bytes.get(), m_bytes.get() + m_size);
    }

    QFile &m_file;
    const std::stop_token &m_stop;
    std::unique_ptr<char[]> m_bytes;
    std::size_t m_at = 0;
    std::size_t m_size = 0;
    std::size_t m_before = 0;
    bool m_isBroken = false;
    NumberCutter m_cutter;
};

/// RapidJSON's handler in our words.
class JsonEvents : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, JsonEvents> {
public:
    explicit JsonEvents(JsonListener &listener)
        : m_listener(listener)
    {
    }

    using Size = rapidjson::SizeType;
    bool Default() { return (m_listener.nothing(), goesOn()); } // null, true, false
    bool RawNumber(const char *text, Size size, bool)
    {
        return (m_listener.number({ text, size }), goesOn());
    }
    bool String(const char *text, Size size, bool) { return (m_listener.text({ text, size }), goesOn()); }
    bool Key(const char *text, Size size, bool) { return (m_listener.name({ text, size }), goesOn()); }
    bool StartObject() { return (m_listener.begin(true), goesOn()); }
    bool EndObject(Size) { return (m_listener.end(), goesOn()); }
    bool StartArray() { return (m_listener.begin(false), goesOn()); }
    bool EndArray(Size) { return (m_listener.end(), goesOn()); }

private:
    bool goesOn() const { return m_listener.wantsMore(); }

    JsonListener &m_listener;
};

/// No depth of nesting uses up the stack.
template <typename Stream>
JsonEnd readStream(Stream &stream, JsonListener &listener)
{
    constexpr unsigned flags = rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag;
    rapidjson::Reader reader;
    JsonEvents events(listener);
    const rapidjson::ParseResult result = reader.Parse<flags>(stream, events);
    const bool ended = !result.IsError() || result.Code() == rapidjson::kParseErrorTermination;
    return ended ? JsonEnd::Whole : JsonEnd::NoJson;
}

} // namespace

JsonEnd readJsonFile(const QString &path, JsonListener &listener, const std::stop_token &stop)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return JsonEnd::Unreadable;
    JsonFileStream stream(file, stop);
    const JsonEnd end = readStream(stream, listener);
    if (stop.stop_requested())
        return JsonEnd::Stopped;
    return stream.isBroken() ? JsonEnd::Unreadable : end;
}

JsonEnd readJson(QByteArrayView document, JsonListener &listener)
{
    QByteArray bytes = document.toByteArray();
    NumberCutter().cut(bytes.data(), bytes.data() + bytes.size());
    rapidjson::MemoryStream stream(bytes.constData(), std::size_t(bytes.size()));
    return readStream(stream, listener);
}

} // namespace rowlift::dotdigital
