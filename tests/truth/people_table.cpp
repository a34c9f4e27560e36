#include "tests/truth/people_table.h"

namespace rowlift::testing {

using namespace Qt::StringLiterals;

namespace {

const QJsonValue stays(QJsonValue::Undefined);
const QJsonValue cleared(QJsonValue::Null);

Treatment daysFirst()
{
    return { .dates = { .order = DateOrder::DayFirst, .zone = "Europe/Berlin" } };
}

Treatment commas()
{
    return { .decimals = DecimalSign::Comma };
}

TruthColumn column(const QString &name, const QString &field, const Treatment &treatment,
                   std::vector<TruthSample> samples)
{
    return {
        .name = name, .field = field, .storedIn = field, .treatment = treatment, .samples = std::move(samples)
    };
}

/// Just what fits: 30,000 bytes, of characters with two.
QString longestNote()
{
    return QString(14'999, u'ü') + u"ab"_s;
}

TruthColumn notes()
{
    return column(
        u"Notiz"_s, u"longNotes"_s, {},
        { { u"plain"_s, u"plain"_s },
          { {}, stays },
          { u"two\nlines; \"quoted\", comma\tand tab"_s, u"two\nlines; \"quoted\", comma\tand tab"_s },
          { u"NULL"_s, cleared },
          { u"Grüße aus Łódź 🌻 𝄞"_s, u"Grüße aus Łódź 🌻 𝄞"_s },
          { u" blanks around "_s, u" blanks around "_s },
          { u"=1+1"_s, u"=1+1"_s },
          { u"\"\""_s, u"\"\""_s },
          { u"#N/A"_s, u"#N/A"_s },
          { u"ends with a break\n"_s, u"ends with a break\n"_s },
          { u"a;b\r\nc,d"_s, u"a;b\r\nc,d"_s } });
}

} // namespace

const std::vector<TruthColumn> &peopleColumnsOfMarketo()
{
    static const std::vector<TruthColumn> all {
        column(u"Nachname"_s, u"lastName"_s, {}, {}),
        column(u"Vorname"_s, u"firstName"_s, {},
               { { u"Ada"_s, u"Ada"_s },
                 { u"Jürgen \"J\" O'Hara"_s, u"Jürgen \"J\" O'Hara"_s },
                 { {}, stays } }),
        notes(),
        column(u"Lang"_s, u"surveyAnswer"_s, {},
               { { {}, stays },
                 { {}, stays },
                 { {}, stays },
                 { longestNote(), longestNote() },
                 { {}, stays },
                 { {}, stays },
                 { {}, stays },
                 { {}, stays },
                 { {}, stays },
                 { {}, stays } }),
        column(u"Stadt"_s, u"city"_s, { .blank = BlankMeaning::Clear },
               { { u"Köln"_s, u"Köln"_s }, { {}, cleared } }),
        column(u"Punkte"_s, u"leadScore"_s, commas(),
               { { u"17"_s, 17 }, { u"1.234"_s, 1234 }, { {}, stays }, { u"-5"_s, -5 }, { u"0"_s, 0 } }),
        column(u"Besuche"_s, u"visitCount"_s, commas(),
               { { u"3"_s, 3 }, { {}, stays }, { u"4.294.967.296"_s, qint64(4'294'967'296) } }),
        column(u"Rabatt"_s, u"discountPercent"_s, commas(),
               { { u"30"_s, 30 }, { {}, stays }, { u"15 %"_s, 15 } }),
        column(u"Wert"_s, u"lifetimeValue"_s, commas(),
               { { u"1.234,50 €"_s, 1234.5 }, { {}, stays }, { u"10,4"_s, 10.4 } }),
        column(u"Weg"_s, u"distanceKm"_s, commas(),
               { { u"0,25"_s, 0.25 }, { u"-7,5"_s, -7.5 }, { {}, stays }, { u"12"_s, 12 } }),
        column(u"Messe"_s, u"lastFairVisit"_s, daysFirst(),
               { { u"01.02.2026"_s, u"2026-02-01"_s }, { u"31.12.1999"_s, u"1999-12-31"_s }, { {}, stays } }),
        column(u"Anruf"_s, u"lastCall"_s, daysFirst(),
               { { u"03.04.2026 14:30"_s, u"2026-04-03T12:30:00Z"_s },
                 { u"15.01.2026 00:15"_s, u"2026-01-14T23:15:00Z"_s },
                 { {}, stays },
                 { u"2026-07-01T10:00:00+05:30"_s, u"2026-07-01T04:30:00Z"_s } }),
        // What may subscribe people again stays here; what stops contact goes out.
        column(
            u"Abgemeldet"_s, u"unsubscribed"_s, {},
            { { u"ja"_s, true }, { u"nein"_s, stays }, { {}, stays }, { u"x"_s, true }, { u"0"_s, stays } }),
        column(u"Newsletter"_s, u"newsletterOptIn"_s, {},
               { { u"nein"_s, false }, { u"ja"_s, stays }, { {}, stays } }),
        column(u"Darf werben"_s, u"marketingSuspended"_s, { .turned = true },
               { { u"nein"_s, true }, { u"ja"_s, stays }, { {}, stays } }),
        column(u"Kein Anruf"_s, u"doNotCall"_s, { .consent = ConsentSend::Both },
               { { u"ja"_s, true }, { u"nein"_s, false }, { {}, stays } }),
        column(u"Gesperrt"_s, u"blackListed"_s, { .blank = BlankMeaning::Clear },
               { { {}, stays }, { u"ja"_s, true } }),
        column(u"Foto"_s, u"photoUrl"_s, {},
               { { u"https://truth.example/a?b=c&d=e"_s, u"https://truth.example/a?b=c&d=e"_s },
                 { {}, stays },
                 { u"truth.example"_s, u"truth.example"_s } }),
        column(u"Telefon"_s, u"phone"_s, {},
               { { u"+49 (221) 12-34"_s, u"+49 (221) 12-34"_s }, { {}, stays } }),
        column(u"Rolle"_s, u"title"_s, {},
               { { QString(254, u'ß') + u"x"_s, QString(254, u'ß') + u"x"_s },
                 { {}, stays },
                 { u"CEO"_s, u"CEO"_s } }),
    };
    return all;
}

const std::vector<PeopleFault> &peopleFaultsOfMarketo()
{
    static const std::vector<PeopleFault> all {
        { "name too long", u"Vorname"_s, QString(256, u'ü'), "VALUE_TOO_LONG", "1003", "tooLong" },
        { "role too long", u"Rolle"_s, QString(300, u'x'), "VALUE_TOO_LONG", "1003", "tooLong" },
        { "too many bytes", u"Notiz"_s, QString(15'001, u'ü'), "VALUE_TOO_LONG", "1003", "tooManyBytes" },
        { "no score", u"Punkte"_s, u"viel"_s, "INVALID_DATA_TYPE", "1003", "notANumber" },
        { "half a visit", u"Besuche"_s, u"1,5"_s, "INVALID_DATA_TYPE", "1003", "notANumber" },
        { "more visits than 64 bits hold", u"Besuche"_s, u"9223372036854775808"_s, "INVALID_DATA_TYPE",
          "1003", "numberTooLarge" },
        { "no percentage", u"Rabatt"_s, u"halb"_s, "INVALID_DATA_TYPE", "1003", "notANumber" },
        { "no money", u"Wert"_s, u"teuer"_s, "INVALID_DATA_TYPE", "1003", "notANumber" },
        { "no distance", u"Weg"_s, u"weit"_s, "INVALID_DATA_TYPE", "1003", "notANumber" },
        { "no such day", u"Messe"_s, u"31.02.2026"_s, "INVALID_DATA_TYPE", "1003", "notADate" },
        { "no time", u"Anruf"_s, u"gestern"_s, "INVALID_DATA_TYPE", "1003", "notADate" },
        { "neither yes nor no", u"Kein Anruf"_s, u"vielleicht"_s, "INVALID_DATA_TYPE", "1003",
          "notABoolean" },
        { "link too long", u"Foto"_s, u"https://"_s + QString(250, u'a'), "VALUE_TOO_LONG", "1003",
          "tooLong" },
    };
    return all;
}

} // namespace rowlift::testing
