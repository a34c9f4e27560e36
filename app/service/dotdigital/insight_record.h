#pragma once

#include "app/schema/property_path.h"
#include "app/schema/schema.h"
#include "app/service/dotdigital/json_nested.h"

#include <QStringList>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rowlift::dotdigital {

/// How a row becomes the object of a record: which property each field is, and what its values are written
/// as. Properties stand in the order of the fields, but for the list of rows, which is last. What is blank is
/// left out, with groups, lists and entries that have nothing else. Source: contracts/dotdigital.md, 4.5.
class InsightRecord {
public:
    /// \a fields in the order of the values; those that name no property are passed over. \a list is the way
    /// to the list that has an entry for each row of a record (Target::list): names, divided by dots. Empty:
    /// each record is of one row.
    InsightRecord(const QStringList &fields, const Schema &schema, const QString &list,
                  JsonSpelling spelling);

    /// Appends the object of one row. Numbers are written as they stand, and as texts when they are none in
    /// JSON: then the service tells.
    void append(std::span<const std::string_view> values, OutBuffer &out) const;
    /// Appends the object that \a objects form, each as append() wrote one: of what stands once in it the
    /// first that is not blank, by itself in groups and numbered entries, too; and the entries of the list of
    /// all.
    void merge(std::span<const std::string_view> objects, OutBuffer &out) const;

private:
    enum class Kind {
        Value,
        Group, ///< An object.
        Entries, ///< A list with numbered entries.
        Rows ///< A list with an entry for each row.
    };
    enum class Form { Text, Number, YesNo, List };
    /// A member of an object, or an entry of a list.
    struct Node {
        Kind kind = Kind::Group;
        std::string name = {}; ///< With quotes and colon; empty in a list.
        int number = 0; ///< Of an entry, from 1.
        std::size_t column = 0; ///< Of a value.
        Form form = Form::Text;
        std::string separator = {}; ///< Of a list of texts in one value.
        std::vector<Node> children = {};
    };
    std::string nameOf(const QString &name) const;
    void place(const PropertyPath &path, std::size_t column, const Field *field);
    Node &childOf(Node &parent, const PropertyStep &step, Kind kind);
    void setForm(Node &value, const Field *field) const;
    void sortEntries(Node &node) const;
    void putListLast();

    /// False when nothing was to be written; then nothing was.
    bool write(const Node &node, std::span<const std::string_view> values, OutBuffer &out) const;
    bool writeAll(const Node &node, std::string_view begin, std::string_view end,
                  std::span<const std::string_view> values, OutBuffer &out) const;
    bool writeValue(const Node &value, std::string_view text, OutBuffer &out) const;
    bool writeTexts(const Node &value, std::string_view text, OutBuffer &out) const;

    /// \a values: what \a node is in the rows that have it.
    void mergeValues(const Node &node, std::span<const std::string_view> values, OutBuffer &out) const;
    void mergeChildren(const Node &node, std::span<const std::string_view> values, OutBuffer &out) const;
    /// Hands the children that \a value has to \a take, each by its place among those of \a node.
    template <typename Take>
    void findChildren(const Node &node, std::string_view value, const Take &take) const;
    static void joinLists(std::span<const std::string_view> lists, OutBuffer &out);

    JsonSpelling m_spelling;
    Node m_record;
    std::vector<std::string> m_way; ///< The names on the way to the list of rows.
};

} // namespace rowlift::dotdigital
