#!/usr/bin/env python3
"""Measures a whole upsert into the practice server, which judges every row: how long it takes, how much memory, and
whether all rows are accounted for.

    cmake --build build/release --target rowlift
    python3 tests/bench/measure_upsert.py --data /var/tmp/rowlift-bench

The file is sent twice: every record is added, then every record is updated. Then the records of the server are counted.
Prints markdown. Needs Linux.

    --rows N         rows of the file (default 1,000,000)
    --rowlift FILE   another program than that of the build folder
    --far FILE       another program as the practice server
"""
import sys

from measure import options_parser
from measure_run import RunBench


class UpsertBench(RunBench):
    target = {'object': 'Contact', 'operation': 'upsert', 'keyField': 'Crm_Key__c'}
    manner = []

    def measure(self):
        print('| | seconds | rows/s | RssAnon, MiB | parts | created | updated | failed | left out | unknown |')
        print('|---|---|---|---|---|---|---|---|---|---|')
        sent = []
        for name in ('first, adds', 'second, updates'):
            done = self.start_import(self.source)
            rows = done.answer['rows']
            seconds = done.kept() - done.start()
            parts = sum(1 for _, method, _, _ in self.far.requests() if method == 'PUT')
            print(f"| {name} | {seconds:.0f} | {rows['total'] / seconds:,.0f} | {done.peak / 1024:.1f} | {parts} | "
                  f"{rows['created']:,} | {rows['updated']:,} | {rows['failed']:,} | {rows['leftOut']:,} | "
                  f"{rows['unknown']:,} |", flush=True)
            accounted = sum(rows[kind] for kind in ('created', 'updated', 'failed', 'leftOut'))
            self.failed = self.failed or accounted != rows['total'] or rows['total'] != self.options.rows
            sent.append(rows['created'] + rows['updated'])
        records, keys = self.far.keys()
        print(f'\n{records:,} records with {keys:,} keys are stored.')
        self.failed = self.failed or not records == keys == sent[0] == sent[1]
        self.far.stop()
        return 1 if self.failed else 0


if __name__ == '__main__':
    parser = options_parser(__doc__)
    parser.add_argument('--rows', type=int, default=1_000_000)
    parser.add_argument('--far')
    sys.exit(UpsertBench(parser.parse_args()).measure())
