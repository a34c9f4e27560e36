#!/usr/bin/env python3
"""Measures a whole import of orders into the practice server's Dotdigital: how long it takes, how much memory, and
whether all rows are accounted for.

    cmake --build build/release --target rowlift
    python3 tests/bench/measure_dotdigital.py --data /var/tmp/rowlift-bench --rows 200000
    python3 tests/bench/measure_dotdigital.py --data /var/tmp/rowlift-bench --rows 1000000 --lines 4

The practice server is a process of its own (`rowlift practice --instant`). Beside `rowlift import`, in turns, runs
`rowlift plan` of the same file and mapping. Prints markdown: the quickest of several rounds of each. "Start" is when the
check has ended; "accepted" when the last part was taken; "kept" when the last row has its outcome in the ledger. Parts
are asked about five seconds after they were taken, which are in it. At the end of the first round the server's records
are held against the orders in the file. Needs Linux.

    --rows N         rows of the file (default 200,000)
    --lines N        rows of an order, far from each other, which become one record (default 1: each is an order)
    --rounds N       rounds (default 5)
    --kind KIND      insight-v2 or insight-v3 (default: as Rowlift chooses)
    --judging        the server takes its time, and has limits
    --rowlift FILE   another program than that of the build folder
    --far FILE       another program as the practice server
"""
import json
import sys
from pathlib import Path

from measure import options_parser
from measure_run import RunBench

CONTACTS = 60_000
COLLECTION = 'BenchOrders'
PROPERTIES = {'Bestellung': ('id', 'text'), 'Datum': ('purchase_date', 'dateTime'), 'Summe': ('order_total', 'number'),
              'Waehrung': ('currency', 'text'), 'Bezahlt': ('paid', 'yesNo'), 'Stadt': ('address.city', 'text'),
              'Strasse': ('address.street', 'text'), 'PLZ': ('address.postcode', 'text'), 'Notiz': ('note', 'text')}
LINE = {'Artikel': ('name', 'text'), 'Menge': ('qty', 'number'), 'Preis': ('price', 'number')}
HEADER = ['Bestellung', 'Kunde', *list(PROPERTIES)[1:], *LINE]


def order_file(path, rows, lines):
    orders = rows // lines
    note = 'Bitte an der Hintertür „klingeln“; Schlüssel liegt beim Nachbarn, vielen Dank für die schnelle Lieferung. ' * 3
    with open(path, 'w', encoding='utf-8', newline='') as file:
        file.write(';'.join(HEADER) + '\r\n')
        for line in range(lines):
            for order in range(orders):
                file.write(f'SO-{order:07};contact{1 + order * 7919 % CONTACTS}@example.com;2026-0{1 + order % 9}-1{order % 10}'
                           f'T10:30:00Z;{order % 1000}.{10 + order % 90};EUR;{"yes" if order % 3 else "no"};Köln;'
                           f'"Lange Straße {order % 400}";0{1000 + order % 9000};"{note}{order}";'
                           f'"Gießkanne ""{line}""";{1 + (order + line) % 20};{order % 100}.99\r\n')


class DotdigitalBench(RunBench):
    service = 'dotdigital'
    sign_in = ['--user']

    def __init__(self, options):
        limits = [f'--contacts={CONTACTS + 1}']
        self.manner = limits if options.judging else ['--instant', *limits]
        self.lines = options.lines
        super().__init__(options)
        self.write_orders_profile()
        self.describe = self.folder / 'describe.json'
        self.describe.write_text(json.dumps({'rowlift': 'insightData', 'collection': COLLECTION, 'type': 'custom',
                                             'api': 'v3', 'isNew': True}))

    def rows_file(self, rows):
        path = self.data / f'orders-{rows}-{self.lines}.csv'
        if not path.exists():
            order_file(path, rows, self.lines)
        return path

    def write_orders_profile(self):
        inside = 'products[].' if self.lines > 1 else ''
        columns = [{'column': 'Kunde'}]
        for name, (member, kind) in PROPERTIES.items():
            columns.append({'column': name, 'field': member, 'property': kind})
        for name, (member, kind) in LINE.items():
            columns.append({'column': name, 'field': inside + member, 'property': kind})
        columns.sort(key=lambda column: HEADER.index(column['column']))
        target = {'object': f'insightData/{COLLECTION}', 'operation': 'upsert', 'keyField': '$key'}
        if self.lines > 1:
            target['list'] = 'products'
        self.profile.write_text(json.dumps({
            'rowlift': 2, 'name': self.profile.stem, 'service': self.service, 'account': 'far', 'target': target,
            'options': {'scope': 'contact', 'identifier': 'email'}, 'header': HEADER, 'columns': columns,
            'extras': [{'field': '$key', 'columns': ['Bestellung']}, {'field': '$contact', 'columns': ['Kunde']}]}))

    def way(self):
        return ['--kind', self.options.kind] if self.options.kind else []

    def submits(self):
        return [when for when, method, path, status in self.far.requests('/import')
                if method in ('POST', 'PUT') and status == 202]

    def stored(self):
        """How many records there are, and how many lines they have."""
        records, lines = 0, 0
        for line in self.far.call('GET', f'/records?service=dotdigital&object={COLLECTION}'):
            record = json.loads(line)
            records += 1
            lines += len(record['json'].get('products', [0]))
        return records, lines

    def measure(self):
        best = {}

        def note(name, value):
            best[name] = min(best.get(name, value), value)
        for turn in range(self.options.rounds):
            note('plan', self.plan())
            done = self.start_import(self.source)
            rows = done.answer['rows']
            note('accepted', max(self.submits()) - done.start())
            note('kept', done.kept() - done.start())
            note('process', done.end - done.begin)
            note('busy', done.busy)
            note('far', done.far_busy)
            note('memory', done.peak / 1024)
            if turn == 0:
                self.hold(rows)
            self.clear()
        parts = self.parts()
        size = Path(self.source).stat().st_size
        print(f"{self.options.rows:,} rows, {size:,} bytes, become {sum(part['bytes'] for part in parts):,} bytes in "
              f"{len(parts)} parts: {rows['in']:,} in, {rows['failed']:,} failed, {rows['leftOut']:,} left out\n")
        print('| | seconds |\n|---|---|')
        for words, name in (('plan, whole process', 'plan'), ('Start → accepted', 'accepted'), ('Start → kept', 'kept'),
                            ('whole process', 'process'), ('processor, import', 'busy'),
                            ('processor, practice server', 'far'), ('own memory (RssAnon), MiB', 'memory')):
            self.say(words, f'{best[name]:.2f}')
        self.say('rows a second, plan', f"{self.options.rows / best['plan']:,.0f}")
        self.say('rows a second, Start → kept', f"{self.options.rows / best['kept']:,.0f}")
        self.far.stop()
        return 1 if self.failed else 0

    def hold(self, rows):
        records, lines = self.stored()
        orders = self.options.rows // self.lines
        if not (rows['in'] == lines == orders * self.lines and records == orders):
            self.failed = True
            print(f"**Not as planned**: {orders} orders with {orders * self.lines} rows, {rows['in']} said to be in, "
                  f'{records} records with {lines} lines')


if __name__ == '__main__':
    parser = options_parser(__doc__)
    parser.add_argument('--rows', type=int, default=200_000)
    parser.add_argument('--lines', type=int, default=1)
    parser.add_argument('--kind')
    parser.add_argument('--judging', action='store_true')
    parser.add_argument('--far')
    sys.exit(DotdigitalBench(parser.parse_args()).measure())
