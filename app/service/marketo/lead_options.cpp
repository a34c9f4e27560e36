#include "app/service/marketo/lead_options.h"

#include "app/service/marketo/kinds.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rowlift::marketo {

using namespace Qt::StringLiterals;

namespace {

struct OptionWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::marketo::LeadOptions)
};

constexpr auto formatOption = "format"_L1;
constexpr auto noRowNumbersOption = "noRowNumbers"_L1;
constexpr auto useAllPlacesOption = "useAllPlaces"_L1;

constexpr auto usualFormat = "csv"_L1;
constexpr auto usualLookupField = "email"_L1;

/// Source: contracts/marketo.md, 9.1.
constexpr std::array formats {
    std::pair { "csv"_L1, ',' },
    std::pair { "tsv"_L1, '\t' },
    std::pair { "ssv"_L1, ';' },
};

QString textAt(const Target &target, QLatin1StringView option)
{
    return target.options.value(option).toVariant().toString().trimmed(); // an id may stand there as a number
}

/// As it was written down; nothing that Marketo does not know is sent.
bool isFormat(QStringView format)
{
    return std::ranges::any_of(formats, [format](const auto &entry) { return entry.first == format; });
}

bool isListId(const QString &id)
{
    constexpr qsizetype longest = 18;
    return id.size() <= longest && std::ranges::all_of(id, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

LoadOption listChoice()
{
    return { .id = QLatin1StringView(listOption),
             .kind = LoadOption::Kind::Choice,
             .label = OptionWords::tr("Add to a list"),
             .help = OptionWords::tr("All people of the file become members. A new list? Make it in Marketo, "
                                     "then Refresh."),
             .choices = { { .value = {}, .label = OptionWords::tr("None") } },
             .isWhereTo = true,
             .asksAccount = true };
}

LoadOption partitionChoice()
{
    return { .id = QLatin1StringView(partitionOption),
             .kind = LoadOption::Kind::Choice,
             .label = OptionWords::tr("Partition"),
             .help = OptionWords::tr("Where people are added. Those who are in another partition already "
                                     "cannot be changed from here."),
             .choices = { { .value = {}, .label = OptionWords::tr("The usual one of your Marketo") } },
             .asksAccount = true };
}

LoadOption formatChoice()
{
    return { .id = formatOption,
             .kind = LoadOption::Kind::Choice,
             .label = OptionWords::tr("Written with"),
             .help
             = OptionWords::tr("What stands between two values on the way to Marketo. The file of yours "
                               "may have any."),
             .choices = { { .value = u"csv"_s, .label = OptionWords::tr("Commas") },
                          { .value = u"tsv"_s, .label = OptionWords::tr("Tabs") },
                          { .value = u"ssv"_s, .label = OptionWords::tr("Semicolons") } },
             .kinds = { bulkImportKind } };
}

LoadOption rowNumbersChoice()
{
    return { .id = noRowNumbersOption,
             .kind = LoadOption::Kind::YesNo,
             .label = OptionWords::tr("Send no row numbers"),
             .help
             = OptionWords::tr("A column “%1” in front of the others lets Rowlift find the rows of Marketo's "
                               "lists of failures again. Marketo ignores columns that it does not know; "
                               "people report so, it is not promised.")
                   .arg(QLatin1StringView(rowColumnName)),
             .kinds = { bulkImportKind } };
}

LoadOption placesChoice()
{
    return { .id = useAllPlacesOption,
             .kind = LoadOption::Kind::YesNo,
             .label = OptionWords::tr("Use all places of Marketo's queue"),
             .help = OptionWords::tr("Ten parts may wait in Marketo at a time, those of all programs "
                                     "together. Otherwise one place is left free for colleagues."),
             .kinds = { bulkImportKind } };
}

Error unknownOption(const QString &sentence, const QString &detail)
{
    return { .kind = Error::Kind::BadInput, .sentence = sentence, .detail = detail, .retryAfter = {} };
}

} // namespace

char LeadOptions::delimiter() const
{
    const auto found
        = std::ranges::find_if(formats, [this](const auto &entry) { return entry.first == format; });
    return found == formats.end() ? ',' : found->second;
}

LeadOptions leadOptions(const Target &target)
{
    LeadOptions options;
    options.lookupField = target.keyField.isEmpty() ? QString(usualLookupField) : target.keyField;
    options.listId = textAt(target, QLatin1StringView(listOption));
    options.partition = target.options.value(QLatin1StringView(partitionOption)).toString();
    const QString format = textAt(target, formatOption).toLower();
    options.format = isFormat(format) ? format : QString(usualFormat);
    options.rowNumbers = !target.options.value(noRowNumbersOption).toBool();
    options.allPlaces = target.options.value(useAllPlacesOption).toBool();
    return options;
}

Done holdsKnownOptions(const Target &target)
{
    const QString format = textAt(target, formatOption).toLower();
    if (!format.isEmpty() && !isFormat(format))
        return tl::unexpected(unknownOption(
            OptionWords::tr("Nothing was sent: Marketo does not know the form that the parts are to have. "
                            "Choose one again."),
            u"format: "_s + format));
    if (!isListId(leadOptions(target).listId))
        return tl::unexpected(
            unknownOption(OptionWords::tr("Nothing was sent: what is set as the list is none. Choose one "
                                          "again."),
                          u"list is no id"_s));
    return {};
}

std::vector<LoadOption> loadOptions(const Target &target)
{
    if (target.operation != Operation::Upsert)
        return {};
    return { listChoice(), partitionChoice(), formatChoice(), rowNumbersChoice(), placesChoice() };
}

} // namespace rowlift::marketo
