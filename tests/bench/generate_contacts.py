#!/usr/bin/env python3
"""Writes a spreadsheet of invented people for measurements; the same bytes for the same arguments.

    python3 tests/bench/generate_contacts.py 500000 > contacts.csv

500,000 rows are about 100 MB. All people are invented and all e-mail domains are example.*. One row in 1,000 has no last
name (left out before sending), one in 1,000 an e-mail address that only the service refuses; what is planted is told on
standard error. One row in 20 has a note with quotes, a delimiter and a line break.

    --seed N     another set of people (default 1)
"""
import argparse
import csv
import json
import random
import sys

FIRST = 'Anna Käthe Ulrike Björn Sönke Günther Éloïse François Åsa Søren Linnéa Maarten Saskia Joost Zoë Ragnhild'.split()
LAST = ['Müller', 'Schröder', 'Weiß', 'von der Heide', 'Böttcher', 'Lefèvre', "L'Hermite", 'Åkerström', 'Sørensen',
        'van der Meer', "in 't Veld", 'Köhler-Brandt', 'Öttinger', 'Nygård', 'Désormeaux', 'Falkenried']
STREET = ['Lindenstraße', 'Am Hafen', 'rue des Tilleuls', 'Storgatan', 'Havenkade', 'Bahnhofstraße', 'quai du Port']
PLACE = [('04109', 'Leipzig', 'DE'), ('01067', 'Dresden', 'DE'), ('50667', 'Köln', 'DE'), ('8001', 'Zürich', 'CH'),
         ('1010', 'Wien', 'AT'), ('69003', 'Lyon', 'FR'), ('411 03', 'Göteborg', 'SE'), ('3011 CD', 'Rotterdam', 'NL')]
HEADER = ['Customer key', 'First name', 'Last name', 'Email', 'Phone', 'Mobile', 'Mailing street', 'Mailing zip/postal code',
          'Mailing city', 'Mailing country code', 'Birthdate', 'Description']
PLAIN = 'Met at the fair, wants the catalogue and a call in spring.'
QUOTED = 'Asked for "the large one", in blue;\nmay be called after six.'


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('rows', type=int)
    parser.add_argument('--seed', type=int, default=1)
    arguments = parser.parse_args()
    pick = random.Random(arguments.seed)
    out = csv.writer(open(sys.stdout.fileno(), 'w', encoding='utf-8', newline=''), lineterminator='\n')
    out.writerow(HEADER)
    planted = {'rows': arguments.rows, 'leftOut': 0, 'failed': 0}
    for row in range(1, arguments.rows + 1):
        first, last = pick.choice(FIRST), pick.choice(LAST)
        zip_code, city, country = pick.choice(PLACE)
        email = f'person.{arguments.seed}.{row}@example.com'
        chance = pick.randrange(1000)
        if chance == 0:
            last = ''
            planted['leftOut'] += 1
        elif chance == 1:
            email = email.replace('.com', '..com')
            planted['failed'] += 1
        out.writerow([f'B{arguments.seed}-{row:09}', first, last, email, f'+49 30 23125 {row % 1000:03}',
                      f'+49 171 39200 {row % 100:02}',
                      f'{pick.choice(STREET)} {pick.randrange(1, 200)}', zip_code, city, country,
                      f'{pick.randrange(1940, 2006)}-{pick.randrange(1, 13):02}-{pick.randrange(1, 29):02}',
                      QUOTED if pick.randrange(20) == 0 else PLAIN])
    print(json.dumps(planted), file=sys.stderr)


main()
