#include "app/cli/consent_choices.h"

#include "app/csv/bad_input.h"
#include "app/mapping/consent.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct ContactWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

constexpr QLatin1StringView bothWord { "both" };
constexpr QLatin1StringView stopsWord { "stops" };

Treatment *treatmentFor(Mapping &mapping, const QString &field)
{
    for (ColumnMapping &column : mapping.columns) {
        if (column.field == field)
            return &column.treatment;
    }
    for (ExtraField &extra : mapping.extras) {
        if (extra.field == field)
            return &extra.treatment;
    }
    return nullptr;
}

/// The column that \a field is made of; the field where there is none.
QString sourceName(const Mapping &mapping, const QString &field)
{
    const int column = mapping.columnOf(field);
    return column < 0 ? field : mapping.columns[static_cast<std::size_t>(column)].column;
}

} // namespace

void addContactOptions(QCommandLineParser &parser)
{
    parser.addOption(
        { u"consent"_s,
          ContactWords::tr("Of a field that says whether people may be contacted, such as "
                           "“unsubscribed=both”: sends “both”, or only what “stops” contact, which is usual "
                           "where records may be changed. May be repeated."),
          u"FIELD=WHICH"_s });
}

Done takeContactChoices(const QCommandLineParser &parser, PreparationOptions &options)
{
    for (const QString &given : parser.values(u"consent"_s)) {
        const qsizetype sign = given.lastIndexOf(u'=');
        const QString which = given.mid(sign + 1);
        if (sign < 1 || (which != bothWord && which != stopsWord))
            return tl::unexpected(badInput(
                ContactWords::tr("--consent takes a field and both or stops, such as “unsubscribed=both”.")));
        options.contact.emplace_back(given.left(sign),
                                     which == bothWord ? ConsentSend::Both : ConsentSend::OnlyStops);
    }
    return {};
}

Done layContactChoices(const PreparationOptions &options, Draft &draft, const Schema &schema)
{
    for (const auto &[name, send] : options.contact) {
        const Field *field = schema.field(name);
        Treatment *treatment = treatmentFor(draft.mapping, name);
        if (!field || !treatment)
            return tl::unexpected(
                badInput(ContactWords::tr("--consent: nothing is sent to a field “%1”.").arg(name)));
        if (!consentSense(*field))
            return tl::unexpected(badInput(
                ContactWords::tr("--consent: “%1” does not say whether people may be contacted.").arg(name)));
        treatment->consent = send;
    }
    return {};
}

QStringList fieldsOfOnlyStops(const Draft &draft, const Schema &schema)
{
    QStringList fields;
    for (const QString &name : draft.mapping.fields()) {
        const Field *field = schema.field(name);
        if (field && sendsOnlyStops(*field, *draft.mapping.treatmentOf(name), draft.target.operation))
            fields << name;
    }
    return fields;
}

void tellContactChoices(const Draft &draft, const Schema &schema)
{
    for (const QString &name : draft.mapping.fields()) {
        const Field *field = schema.field(name);
        if (!field || !consentSense(*field) || draft.target.operation == Operation::Delete)
            continue;
        const Treatment &treatment = *draft.mapping.treatmentOf(name);
        const QString source = sourceName(draft.mapping, name);
        if (treatment.turned)
            //: %1 a column, %2 a field
            say(ContactWords::tr("“%1” is turned round: its yes is the no of “%2”.")
                    .arg(source, field->label));
        if (sendsOnlyStops(*field, treatment, draft.target.operation))
            //: %1 a column, %2 the name of a field
            say(ContactWords::tr("Of “%1”, only what stops contact is sent. To send both: "
                                 "--consent %2=both")
                    .arg(source, name));
    }
}

} // namespace rowlift::cli
