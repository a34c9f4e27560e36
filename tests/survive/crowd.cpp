#include "tests/survive/crowd.h"

#include "app/run/outcome_text.h"

#include <QHash>

#include <algorithm>
#include <random>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr int doubledPeople = 150;
/// One row in so many.
constexpr unsigned repeats = 40;
constexpr unsigned warnings = 200;
constexpr unsigned doubled = 100;
constexpr unsigned withoutAddress = 1'000;
constexpr unsigned withoutNumber = 1'000;

const std::vector<const char *> &firstNames()
{
    static const std::vector<const char *> names { "Käthe",  "Björn",    "Éloïse", "Søren", "\"Mausi\"",
                                                   "Łucja",  "Zoë 🌻",    "Åsa",    "Anna",  "Jean;Luc",
                                                   "Joost ", "Ragnhild", "Günter", "Ida",   "Nikolas" };
    return names;
}

const std::vector<const char *> &notes()
{
    static const std::vector<const char *> texts { "Met at the fair, wants the catalogue in spring.",
                                                   "Asked for \"the large one\";\r\nmay be called after six.",
                                                   "Grüße!\nZweite Zeile, mit Komma\tund Tab",
                                                   "",
                                                   "  keeps its blanks  ",
                                                   "Likes cake, and long walks along the river in autumn." };
    return texts;
}

QByteArray quotedCell(const QByteArray &text)
{
    return '"' + QByteArray(text).replace('"', "\"\"") + '"';
}

QString nameOf(int row)
{
    return u"Müller-%1"_s.arg(row);
}

} // namespace

Crowd::Crowd(int rows, quint32 seed)
{
    std::mt19937 chance(seed);
    const auto oneIn = [&](unsigned many) { return chance() % many == 0; };
    m_fates.reserve(size_t(rows));
    m_people.reserve(size_t(rows));
    m_last.resize(size_t(doubledPeople), 0);
    m_source = "\xef\xbb\xbf" + header().join(u';').toUtf8() + "\r\n";
    for (int row = 1; row <= rows; ++row) {
        Fate fate = Fate::In;
        int person = int(m_last.size());
        if (oneIn(withoutAddress))
            fate = Fate::NoAddress;
        else if (oneIn(withoutNumber))
            fate = Fate::NoNumber;
        else if (oneIn(doubled)) {
            fate = Fate::Doubled;
            person = int(chance() % doubledPeople);
        } else if (oneIn(warnings))
            fate = Fate::Warned;
        else if (oneIn(repeats) && row > 100) {
            const int earlier = int(chance() % unsigned(row - 1));
            if (m_fates[size_t(earlier)] == Fate::In)
                person = m_people[size_t(earlier)];
        }
        if (person == int(m_last.size()))
            m_last.push_back(0);
        QByteArray address = fate == Fate::NoAddress ? QByteArray() : addressOf(person);
        if (fate == Fate::Warned)
            address.replace('@', " at ");
        else if (oneIn(10))
            address = address.toUpper(); // it is the same one
        m_source += address + ';' + quotedCell(firstNames()[chance() % firstNames().size()]) + ';'
            + nameOf(row).toUtf8() + ";+49 (30) " + QByteArray::number(chance() % 10'000'000) + ';'
            + quotedCell(notes()[chance() % notes().size()]) + ';'
            + (fate == Fate::NoNumber ? QByteArray("viel") : QByteArray::number(chance() % 100)) + ';'
            + (oneIn(20) ? "ja" : "nein") + ";2026-0" + QByteArray::number(1 + chance() % 9) + "-1"
            + QByteArray::number(chance() % 10) + ';' + QByteArray::number(chance() % 1'000) + ",5\r\n";
        if (fate == Fate::In || fate == Fate::Warned)
            m_last[size_t(person)] = row;
        m_fates.push_back(fate);
        m_people.push_back(person);
    }
}

QByteArray Crowd::addressOf(int person) const
{
    return (person < doubledPeople ? "doubled.person." : "crowd.person.") + QByteArray::number(person)
        + "@truth.example";
}

QList<QJsonObject> Crowd::seeds() const
{
    QList<QJsonObject> people;
    for (int person = 0; person < doubledPeople; ++person) {
        for (int copy = 0; copy < 2; ++copy)
            people << QJsonObject { { u"email"_s, QString::fromLatin1(addressOf(person)) },
                                    { u"lastName"_s, u"Seed"_s } };
    }
    return people;
}

QStringList Crowd::header()
{
    return { u"E-Mail"_s, u"Vorname"_s,    u"Nachname"_s, u"Telefon"_s, u"Notiz"_s,
             u"Punkte"_s, u"Abgemeldet"_s, u"Messe"_s,    u"Wert"_s };
}

Target Crowd::target()
{
    return { .object = u"leads"_s, .operation = Operation::Upsert, .keyField = u"email"_s };
}

Mapping Crowd::mapping()
{
    static constexpr std::pair<const char16_t *, const char16_t *> fields[] { { u"E-Mail", u"email" },
                                                                              { u"Vorname", u"firstName" },
                                                                              { u"Nachname", u"lastName" },
                                                                              { u"Telefon", u"phone" },
                                                                              { u"Notiz", u"longNotes" },
                                                                              { u"Punkte", u"leadScore" },
                                                                              { u"Abgemeldet",
                                                                                u"unsubscribed" },
                                                                              { u"Messe", u"lastFairVisit" },
                                                                              { u"Wert", u"lifetimeValue" } };
    Mapping mapping;
    for (const auto &[column, field] : fields) {
        ColumnMapping one { .column = QString::fromUtf16(column),
                            .field = QString::fromUtf16(field),
                            .because = Because::You,
                            .confidence = 1 };
        if (one.field == u"lifetimeValue")
            one.treatment.decimals = DecimalSign::Comma;
        mapping.columns.push_back(one);
    }
    return mapping;
}

qint64 Crowd::count(Fate fate) const
{
    return std::ranges::count(m_fates, fate);
}

QString Crowd::wrong(int row, Outcome outcome, const QString &code) const
{
    Outcome wanted = Outcome::In;
    QString wantedCode;
    switch (fate(row)) {
    case Fate::In:
        break;
    case Fate::Warned:
        wantedCode = u"INVALID_EMAIL"_s;
        break;
    case Fate::Doubled:
        wanted = Outcome::Failed;
        wantedCode = u"1007"_s;
        break;
    case Fate::NoAddress:
        wanted = Outcome::LeftOut;
        wantedCode = u"rowlift:requiredEmpty"_s;
        break;
    case Fate::NoNumber:
        wanted = Outcome::LeftOut;
        wantedCode = u"rowlift:notANumber"_s;
        break;
    }
    if (outcome == wanted && code == wantedCode)
        return {};
    return u"row %1 is %2 %3 instead of %4 %5"_s.arg(row).arg(outcomeId(outcome), code, outcomeId(wanted),
                                                              wantedCode);
}

QString Crowd::wrongPeople(const QList<QJsonObject> &stored) const
{
    QHash<QString, QStringList> names; // by address
    for (const QJsonObject &person : stored) {
        const QString address = person[u"email"].toString().toLower();
        if (address.endsWith(u"truth.example"_s))
            names[address] << person[u"lastName"].toString();
    }
    qsizetype wanted = doubledPeople;
    for (size_t person = doubledPeople; person < m_last.size(); ++person) {
        if (m_last[person] == 0)
            continue;
        ++wanted;
        QString address = QString::fromLatin1(addressOf(int(person)));
        if (fate(m_last[person]) == Fate::Warned)
            address.replace(u"@"_s, u" at "_s);
        const QStringList held = names.value(address);
        if (held != QStringList { nameOf(m_last[person]) })
            return u"%1 is “%2” instead of “%3”"_s.arg(address, held.join(u'|'), nameOf(m_last[person]));
    }
    for (int person = 0; person < doubledPeople; ++person) {
        if (names.value(QString::fromLatin1(addressOf(person))) != QStringList { u"Seed"_s, u"Seed"_s })
            return u"a doubled person has changed"_s;
    }
    return names.size() == wanted ? QString()
                                  : u"%1 addresses are there instead of %2"_s.arg(names.size()).arg(wanted);
}

} // namespace rowlift::testing
