#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rowlift::practice::dotdigital {

/// A small JSON text as a tree, with its numbers as they are written. Meant to be filled again and again.
class JsonTree {
public:
    enum class Kind { Null, Boolean, Number, String, Object, Array };
    struct Node {
        Kind kind = Kind::Null;
        std::string_view name = {}; ///< Of a member.
        std::string_view text = {}; ///< Of a string, decoded, of a number or of a truth value.
        int first = -1; ///< Its first member or element.
        int next = -1; ///< The one behind it in the same object or array.
    };

    /// False when \a text is no JSON. All views are good until the next call.
    bool parse(std::string_view text);
    /// True when it was none because of a number beyond all bounds.
    bool hadHugeNumber() const { return m_hugeNumber; }
    const Node &root() const { return m_nodes.front(); }
    /// The node of an index in Node; null for -1.
    const Node *at(int index) const
    {
        return index < 0 ? nullptr : &m_nodes[static_cast<std::size_t>(index)];
    }
    const Node *first(const Node &node) const { return at(node.first); }
    const Node *next(const Node &node) const { return at(node.next); }
    /// The member of that name; null without one.
    const Node *member(const Node &object, std::string_view name) const;
    /// How many objects and arrays stand inside one another.
    int depth() const { return m_depth; }

private:
    struct Builder;

    std::string m_source;
    std::string m_texts;
    std::vector<Node> m_nodes;
    int m_depth = 0;
    bool m_hugeNumber = false;
};

} // namespace rowlift::practice::dotdigital
