#include "tests/truth/truth_table.h"

#include <algorithm>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

namespace {

const QJsonValue leaves(QJsonValue::Undefined);
const QJsonValue empties(QJsonValue::Null);

Treatment germanDates()
{
    return { .dates = { .order = DateOrder::DayFirst, .zone = "Europe/Berlin" } };
}

Treatment germanNumbers()
{
    return { .decimals = DecimalSign::Comma };
}

TruthColumn keyColumn()
{
    return { .name = u"Key"_s, .field = u"Crm_Key__c"_s, .storedIn = u"Crm_Key__c"_s, .samples = {} };
}

TruthColumn textColumn(const QString &name, const QString &field)
{
    return { .name = name,
             .field = field,
             .storedIn = field,
             .samples = { { u"plain"_s, u"plain"_s },
                          { {}, leaves },
                          { u"two\r\nlines; \"quoted\", comma"_s, u"two\nlines; \"quoted\", comma"_s },
                          { u"#N/A"_s, empties },
                          { u"Grüße aus Łódź 🌻\t!"_s, u"Grüße aus Łódź 🌻\t!"_s },
                          { u" blanks around "_s, u" blanks around "_s },
                          { u"=1+1"_s, u"=1+1"_s },
                          { u"NULL"_s, u"NULL"_s } } };
}

TruthColumn ownerColumn(const QString &field)
{
    return { .name = u"Besitzer"_s,
             .field = field,
             .storedIn = u"OwnerId"_s,
             .samples = { { {}, leaves }, { u"jon@acme.example"_s, u"User jon@acme.example"_s } } };
}

TruthColumn tickColumn(const QString &field)
{
    return { .name = u"Haken"_s,
             .field = field,
             .storedIn = field,
             .treatment = { .consent = ConsentSend::Both },
             .samples = { { u"ja"_s, true }, { u"nein"_s, false }, { {}, leaves }, { u"1"_s, true } } };
}

/// What contacts and leads have in common.
std::vector<TruthColumn> peopleColumns()
{
    return {
        keyColumn(),
        { .name = u"Name"_s, .field = u"LastName"_s, .storedIn = u"LastName"_s, .samples = {} },
        { .name = u"Mail"_s, .field = u"Email"_s, .storedIn = u"Email"_s, .samples = {} },
        textColumn(u"Notiz"_s, u"Description"_s),
        { .name = u"Vorname"_s,
          .field = u"FirstName"_s,
          .storedIn = u"FirstName"_s,
          .samples = { { u"Ada"_s, u"Ada"_s }, { u"Jürgen \"J\""_s, u"Jürgen \"J\""_s }, { {}, leaves } } },
        { .name = u"Punkte"_s,
          .field = u"Score__c"_s,
          .storedIn = u"Score__c"_s,
          .treatment = germanNumbers(),
          .samples = { { u"17"_s, 17 }, { u"1.234"_s, 1234 }, { {}, leaves }, { u"0"_s, 0 } } },
        { .name = u"Gesehen"_s,
          .field = u"Seen_At__c"_s,
          .storedIn = u"Seen_At__c"_s,
          .treatment = germanDates(),
          .samples = { { u"03.04.2026 14:30"_s, u"2026-04-03T12:30:00.000+0000"_s },
                       { u"15.01.2026 00:15"_s, u"2026-01-14T23:15:00.000+0000"_s },
                       { {}, leaves },
                       { u"2026-07-01T10:00:00+05:30"_s, u"2026-07-01T04:30:00.000+0000"_s } } },
        tickColumn(u"DoNotCall"_s),
        { .name = u"Pflege"_s,
          .field = u"CleanStatus"_s,
          .storedIn = u"CleanStatus"_s,
          .samples = { { u"Matched"_s, u"Matched"_s }, { {}, leaves }, { u"pending"_s, u"Pending"_s } } },
        { .name = u"Interessen"_s,
          .field = u"Interests__c"_s,
          .storedIn = u"Interests__c"_s,
          .samples = { { u"Garden;Books"_s, u"Garden;Books"_s },
                       { {}, leaves },
                       { u"music"_s, u"Music"_s },
                       { u"Travel"_s, u"Travel"_s } } },
        { .name = u"Mitglied"_s,
          .field = u"Member_Number__c"_s,
          .storedIn = u"Member_Number__c"_s,
          .samples = { { {}, leaves } } },
        { .name = u"Brief"_s,
          .field = u"Letter__c"_s,
          .storedIn = u"Letter__c"_s,
          .samples = std::vector<TruthSample>(60, { {}, leaves }) },
    };
}

void giveLetter(std::vector<TruthColumn> &columns)
{
    QString letter;
    while (letter.size() < 100'000)
        letter += u"Sehr geehrte Damen und Herren, \"alles\" gut?\n"_s;
    columns.back().samples.front() = { letter, letter };
}

std::vector<TruthFault> peopleFaults()
{
    return {
        { "name too long", u"Name"_s, QString(81, u'ü'), "STRING_TOO_LONG", "tooLong" },
        { "note too long", u"Notiz"_s, QString(32'001, u'x'), "STRING_TOO_LONG", "tooLong" },
        { "no address", u"Mail"_s, u"ada@@truth.example"_s, "INVALID_EMAIL_ADDRESS" },
        { "not on the list", u"Pflege"_s, u"Nirgends"_s, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
          "notOnList" },
        { "one not on the list", u"Interessen"_s, u"Garden;Golf"_s, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
          "notOnList" },
        { "no such time", u"Gesehen"_s, u"31.02.2026 10:00"_s, "INVALID_FIELD", "notADate" },
        { "no number", u"Punkte"_s, u"viel"_s, "INVALID_FIELD", "notANumber" },
        { "number too large", u"Punkte"_s, u"1.234.567"_s, "NUMBER_OUTSIDE_VALID_RANGE", "numberTooLarge" },
        { "neither yes nor no", u"Haken"_s, u"vielleicht"_s, "INVALID_FIELD", "notABoolean" },
        { "no such owner", u"Besitzer"_s, u"nobody@acme.example"_s, "INVALID_FIELD", "", false, false },
        { "against the rule of the org", u"Punkte"_s, u"-5"_s, "FIELD_CUSTOM_VALIDATION_EXCEPTION" },
        { "number of another member", u"Mitglied"_s, u"M-TAKEN"_s, "DUPLICATE_VALUE", "", false, false },
        { "no name", u"Name"_s, {}, "REQUIRED_FIELD_MISSING", "requiredEmpty", true },
    };
}

TruthObject contacts()
{
    TruthObject object { .name = u"Contact"_s,
                         .mark = u"Name"_s,
                         .prefix = u"003"_s,
                         .columns = peopleColumns(),
                         .faults = peopleFaults() };
    giveLetter(object.columns);
    object.columns.push_back({ .name = u"Stadt"_s,
                               .field = u"MailingCity"_s,
                               .storedIn = u"MailingCity"_s,
                               .treatment = { .blank = BlankMeaning::Clear },
                               .samples = { { u"Köln"_s, u"Köln"_s }, { {}, empties } } });
    object.columns.push_back({ .name = u"Breite"_s,
                               .field = u"MailingLatitude"_s,
                               .storedIn = u"MailingLatitude"_s,
                               .treatment = germanNumbers(),
                               .samples = { { u"52,5"_s, 52.5 }, { u"-7,25"_s, -7.25 }, { {}, leaves } } });
    object.columns.push_back(
        { .name = u"Geburt"_s,
          .field = u"Birthdate"_s,
          .storedIn = u"Birthdate"_s,
          .treatment = germanDates(),
          .samples
          = { { u"01.02.1984"_s, u"1984-02-01"_s }, { u"31.12.1999"_s, u"1999-12-31"_s }, { {}, leaves } } });
    object.columns.push_back(
        { .name = u"Konto"_s,
          .field = u"Account.Crm_Key__c"_s,
          .storedIn = u"AccountId"_s,
          .samples
          = { { u"ACC-1"_s, u"Account ACC-1"_s }, { {}, leaves }, { u"ACC-2"_s, u"Account ACC-2"_s } } });
    object.columns.push_back(ownerColumn(u"Owner.Username"_s));
    object.faults.push_back({ "no such day", u"Geburt"_s, u"31.02.1984"_s, "INVALID_FIELD", "notADate" });
    object.faults.push_back(
        { "no such parent", u"Konto"_s, u"ACC-999"_s, "INVALID_FIELD", "", false, false });
    return object;
}

TruthObject leads()
{
    TruthObject object { .name = u"Lead"_s,
                         .mark = u"Name"_s,
                         .prefix = u"00Q"_s,
                         .columns = peopleColumns(),
                         .faults = peopleFaults() };
    giveLetter(object.columns);
    object.columns.push_back({ .name = u"Stadt"_s,
                               .field = u"City"_s,
                               .storedIn = u"City"_s,
                               .treatment = { .blank = BlankMeaning::Clear },
                               .samples = { { u"Köln"_s, u"Köln"_s }, { {}, empties } } });
    object.columns.push_back({ .name = u"Firma"_s,
                               .field = u"Company"_s,
                               .storedIn = u"Company"_s,
                               .samples = { { u"Stein & Söhne"_s, u"Stein & Söhne"_s } } });
    object.columns.push_back({ .name = u"Leute"_s,
                               .field = u"NumberOfEmployees"_s,
                               .storedIn = u"NumberOfEmployees"_s,
                               .treatment = germanNumbers(),
                               .samples = { { u"12.000"_s, 12'000 }, { {}, leaves } } });
    object.columns.push_back(ownerColumn(u"User:Owner.Username"_s));
    object.faults.push_back(
        { "no company", u"Firma"_s, {}, "REQUIRED_FIELD_MISSING", "requiredEmpty", true });
    return object;
}

TruthObject campaigns()
{
    return {
        .name = u"Campaign"_s,
        .mark = u"Name"_s,
        .prefix = u"701"_s,
        .columns = { keyColumn(),
                     { .name = u"Name"_s, .field = u"Name"_s, .storedIn = u"Name"_s, .samples = {} },
                     textColumn(u"Notiz"_s, u"Description"_s),
                     { .name = u"Beginn"_s,
                       .field = u"StartDate"_s,
                       .storedIn = u"StartDate"_s,
                       .treatment = germanDates(),
                       .samples = { { u"1.2.2027"_s, u"2027-02-01"_s },
                                    { u"31.12.2026"_s, u"2026-12-31"_s },
                                    { {}, leaves } } },
                     { .name = u"Kosten"_s,
                       .field = u"BudgetedCost"_s,
                       .storedIn = u"BudgetedCost"_s,
                       .treatment = germanNumbers(),
                       .samples = { { u"1.234.567 €"_s, 1'234'567 }, { {}, leaves } } },
                     { .name = u"Antwort"_s,
                       .field = u"ExpectedResponse"_s,
                       .storedIn = u"ExpectedResponse"_s,
                       .treatment = germanNumbers(),
                       .samples = { { u"12,5"_s, 12.5 }, { u"0,25"_s, 0.25 }, { {}, leaves } } },
                     tickColumn(u"IsActive"_s),
                     { .name = u"Teil"_s,
                       .field = u"Parent.Crm_Key__c"_s,
                       .storedIn = u"ParentId"_s,
                       .samples = { { {}, leaves }, { u"CAM-1"_s, u"Campaign CAM-1"_s } } },
                     ownerColumn(u"Owner.Username"_s) },
        .faults
        = { { "name too long", u"Name"_s, QString(81, u'ü'), "STRING_TOO_LONG", "tooLong" },
            { "no such day", u"Beginn"_s, u"31.02.2026"_s, "INVALID_FIELD", "notADate" },
            { "no number", u"Kosten"_s, u"viel"_s, "INVALID_FIELD", "notANumber" },
            { "number too large", u"Antwort"_s, u"1.234.567.890.123"_s, "NUMBER_OUTSIDE_VALID_RANGE",
              "numberTooLarge" },
            { "neither yes nor no", u"Haken"_s, u"vielleicht"_s, "INVALID_FIELD", "notABoolean" },
            { "no such parent", u"Teil"_s, u"CAM-999"_s, "INVALID_FIELD", "", false, false },
            { "no such owner", u"Besitzer"_s, u"nobody@acme.example"_s, "INVALID_FIELD", "", false, false },
            { "no name", u"Name"_s, {}, "REQUIRED_FIELD_MISSING", "requiredEmpty", true } },
        .hasEmail = false,
    };
}

/// Segments and flows are only deleted.
TruthObject named(const QString &name, const QString &prefix)
{
    return { .name = name,
             .mark = u"Name"_s,
             .prefix = prefix,
             .columns = { { .name = u"Name"_s, .field = u"Name"_s, .storedIn = u"Name"_s, .samples = {} } },
             .faults = {},
             .hasEmail = false };
}

} // namespace

const TruthColumn &TruthObject::column(const QString &columnName) const
{
    const auto found = std::ranges::find(columns, columnName, &TruthColumn::name);
    if (found == columns.end())
        qFatal("no such column");
    return *found;
}

TruthObject truthObject(const QString &name)
{
    if (name == u"Contact")
        return contacts();
    if (name == u"Lead")
        return leads();
    if (name == u"Campaign")
        return campaigns();
    return named(name, name == u"MarketSegment" ? u"1sg"_s : u"2aF"_s);
}

} // namespace rowlift::testing
