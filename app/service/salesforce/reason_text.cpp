#include "app/service/salesforce/reason_text.h"

#include "app/service/salesforce/api_error.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

struct ReasonWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::Explain)
};

constexpr qsizetype longestQuoted = 60;

QStringList trimmedNames(const QString &list)
{
    QStringList names;
    for (const QString &name : list.split(u',', Qt::SkipEmptyParts))
        names << name.trimmed();
    return names;
}

bool allKnown(const QStringList &names, const Schema &schema)
{
    return !names.isEmpty()
        && std::ranges::all_of(names, [&schema](const QString &name) { return schema.field(name); });
}

/// "Last Name: data value too large: …": the field whose label the text begins with.
const Field *fieldAtStart(const QString &text, const Schema &schema)
{
    const Field *found = nullptr;
    for (const Field &field : schema.fields) {
        const bool fits = !field.label.isEmpty() && field.standsFor.isEmpty()
            && text.startsWith(field.label + u':') && (!found || field.label.size() > found->label.size());
        if (fits)
            found = &field;
    }
    return found;
}

/// "Required fields are missing: [Company, LastName]", "Unable to create/update fields: CreatedDate. …"
QStringList namesInText(const QString &text, const Schema &schema)
{
    static const QRegularExpression brackets(u"\\[([\\w., ]+)\\]"_s);
    static const QRegularExpression list(u": ([\\w, ]+)\\."_s);
    for (const QRegularExpression *pattern : { &brackets, &list }) {
        const QStringList names = trimmedNames(pattern->match(text).captured(1));
        if (allKnown(names, schema))
            return names;
    }
    return {};
}

/// The fields that go to \a parent by its key.
QStringList fieldsOfParent(const MissingParent &parent, const Schema &schema)
{
    QStringList names;
    for (const Field &field : schema.fields) {
        if (!field.standsFor.isEmpty() && field.name.endsWith(u'.' + parent.key)
            && field.referenceTo.contains(parent.object))
            names << field.name;
    }
    return names;
}

/// The label of a key of another object as the schema has it, else its name.
QString parentKeyLabel(const MissingParent &parent, const Schema &schema)
{
    const QStringList names = fieldsOfParent(parent, schema);
    const Field *field = names.isEmpty() ? nullptr : schema.field(names.first());
    const QString label = field ? field->label.section(u": "_s, 1) : QString();
    return label.isEmpty() ? parent.key : label;
}

QStringList fieldsAtFault(const Reason &reason, const Schema &schema)
{
    if (!reason.field.isEmpty())
        return trimmedNames(reason.field);
    if (const auto parent = missingParent(reason.text))
        return fieldsOfParent(*parent, schema);
    if (const Field *field = fieldAtStart(reason.text, schema))
        return { field->name };
    return namesInText(reason.text, schema);
}

QString quotedValue(const QString &text, const QString &label)
{
    static const QRegularExpression valid(u"'(.*)' is not a valid value for the type"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    if (const auto match = valid.match(text); match.hasMatch())
        return match.captured(1);
    // "Label: what is wrong: value", in any language.
    if (!text.startsWith(label + u':'))
        return {};
    const QString said = text.sliced(label.size() + 1);
    const qsizetype colon = said.indexOf(u": "_s);
    return colon < 0 ? QString() : said.sliced(colon + 2).trimmed();
}

QString shortened(const QString &value)
{
    return value.size() > longestQuoted ? value.left(longestQuoted - 1) + u'…' : value;
}

} // namespace

ReadReason readReason(const Reason &reason, const Schema &schema)
{
    ReadReason read { .reason = reason };
    read.fields = fieldsAtFault(reason, schema);
    QStringList labels;
    for (const QString &name : std::as_const(read.fields)) {
        const Field *field = schema.field(name);
        if (!read.field)
            read.field = field;
        labels << (field ? field->label : name);
    }
    read.label = labels.isEmpty() ? ReasonWords::tr("A field") : QLocale().createSeparatedList(labels);
    if (const auto parent = missingParent(reason.text))
        read.parentLabel = parentKeyLabel(*parent, schema);
    read.value = shortened(quotedValue(reason.text, read.field ? read.field->label : QString()));
    return read;
}

std::optional<MissingParent> missingParent(const QString &text)
{
    static const QRegularExpression pattern(
        u"^Foreign key external ID: (.*) not found for field (\\w+) in entity (\\w+)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return MissingParent { .object = match.captured(3),
                           .key = match.captured(2),
                           .value = shortened(match.captured(1)) };
}

QString unknownField(const QString &text)
{
    static const QRegularExpression column(u"No such column '([^']+)'"_s);
    static const QRegularExpression header(u"Field name not found : (.+?)(?:\\. Batch .*)?$"_s);
    for (const QRegularExpression *pattern : { &column, &header }) {
        if (const auto match = pattern->match(text); match.hasMatch())
            return match.captured(1).trimmed();
    }
    return {};
}

FieldType wantedType(const QString &text)
{
    static const QRegularExpression pattern(u"for the type xsd:(\\w+)"_s);
    const QString type = pattern.match(text).captured(1);
    if (type == "date"_L1 || type == "dateTime"_L1)
        return FieldType::Date;
    if (type == "time"_L1)
        return FieldType::Time;
    if (type == "int"_L1)
        return FieldType::Integer;
    if (type == "double"_L1 || type == "decimal"_L1 || type == "long"_L1)
        return FieldType::Number;
    return type == "boolean"_L1 ? FieldType::Boolean : FieldType::Unsupported;
}

} // namespace rowlift::salesforce
