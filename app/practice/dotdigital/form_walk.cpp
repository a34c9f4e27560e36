#include "app/practice/dotdigital/form_walk.h"

#include <QRegularExpression>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

using Node = JsonTree::Node;
using Kind = JsonTree::Kind;
using Member = CollectionForm::Member;
using Type = CollectionForm::Type;

QByteArray bytesOf(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

bool looksLikeDate(std::string_view text)
{
    static const QRegularExpression pattern(
        u"^\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:?\\d\\d)?)?$"_s);
    if (text.size() < 10 || text[4] != '-' || text[7] != '-')
        return false;
    return pattern.match(QString::fromUtf8(bytesOf(text))).hasMatch();
}

bool isPlainName(std::string_view name)
{
    const auto isLetter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'; };
    return !name.empty() && isLetter(name.front()) && std::all_of(name.begin(), name.end(), [&](char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-';
    });
}

/// A clash is of two names that differ in dashes and underscores alone.
bool clashes(std::string_view one, std::string_view other)
{
    return one.size() == other.size() && one != other
        && std::equal(one.begin(), one.end(), other.begin(),
                      [](char a, char b) { return (a == '-' ? '_' : a) == (b == '-' ? '_' : b); });
}

Type typeOf(const Node &node)
{
    switch (node.kind) {
    case Kind::Number:
        return Type::Number;
    case Kind::Boolean:
        return Type::Boolean;
    case Kind::Object:
        return Type::Record;
    default:
        return looksLikeDate(node.text) ? Type::Timestamp : Type::String;
    }
}

/// A text that looks like a date is still a text where texts are wanted.
bool fits(Type stored, Type given)
{
    return stored == given || (stored == Type::String && given == Type::Timestamp);
}

int characters(std::string_view text)
{
    return static_cast<int>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

bool isTooLarge(std::string_view number, int digits)
{
    int count = 0;
    for (const char c : number) {
        if (c == 'e' || c == 'E')
            break;
        count += c >= '0' && c <= '9' && (count > 0 || c != '0');
    }
    double value = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
    const bool overflows = read.ec == std::errc::result_out_of_range;
    // A number too near to zero is out of range as well, but not too large.
    const std::size_t exponent = number.find_first_of("eE");
    const bool tiny = exponent != std::string_view::npos && number.substr(exponent + 1, 1) == "-";
    return count > digits || (overflows && !tiny) || std::isinf(value);
}

/// Looks at one record beside the form: first whether everything fits, then, in a second walk, what is new is
/// taken over.
class FormWalk {
public:
    FormWalk(const JsonTree &tree, const InsightBounds &bounds)
        : m_tree(tree)
        , m_bounds(bounds)
    {
    }

    Fault object(const Node &node, const Member *form)
    {
        for (const Node *each = m_tree.first(node); each; each = m_tree.next(*each)) {
            if (Fault fault = nameFault(*each, node, form); !fault.none())
                return fault;
            const Member *known = find(form, each->name);
            if (Fault fault = member(*each, known); !fault.none())
                return fault;
        }
        return {};
    }

    int newPaths() const { return m_newPaths; }

    /// Takes over what is new; true when there was something.
    bool extend(const Node &node, Member *form)
    {
        bool changed = false;
        for (const Node *each = m_tree.first(node); each; each = m_tree.next(*each)) {
            const Node *sample = sampleOf(*each);
            if (!sample)
                continue;
            auto *known = const_cast<Member *>(find(form, each->name));
            if (!known) {
                const Type type = each->kind == Kind::Array ? arrayType(*each) : typeOf(*sample);
                known = &form->members.emplace_back(
                    Member { std::string(each->name), type, each->kind == Kind::Array, {} });
                changed = true;
            }
            if (known->type != Type::Record)
                continue;
            if (each->kind == Kind::Object)
                changed |= extend(*each, known);
            for (const Node *element = m_tree.first(*each); each->kind == Kind::Array && element;
                 element = m_tree.next(*element))
                if (element->kind == Kind::Object)
                    changed |= extend(*element, known);
        }
        return changed;
    }

private:
    static const Member *find(const Member *form, std::string_view name)
    {
        if (!form)
            return nullptr;
        const auto found = std::find_if(form->members.begin(), form->members.end(),
                                        [&](const Member &each) { return each.name == name; });
        return found == form->members.end() ? nullptr : &*found;
    }

    Fault nameFault(const Node &node, const Node &parent, const Member *form) const
    {
        if (characters(node.name) > m_bounds.nameLength)
            return { "JsonKeyTooLong"_ba, bytesOf(node.name) };
        if (!isPlainName(node.name))
            return { "JsonKeyInvalidCharacters"_ba, bytesOf(node.name) };
        if (node.name.find_first_of("-_") == std::string_view::npos)
            return {};
        for (const Node *other = m_tree.first(parent); other; other = m_tree.next(*other))
            if (clashes(node.name, other->name))
                return { "JsonContainsDashUnderscoreClash"_ba, bytesOf(node.name) };
        const bool stored = form
            && std::any_of(form->members.begin(), form->members.end(),
                           [&](const Member &each) { return clashes(node.name, each.name); });
        return stored ? Fault { "JsonContainsDashUnderscoreClash"_ba, bytesOf(node.name) } : Fault();
    }

    Fault member(const Node &node, const Member *known)
    {
        if (node.kind == Kind::Null)
            return {};
        if (node.kind == Kind::Array)
            return array(node, known);
        if (Fault fault = valueFault(node); !fault.none())
            return fault;
        const Type type = typeOf(node);
        if (known && (known->repeated || (known->type == Type::Record) != (type == Type::Record)))
            return { "JsonDoesNotMatchSchema"_ba, bytesOf(node.name) };
        if (known && !fits(known->type, type))
            return { "JsonValueIncompatibleWithSchema"_ba, bytesOf(node.name) };
        if (type == Type::Record)
            return object(node, known);
        m_newPaths += !known;
        return {};
    }

    Fault array(const Node &node, const Member *known)
    {
        std::optional<Type> type;
        for (const Node *each = m_tree.first(node); each; each = m_tree.next(*each)) {
            if (each->kind == Kind::Array)
                return { "JsonContainsNestedArray"_ba, bytesOf(node.name) };
            if (each->kind == Kind::Null)
                continue;
            if (Fault fault = valueFault(*each); !fault.none())
                return fault;
            const Type given = typeOf(*each);
            if (type && !fits(*type, given) && !fits(given, *type))
                return { "InconsistentTypes"_ba, bytesOf(node.name) };
            type = type && fits(*type, given) ? *type : given;
        }
        if (!type)
            return {};
        if (known && (!known->repeated || (known->type == Type::Record) != (*type == Type::Record)))
            return { "JsonDoesNotMatchSchema"_ba, bytesOf(node.name) };
        if (known && !fits(known->type, *type))
            return { "JsonValueIncompatibleWithSchema"_ba, bytesOf(node.name) };
        m_newPaths += !known && *type != Type::Record;
        return *type == Type::Record ? records(node, known) : Fault();
    }

    /// The elements of one array have one form, too: a new member's type is that of its first appearance.
    Fault records(const Node &node, const Member *known)
    {
        Member together = known ? *known : Member { {}, Type::Record, true, {} };
        for (const Node *each = m_tree.first(node); each; each = m_tree.next(*each)) {
            if (each->kind != Kind::Object)
                continue;
            if (Fault fault = object(*each, &together); !fault.none())
                return fault;
            extend(*each, &together);
        }
        return {};
    }

    Fault valueFault(const Node &node) const
    {
        if (node.kind == Kind::String && static_cast<int>(node.text.size()) > m_bounds.valueLength
            && characters(node.text) > m_bounds.valueLength)
            return { "JsonValueTooLong"_ba, bytesOf(node.name) };
        if (node.kind == Kind::Number && isTooLarge(node.text, m_bounds.digits))
            return { "JsonNumberValueTooLarge"_ba, bytesOf(node.text) };
        return {};
    }

    /// What decides the type: a null decides nothing, nor does an array of nothing.
    const Node *sampleOf(const Node &node) const
    {
        const Node *sample = node.kind == Kind::Array ? m_tree.first(node) : &node;
        while (node.kind == Kind::Array && sample && sample->kind == Kind::Null)
            sample = m_tree.next(*sample);
        return sample && sample->kind != Kind::Null ? sample : nullptr;
    }

    Type arrayType(const Node &node) const
    {
        Type type = typeOf(*sampleOf(node));
        for (const Node *each = m_tree.first(node); each; each = m_tree.next(*each))
            if (each->kind != Kind::Null && !fits(type, typeOf(*each)))
                type = Type::String;
        return type;
    }

    const JsonTree &m_tree;
    const InsightBounds &m_bounds;
    int m_newPaths = 0;
};

} // namespace

FormLook lookAtForm(const JsonTree &record, const InsightBounds &bounds, const CollectionForm::Member &form)
{
    FormWalk walk(record, bounds);
    const Fault fault = walk.object(record.root(), &form);
    return { fault, walk.newPaths() };
}

bool extendForm(const JsonTree &record, const InsightBounds &bounds, CollectionForm::Member *form)
{
    return FormWalk(record, bounds).extend(record.root(), form);
}

} // namespace rowlift::practice::dotdigital
