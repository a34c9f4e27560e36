#include "app/practice/dotdigital/item_reader.h"

#include "app/practice/dotdigital/body_stream.h"
#include "app/practice/dotdigital/json_tree.h"
#include "app/practice/dotdigital/json_writer.h"

#include <cctype>
#include <rapidjson/reader.h>
#include <string>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

/// A value as it stood: a string's text, or the JSON of anything else.
struct CapturedValue {
    char kind = 'n'; ///< s(tring), o(bject), a(rray), d(igits), b(oolean), n(ull).
    std::string text;
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
