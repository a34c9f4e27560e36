#include "app/cli/command.h"
#include "app/cli/describe_file.h"
#include "app/cli/input_file.h"
#include "app/draft/file_look.h"
#include "app/mapping/mapping_json.h"
#include "app/mapping/property_names.h"
#include "app/mapping/treatment_json.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct MapWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

/// The fields that are chosen with a question, each with the column that it most likely comes from.
QJsonArray askedFields(const Schema &schema, const FileLook &look, bool tells)
{
    QJsonArray asked;
    for (const Field &field : schema.fields) {
        if (field.question.isEmpty())
            continue;
        const auto column = columnForField(field, look.looks);
        asked.append(QJsonObject { { u"field"_s, field.name },
                                   { u"column"_s, column ? QJsonValue(*column) : QJsonValue() } });
        if (tells)
            print(u"%1: %2"_s.arg(field.question, column.value_or(MapWords::tr("no column stands out"))));
    }
    return asked;
}

} // namespace

int mapCommand(const QStringList &arguments, const Tools &tools)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(MapWords::tr("Proposes where each column goes."));
    parser.addPositionalArgument(u"FILE"_s, MapWords::tr("The spreadsheet."));
    parser.addOption({ u"fields"_s, MapWords::tr("A describe document of the service."), u"DESC"_s });
    parser.addOption({ u"json"_s, MapWords::tr("Answers as JSON.") });
    addDialectOptions(parser);
    addSheetOption(parser);
    int exit = Fine;
    if (!parse(parser, arguments, &exit))
        return exit;
    if (parser.positionalArguments().size() != 1 || !parser.isSet(u"fields"_s))
        return wrongUsage(MapWords::tr("map takes one file, and --fields with a describe document."));
    const auto choice = dialectChoiceFrom(parser);
    if (!choice)
        return wrongUsage(choice.error().sentence);
    const Interrupt interrupt;
    const auto input = InputFile::take(parser, interrupt);
    if (!input)
        return couldNot(input.error());
    const auto look = lookAtFile(input->file(), *choice);
    if (!look)
        return couldNot(look.error());
    const auto fields = readDescribe(parser.value(u"fields"_s), tools.services);
    if (!fields)
        return couldNot(fields.error());
    const auto schema = fields->service->schemaFrom(fields->bytes);
    if (!schema)
        return couldNot(schema.error());

    const Mapping mapping = suggestMapping(look->looks, *schema, Operation::Insert);
    QJsonArray columns;
    for (size_t index = 0; index < mapping.columns.size(); ++index) {
        const ColumnMapping &column = mapping.columns[index];
        const QString name = look->header.value(static_cast<qsizetype>(index));
        QJsonObject json { { u"index"_s, static_cast<qint64>(index) + 1 },
                           { u"name"_s, name },
                           { u"field"_s, column.field.isEmpty() ? QJsonValue() : QJsonValue(column.field) },
                           { u"confidence"_s, column.confidence },
                           { u"because"_s, becauseId(column.because) } };
        if (column.treatment.property)
            json[u"property"_s] = propertyTypeId(*column.treatment.property);
        columns.append(json);
        if (!parser.isSet(u"json"_s))
            print(u"%1 → %2 (%3)"_s.arg(name,
                                        column.field.isEmpty() ? MapWords::tr("not imported") : column.field,
                                        becauseText(column.because)));
    }
    QJsonObject answer { { u"columns"_s, columns } };
    if (const QJsonArray asked = askedFields(*schema, *look, !parser.isSet(u"json"_s)); !asked.isEmpty())
        answer[u"asked"_s] = asked;
    if (parser.isSet(u"json"_s))
        printJson(answer);
    return Fine;
}

} // namespace rowlift::cli
