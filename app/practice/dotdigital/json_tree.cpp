#include "app/practice/dotdigital/json_tree.h"

#include <algorithm>
#include <rapidjson/reader.h>

namespace rowlift::practice::dotdigital {

/// Takes the reader's events. The texts of all nodes stand in one string that never grows beyond the source.
struct JsonTree::Builder : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, JsonTree::Builder> {
    explicit Builder(JsonTree &to)
        : tree(to)
    {
    }

    std::string_view keep(const char *text, rapidjson::SizeType size)
    {
        const std::size_t begin = tree.m_texts.size();
        tree.m_texts.append(text, size);
        return std::string_view(tree.m_texts).substr(begin);
    }

    bool add(Kind kind, std::string_view text)
    {
        const int index = static_cast<int>(tree.m_nodes.size());
        tree.m_nodes.push_back({ kind, name, text });
        name = {};
        if (!open.empty()) {
            if (last.back() < 0)
                tree.m_nodes[static_cast<std::size_t>(open.back())].first = index;
            else
                tree.m_nodes[static_cast<std::size_t>(last.back())].next = index;
            last.back() = index;
        }
        if (kind == Kind::Object || kind == Kind::Array) {
            open.push_back(index);
            last.push_back(-1);
            tree.m_depth = std::max(tree.m_depth, static_cast<int>(open.size()));
        }
        return true;
    }

    bool close()
    {
        open.pop_back();
        last.pop_back();
        return true;
    }

    bool Null() { return add(Kind::Null, {}); }
    bool Bool(bool value) { return add(Kind::Boolean, value ? "true" : "false"); }
    bool RawNumber(const char *text, rapidjson::SizeType size, bool)
    {
        return add(Kind::Number, keep(text, size));
    }
    bool String(const char *text, rapidjson::SizeType size, bool)
    {
        return add(Kind::String, keep(text, size));
    }
    bool Key(const char *text, rapidjson::SizeType size, bool)
    {
        name = keep(text, size);
        return true;
    }
    bool StartObject() { return add(Kind::Object, {}); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool StartArray() { return add(Kind::Array, {}); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    JsonTree &tree;
    std::string_view name;
    std::vector<int> open;
    std::vector<int> last;
};

bool JsonTree::parse(std::string_view text)
{
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag
        | rapidjson::kParseValidateEncodingFlag;
    m_source.assign(text);
    m_texts.clear();
    m_texts.reserve(text.size());
    m_nodes.clear();
    m_depth = 0;
    Builder builder(*this);
    rapidjson::Reader reader;
    rapidjson::StringStream stream(m_source.c_str());
    const rapidjson::ParseResult result = reader.Parse<flags>(stream, builder);
    m_hugeNumber = result.Code() == rapidjson::kParseErrorNumberTooBig;
    return !result.IsError() && stream.Tell() == m_source.size();
}

const JsonTree::Node *JsonTree::member(const Node &object, std::string_view name) const
{
    const Node *node = first(object);
    while (node && node->name != name)
        node = next(*node);
    return node;
}

} // namespace rowlift::practice::dotdigital
