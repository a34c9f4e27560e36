#!/usr/bin/env python3
"""Writes spring-fair.csv and spring-fair.truth.json beside this file; the same bytes every time.

The file is what a trade fair's address tool would export: semicolons, Windows-1252, CRLF, two title lines above a German
header, post codes with leading zeros, dates as day.month.year, line breaks, quotes and semicolons inside cells, one row
of empty cells at the end. All people are invented; e-mail domains are example.*, telephone numbers come from the ranges
that the German, French and Swedish authorities keep free for films.

72 of the 2,400 rows are wrong on purpose, each for one of six reasons. Four can be known before sending (the row is left
out), two only the service can tell (the row fails):

  left out  requiredEmpty          no last name
  left out  notOnList              a country that is no ISO code
  left out  notADate               a birthday that no calendar has
  left out  tooLong                a first name of more than 40 characters
  failed    DUPLICATE_VALUE        a customer number that the practice account already holds (K-SEED-1 to K-SEED-5)
  failed    INVALID_EMAIL_ADDRESS  two dots in a row in an e-mail address

The truth names each of them by its row number as a spreadsheet shows it (the first line is row 1; a line break inside a
cell begins no row), and the field that every column goes to. Rows it does not name are added.
"""
import csv, io, json, os, random

HERE = os.path.dirname(os.path.abspath(__file__))
ROWS = 2400
FIRST_ROW = 4  # Two title lines and the header stand above.

COLUMNS = {
    'Kundennr.': 'Crm_Key__c', 'Anrede': 'Salutation', 'Vorname': 'FirstName', 'Nachname': 'LastName',
    'E-Mail': 'Email', 'Telefon': 'Phone', 'Mobil': 'MobilePhone', 'Straße': 'MailingStreet',
    'PLZ': 'MailingPostalCode', 'Ort': 'MailingCity', 'Land': 'MailingCountryCode', 'Geburtstag': 'Birthdate',
    'Newsletter abbestellt': 'HasOptedOutOfEmail', 'Bemerkung': 'Description', 'interne Notiz': None,
}

# (women, men, last names, streets) by language
GERMAN = ('Anna Käthe Ulrike Jördis Mareike Heike Sabine Friederike Gudrun Änne Lieselotte Cordula Petra Wiebke'.split(),
          'Jürgen Götz Björn Hans-Peter Uwe Sönke Detlev Matthias Günther Torsten Rüdiger Klaus Jörg Ansgar'.split(),
          ['Müller', 'Schröder', 'Weiß', 'Grünwald', 'Kirschstein', 'von der Heide', 'Böttcher', 'Großmann', 'Jäger',
           'Lindauer', 'Übermuth', 'Ahrendsen', 'Dornbusch', 'Falkenried', 'Rößler', 'Köhler-Brandt', 'Zander', 'Öttinger'],
          ['Lindenstraße', 'Am Hafen', 'Bahnhofstraße', 'Gänsemarkt', 'Schulweg', 'An der Mühle', 'Große Gasse'])
FRENCH = (['Éloïse', 'Noémie', 'Françoise', 'Anaïs', 'Hélène', 'Zoé'], ['François', 'Léandre', 'Benoît', 'Jérôme', 'Loïc'],
          ['Vaucluse', 'Rochefeuille', "L'Hermite", 'Lefèvre', 'Désormeaux', 'Le Goff', 'Beaucœur'],
          ['rue des Tilleuls', 'quai du Port', "place de l'Église", 'avenue du Général'])
NORDIC = (['Åsa', 'Märta', 'Sølvi', 'Bodil', 'Ragnhild', 'Linnéa'], ['Søren', 'Jørgen', 'Øyvind', 'Håkan', 'Göran', 'Åke'],
          ['Åkerström', 'Lindqvist', 'Sørensen', 'Bjørnsson', 'Hällgren', 'Nygård', 'Østergaard', 'Sjöberg'],
          ['Storgatan', 'Nygade', 'Kirkeveien', 'Ågatan', 'Havnevej'])
DUTCH = (['Evelien', 'Saskia', 'Noortje'], ['Maarten', 'Koen', 'Joost'], ['van der Meer', "in 't Veld", 'Oosterwold', 'Meijerink'],
         ['Havenkade', 'Dorpsstraat'])
# (ISO code, weight, people, places)
COUNTRIES = [
    ('DE', 60, GERMAN, [('04109', 'Leipzig'), ('01067', 'Dresden'), ('20457', 'Hamburg'), ('80331', 'München'),
                        ('50667', 'Köln'), ('06108', 'Halle (Saale)'), ('73430', 'Aalen'), ('09111', 'Chemnitz')]),
    ('AT', 11, GERMAN, [('1010', 'Wien'), ('6020', 'Innsbruck'), ('3100', 'St. Pölten')]),
    ('CH', 10, GERMAN, [('8001', 'Zürich'), ('3011', 'Bern'), ('9000', 'St. Gallen')]),
    ('FR', 8, FRENCH, [('69003', 'Lyon'), ('06000', 'Nice'), ('01000', 'Bourg-en-Bresse')]),
    ('SE', 4, NORDIC, [('411 03', 'Göteborg'), ('211 20', 'Malmö')]),
    ('DK', 3, NORDIC, [('8000', 'Århus C'), ('1050', 'København K')]),
    ('NO', 2, NORDIC, [('0150', 'Oslo'), ('9008', 'Tromsø')]),
    ('NL', 2, DUTCH, [('3011 CD', 'Rotterdam'), ('3511 AB', 'Utrecht')]),
]
REMARKS = [
    'Rückruf nach der Messe', 'Angebot gewünscht; bitte per E-Mail', 'Sagte: "Bitte erst im Mai melden"',
    'Stand B12\nwill Muster sehen', 'Zwei Fragen:\n1. Lieferzeit?\n2. "Sonderfarbe" möglich?', 'Kaffee ohne Zucker',
    'Treffen am 14.03. um 10:20; Halle 3', 'Parle français', 'möchte Katalog', 'Kennt unser Haus seit 1998',
]
NOTES = ['A', 'B', 'C', 'prüfen', 'VIP', 'siehe Fr. Jäger', 'nicht weitergeben']
LONG_NAMES = ['Maria Magdalena Theresia Walburga Eleonore Amalie', 'Karl Friedrich Wilhelm Maximilian Leopold August',
              'Anna Sophie Charlotte Friederike Luise Henriette']
NO_COUNTRIES = ['UK', 'Grossbritannien', 'UK', 'Holland']
NO_DATES = ['31.02.1988', '30.02.1975', '31.04.1990', '00.00.1900', '29.02.1987']

PLANTED = [  # outcome, why, field, how many
    ('leftOut', 'requiredEmpty', 'LastName', 14),
    ('leftOut', 'notOnList', 'MailingCountryCode', 16),
    ('leftOut', 'notADate', 'Birthdate', 10),
    ('leftOut', 'tooLong', 'FirstName', 6),
    ('failed', 'DUPLICATE_VALUE', 'Crm_Key__c', 12),
    ('failed', 'INVALID_EMAIL_ADDRESS', 'Email', 14),
]
ASCII = str.maketrans({'ä': 'ae', 'ö': 'oe', 'ü': 'ue', 'ß': 'ss', 'é': 'e', 'è': 'e', 'ï': 'i', 'ô': 'o', 'î': 'i', 'ç': 'c',
                       'å': 'a', 'ø': 'o', 'œ': 'oe', 'í': 'i', 'ë': 'e', ' ': '', "'": '', '-': ''})


def email_part(name):
    return name.lower().translate(ASCII)


def phone(rng, country):
    return {'DE': f'+49 30 23125 {rng.randrange(1000):03}', 'FR': f'+33 1 99 00 {rng.randrange(100):02} {rng.randrange(100):02}',
            'SE': f'+46 31 390 06 {rng.randrange(50):02}'}.get(country, '')


def person(rng, number):
    code, _, (women, men, lasts, streets), places = rng.choices(COUNTRIES, [c[1] for c in COUNTRIES])[0]
    woman = rng.random() < 0.5
    first, last = rng.choice(women if woman else men), rng.choice(lasts)
    post, town = rng.choice(places)
    street, house = rng.choice(streets), rng.randrange(1, 140)
    born = f'{rng.randrange(1, 29):02}.{rng.randrange(1, 13):02}.{rng.randrange(1948, 2004)}' if rng.random() < 0.7 else ''
    return {
        'Kundennr.': f'K-{100000 + number}',
        'Anrede': 'Frau' if woman else 'Herr',
        'Vorname': first,
        'Nachname': last,
        'E-Mail': f'{email_part(first)}.{email_part(last)}{number}@{rng.choice(["example.com", "example.org", "mail.example.net"])}',
        'Telefon': phone(rng, code),
        'Mobil': f'+49 171 39200 {rng.randrange(100):02}' if code == 'DE' and rng.random() < 0.4 else '',
        'Straße': f'{house} {street}' if code == 'FR' else f'{street} {house}',
        'PLZ': post,
        'Ort': town,
        'Land': code,
        'Geburtstag': born,
        'Newsletter abbestellt': rng.choices(['nein', 'ja', ''], [70, 12, 18])[0],
        'Bemerkung': rng.choice(REMARKS) if rng.random() < 0.25 else '',
        'interne Notiz': rng.choice(NOTES) if rng.random() < 0.2 else '',
    }


def spoil(row, why, nth):
    if why == 'requiredEmpty':
        row['Nachname'] = ''
    elif why == 'notOnList':
        row['Land'] = NO_COUNTRIES[nth % len(NO_COUNTRIES)]
    elif why == 'notADate':
        row['Geburtstag'] = NO_DATES[nth % len(NO_DATES)]
    elif why == 'tooLong':
        row['Vorname'] = LONG_NAMES[nth % len(LONG_NAMES)]
    elif why == 'DUPLICATE_VALUE':
        row['Kundennr.'] = f'K-SEED-{nth % 5 + 1}'
    elif why == 'INVALID_EMAIL_ADDRESS':
        row['E-Mail'] = row['E-Mail'].replace('.', '..', 1)


def main():
    rng = random.Random(20260314)
    people = [person(rng, n) for n in range(1, ROWS + 1)]
    places = iter(sorted(rng.sample(range(40, ROWS), sum(p[3] for p in PLANTED)), key=lambda _: rng.random()))
    wrong = []
    for outcome, why, field, count in PLANTED:
        for nth in range(count):
            at = next(places)
            spoil(people[at], why, nth)
            kind = 'rule' if outcome == 'leftOut' else 'code'
            wrong.append({'row': at + FIRST_ROW, 'outcome': outcome, kind: why, 'field': field})

    text = io.StringIO(newline='')
    writer = csv.writer(text, delimiter=';', lineterminator='\r\n')
    empty = [''] * (len(COLUMNS) - 1)
    writer.writerow(['Messe Frühjahr 2026'] + empty)
    writer.writerow(['Export vom 14.03.2026'] + empty)
    writer.writerow(COLUMNS)
    writer.writerows(p.values() for p in people)
    writer.writerow([''] + empty)
    with open(os.path.join(HERE, 'spring-fair.csv'), 'wb') as out:
        out.write(text.getvalue().encode('cp1252'))

    left_out = sum(w['outcome'] == 'leftOut' for w in wrong)
    failed = len(wrong) - left_out
    truth = {
        'object': 'Contact', 'operation': 'insert', 'dataRows': ROWS,
        'expected': {'added': ROWS - left_out - failed, 'failed': failed, 'leftOut': left_out},
        'rows': sorted(wrong, key=lambda w: w['row']), 'mapping': COLUMNS,
    }
    with open(os.path.join(HERE, 'spring-fair.truth.json'), 'w', encoding='utf-8', newline='\n') as out:
        json.dump(truth, out, ensure_ascii=False, indent=1)
        out.write('\n')


if __name__ == '__main__':
    main()
