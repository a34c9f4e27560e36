#include "app/practice/dotdigital/item_reader.h"

#include "app/practice/dotdigital/json_tree.h"
#include "app/practice/json_text.h"

#include <array>
#include <cctype>
#include <rapidjson/reader.h>
#include <string>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

/// A request's body as the reader's stream.
class BodyStream {
public:
    using Ch = char;

    BodyStream(BodyReader &body, qint64 most)
        : m_body(body)
        , m_most(most)
    {
        fill();
    }

    char Peek() const { return m_at < m_end ? m_block[m_at] : '\0'; }
    char Take()
    {
        const char c = Peek();
        if (m_at < m_end && ++m_at == m_end)
            fill();
        return c;
    }
    std::size_t Tell() const { return static_cast<std::size_t>(m_read) - (m_end - m_at); }
    // Only for readers that write into their source.
    char *PutBegin() { return nullptr; }
    void Put(char) { }
    void Flush() { }
    std::size_t PutEnd(char *) { return 0; }

    /// Reads what nobody wanted. False when the peer is gone.
    bool drain()
    {
        while (!m_over)
            fill();
        return !m_gone;
    }
    bool isAtEnd() const { return m_at == m_end && m_over; }
    bool isTooLong() const { return m_read > m_most; }
    bool isEmpty() const { return m_read == 0; }

private:
    void fill()
    {
        m_at = m_end = 0;
        if (m_over)
            return;
        const qint64 got = m_body.read(m_block.data(), static_cast<qint64>(m_block.size()));
        m_gone = got < 0;
        m_over = got <= 0;
        m_read += std::max<qint64>(got, 0);
        m_end = isTooLong() || m_over ? 0 : static_cast<std::size_t>(got);
        if (isTooLong() && !m_over) // nobody looks at the rest
            drain();
    }

    BodyReader &m_body;
    qint64 m_most;
    std::array<char, 64 * 1024> m_block;
    std::size_t m_at = 0;
    std::size_t m_end = 0;
    qint64 m_read = 0;
    bool m_over = false;
    bool m_gone = false;
};

/// A value as it stood: a string's text, or the JSON of anything else.
struct CapturedValue {
    char kind = 'n'; ///< s(tring), o(bject), a(rray), d(igits), b(oolean), n(ull).
    std::string text;
};

/// Writes the reader's events as JSON again.
class JsonWriter {
public:
    void clear() { m_out.clear(); }
    const std::string &text() const { return m_out; }
    void raw(std::string_view text)
    {
        separate();
        m_out += text;
    }
    void string(std::string_view text)
    {
        separate();
        append(text);
    }
    void name(std::string_view text)
    {
        separate();
        append(text);
        m_out += ':';
    }
    void close(char bracket) { m_out += bracket; }

private:
    void append(std::string_view text)
    {
        m_quoted.resize(0);
        appendJsonString(m_quoted, text);
        m_out.append(m_quoted.constData(), static_cast<std::size_t>(m_quoted.size()));
    }
    void separate()
    {
        if (!m_out.empty() && m_out.back() != '{' && m_out.back() != '[' && m_out.back() != ':')
            m_out += ',';
    }

    std::string m_out;
    QByteArray m_quoted;
};

/// Walks down to the items; what stands in their members, and in those beside them, is captured whole.
struct ItemHandler : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, ItemHandler> {
    ItemHandler(bool isV3, ReadItems &into, const std::function<void(const Item &)> &then)
        : v3(isV3)
        , result(into)
        , each(then)
    {
    }

    // --- where things stand

    int itemsDepth() const { return v3 ? 2 : 1; }
    bool isMember() const { return depth == itemsDepth() + 1 || (v3 && depth == 1); }

    bool scalar(char kind, std::string_view text)
    {
        if (nesting > 0) {
            kind == 's' ? writer.string(text) : writer.raw(text);
            return true;
        }
        if (depth == 0 && kind == 'n')
            result.trouble = ReadItems::Trouble::Null;
        if (!isMember())
            return false;
        value.kind = kind;
        value.text.assign(text);
        return member();
    }

    bool opens(char bracket)
    {
        if (nesting > 0) {
            writer.raw({ &bracket, 1 });
            ++nesting;
            return true;
        }
        const bool isArray = bracket == '[';
        if (depth == 0)
            return isArray == !v3 && ++depth > 0;
        if (v3 && depth == 1 && name == "records" && isArray)
            return (result.hasRecords = true) && ++depth > 0;
        if (depth == itemsDepth()) {
            item = Item();
            item.isV3 = v3;
            return !isArray && ++depth > 0;
        }
        value.kind = isArray ? 'a' : 'o';
        writer.clear();
        writer.raw({ &bracket, 1 });
        nesting = 1;
        return true;
    }

    bool closes(char bracket)
    {
        if (nesting > 0) {
            writer.close(bracket);
            if (--nesting > 0)
                return true;
            value.text = writer.text();
            return member();
        }
        if (depth-- == itemsDepth() + 1)
            finishItem();
        return true;
    }

    // --- the reader's events

    bool Null() { return scalar('n', "null"); }
    bool Bool(bool is) { return scalar('b', is ? "true" : "false"); }
    bool RawNumber(const char *text, rapidjson::SizeType size, bool) { return scalar('d', { text, size }); }
    bool String(const char *text, rapidjson::SizeType size, bool) { return scalar('s', { text, size }); }
    bool StartObject() { return opens('{'); }
    bool EndObject(rapidjson::SizeType) { return closes('}'); }
    bool StartArray() { return opens('['); }
    bool EndArray(rapidjson::SizeType) { return closes(']'); }
    bool Key(const char *text, rapidjson::SizeType size, bool)
    {
        if (nesting > 0) {
            writer.name({ text, size });
            return true;
        }
        name.assign(text, size);
        for (char &c : name)
            if (!v3)
                c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        return true;
    }

    // --- what they mean

    bool member()
    {
        const bool isText = value.kind == 's' || value.kind == 'd';
        if (v3 && depth == 1) {
            if (isText)
                result.members.insert(QByteArray::fromStdString(name), QByteArray::fromStdString(value.text));
            return true;
        }
        if (name == "key") {
            item.hasKey = isText;
            item.key = isText ? value.text : std::string();
        } else if (name == "json") {
            item.form = value.kind == 's' ? Item::Json::Text
                : value.kind == 'o'       ? Item::Json::Object
                : value.kind == 'n'       ? Item::Json::Missing
                                          : Item::Json::Other;
            item.json = value.text;
        } else if (!v3 && name == "contactidentifier") {
            item.identifier = isText ? value.text : std::string();
        } else if (v3 && name == "contactIdentity") {
            readIdentity();
        }
        return true;
    }

    void readIdentity()
    {
        JsonTree tree;
        if (value.kind != 'o' || !tree.parse(value.text))
            return wrong("contactIdentity", "A contactIdentity must be an object");
        const JsonTree::Node *const type = tree.member(tree.root(), "identifier");
        const JsonTree::Node *const text = tree.member(tree.root(), "value");
        if (!type || type->text.empty())
            return wrong("contactIdentity.identifier", "An identifier is required");
        if (!text || text->text.empty() || text->text.size() > 256)
            return wrong("contactIdentity.value", "A value of 1 to 256 characters is required");
        item.identifierType = type->text;
        item.identifier = text->text;
    }

    void wrong(const char *what, const char *words)
    {
        if (!result.wrongItem.isEmpty())
            return;
        result.wrongItem = "records[" + QByteArray::number(result.items) + "]." + what;
        result.wrongWords = words;
    }

    void finishItem()
    {
        if (v3 && !item.hasKey)
            wrong("key", "A key is required");
        if (v3 && item.form != Item::Json::Object)
            wrong("json", "The json must be an object");
        ++result.items;
        each(item);
    }

    bool v3;
    ReadItems &result;
    const std::function<void(const Item &)> &each;
    int depth = 0; ///< Open containers that lead to the items.
    int nesting = 0; ///< Open containers of a value that is captured.
    std::string name;
    CapturedValue value;
    JsonWriter writer;
    Item item;
};

ReadItems readItems(bool v3, BodyReader &body, qint64 most, const std::function<void(const Item &)> &each)
{
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag
        | rapidjson::kParseValidateEncodingFlag;
    ReadItems result;
    BodyStream stream(body, most);
    ItemHandler handler(v3, result, each);
    rapidjson::Reader reader;
    const bool good = !reader.Parse<flags>(stream, handler).IsError() && stream.isAtEnd();
    if (!stream.drain())
        result.trouble = ReadItems::Trouble::Gone;
    else if (stream.isTooLong())
        result.trouble = ReadItems::Trouble::TooLong;
    else if (stream.isEmpty())
        result.trouble = ReadItems::Trouble::Empty;
    else if (!good && result.trouble == ReadItems::Trouble::None)
        result.trouble = ReadItems::Trouble::Malformed;
    return result;
}

} // namespace

ReadItems readItemsV2(BodyReader &body, qint64 most, const std::function<void(const Item &)> &each)
{
    return readItems(false, body, most, each);
}

ReadItems readItemsV3(BodyReader &body, qint64 most, const std::function<void(const Item &)> &each)
{
    return readItems(true, body, most, each);
}

} // namespace rowlift::practice::dotdigital
