#!/usr/bin/env python3
"""Measures a whole import of people into the practice server's Marketo: how long it takes, how much memory, and whether
all rows are accounted for.

    cmake --build build/release --target rowlift
    python3 tests/bench/measure_marketo.py --data /var/tmp/rowlift-bench --rows 250000

The practice server is a process of its own (`rowlift practice --instant`). Beside `rowlift import`, in turns, runs
`rowlift plan` of the same file and mapping. Prints markdown: the quickest of several rounds of each. "Start" is when the
check has ended; "accepted" when the last part was taken; "kept" when the last row has its outcome in the ledger. Marketo
is first asked about a part after five seconds, which are in it. At the end of the first round the server's people are
held against the rows that were planned. Needs Linux.

    --rows N         rows of the file (default 1,000,000)
    --rounds N       rounds (default 5)
    --judging        the server judges every row, and takes its time
    --rowlift FILE   another program than that of the build folder
    --far FILE       another program as the practice server
"""
import json
import sys

from measure import ROOT, options_parser
from measure_run import RunBench

SUBMIT = '/bulk/v1/leads'


class MarketoBench(RunBench):
    service = 'marketo'
    target = {'object': 'leads', 'operation': 'upsert', 'keyField': 'email'}
    describe = ROOT / 'resources/practice/marketo/leads-describe.json'
    fields = {'Customer key': 'externalCRMID', 'First name': 'firstName', 'Last name': 'lastName', 'Email': 'email',
              'Phone': 'phone', 'Mobile': 'mobilePhone', 'Mailing street': 'address',
              'Mailing zip/postal code': 'postalCode', 'Mailing city': 'city', 'Mailing country code': 'country',
              'Birthdate': 'dateOfBirth', 'Description': 'leadNotes'}

    def __init__(self, options):
        if options.judging:
            self.manner = []
        super().__init__(options)

    def submits(self):
        return [when for when, method, _, _ in self.far.requests(SUBMIT) if method == 'POST']

    def people(self):
        """How many there are, and how many addresses they have."""
        addresses = [json.loads(line).get('email', '').lower()
                     for line in self.far.call('GET', '/records?service=marketo&object=leads')]
        ours = [address for address in addresses if address.startswith('person.')]
        return len(ours), len(set(ours))

    def measure(self):
        best = {}

        def note(name, value):
            best[name] = min(best.get(name, value), value)
        self.plain(self.source)
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
                self.hold_people(rows)
            self.clear()
        parts = self.parts()
        print(f"{self.options.rows:,} rows, {sum(part['bytes'] for part in parts):,} bytes in {len(parts)} parts: "
              f"{rows['in']:,} in, {rows['warned']:,} of them with a warning, {rows['failed']:,} failed, "
              f"{rows['leftOut']:,} left out\n")
        print('| | seconds |\n|---|---|')
        for words, name in (('plan, whole process', 'plan'), ('Start → accepted', 'accepted'), ('Start → kept', 'kept'),
                            ('whole process', 'process'), ('processor, import', 'busy'),
                            ('processor, practice server', 'far'), ('own memory (RssAnon), MiB', 'memory')):
            self.say(words, f'{best[name]:.2f}')
        self.far.stop()
        return 1 if self.failed else 0

    def hold_people(self, rows):
        planned = sum(part['rows'] for part in self.parts())
        people, addresses = self.people()
        if not rows['in'] + rows['failed'] == planned or not people == addresses == rows['in']:
            self.failed = True
            print(f"**Not as planned**: {planned} rows planned, {rows['in']} said to be in, {people} people with "
                  f'{addresses} addresses')


if __name__ == '__main__':
    parser = options_parser(__doc__)
    parser.add_argument('--rows', type=int, default=1_000_000)
    parser.add_argument('--judging', action='store_true')
    parser.add_argument('--far')
    sys.exit(MarketoBench(parser.parse_args()).measure())
