#!/usr/bin/env python3
"""Measures `rowlift plan` on a large file of known content beside DuckDB and polars, which select and rename the same
columns.

    cmake --build build/release --target rowlift generate_marketing check_plan plain_read
    (cd tests/bench/peers && npm ci)
    python3 tests/bench/measure_plan.py --data /var/tmp/rowlift-bench

Prints markdown: the quickest of several interleaved runs with the page cache warm, how that compares, and whether every
value of every row is the planted one. Peers are timed inside their process, Rowlift as a whole process; processor time
is that of whole processes. All write to the data folder, which has to have room for the file three times. Needs Linux.

    --only WORD,…    only runs whose name has one of the words
    --large N        bytes of the file (default 1,000,000,000)
    --rounds N       rounds (default 5)
    --rowlift FILE   another program than that of the build folder
"""
import json
import resource
import shutil
import sys
import tempfile
from pathlib import Path

import plan_profile
from measure import Bench, options_parser

PART = 10_000_000


def processor_seconds():
    """Of all processes that ended: also tells how programs compare where the machine has other work."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


class PlanBench(Bench):
    def __init__(self, options):
        super().__init__(options)
        label = f'{options.large / 1e9:g}g-wide'
        self.utf8 = self.file(f'{label}.csv', f'--bytes={options.large}', '--wide', '--delimiter=;')
        rows = self.truth(self.utf8)['dataRows']
        self.western = self.file(f'{label}-1252.csv', f'--rows={rows}', '--wide', '--delimiter=;',
                                 '--encoding=windows-1252')
        self.work = tempfile.TemporaryDirectory(dir=self.data)
        self.folder = Path(self.work.name)
        self.failed = False
        for name, treated in (('plain', False), ('treated', True)):
            plan_profile.write_describe(self.folder / f'{name}.json', treated)
            plan_profile.write_profile(self.folder / f'{name}.rowlift', treated)

    def arguments(self, path, profile, *more):
        return ['plan', path, '--profile', self.folder / f'{profile}.rowlift',
                '--fields', self.folder / f'{profile}.json', '-o', self.folder / 'plan', *more]

    def plan(self, path, profile, *more):
        shutil.rmtree(self.folder / 'plan', ignore_errors=True)
        seconds, done = self.run([self.rowlift, *self.arguments(path, profile, *more)])
        if done.returncode != 0:
            print(f'rowlift plan ended with {done.returncode}: {done.stderr.decode()[-500:]}', file=sys.stderr)
        return seconds if done.returncode == 0 else None

    def other(self, tool, path):
        out = self.folder / 'other.csv'
        out.unlink(missing_ok=True)
        return self.peer(tool, 'select', path, out, json.dumps(plan_profile.TAKEN))[0]

    def wrong(self, path, treated, files):
        """What is not as planted in \a files, and the rows of each file."""
        done = self.run([self.build / 'check_plan', f'{path}.truth.json', plan_profile.checks(treated), *files])[1]
        said = json.loads(done.stdout)
        return said['said'], said['rows']

    def wrong_plan(self, path, treated, most):
        folder = self.folder / 'plan'
        parts = json.loads((folder / 'plan.json').read_text())['parts']
        said, rows = self.wrong(path, treated, [folder / part['file'] for part in parts])
        sizes = [(folder / part['file']).stat().st_size for part in parts]
        if sizes != [part['bytes'] for part in parts] or rows != [part['rows'] for part in parts]:
            said.append('plan.json tells other sizes or numbers of rows')
        if {entry.name for entry in folder.iterdir()} != {part['file'] for part in parts} | {'plan.json'}:
            said.append('files that plan.json does not name')
        before = 1
        for part in parts:
            if not before < part['firstRow'] <= part['lastRow']:
                said.append(f"part {part['file']} has rows {part['firstRow']} to {part['lastRow']}, after {before}")
            before = part['lastRow']
        if most and (max(sizes) > most or min(sizes[:-1]) < 0.98 * most):
            said.append(f'parts of {min(sizes[:-1])} to {max(sizes)} bytes')
        return said

    def runners(self):
        """Name → (start, what is wrong with what it left)."""
        def plan(path, profile, *more, most=0):
            return (lambda: self.plan(path, profile, *more), lambda: self.wrong_plan(path, profile == 'treated', most))

        def other(tool):
            out = [self.folder / 'other.csv']
            return (lambda: self.other(tool, self.utf8), lambda: self.wrong(self.utf8, False, out)[0])
        runners = {
            'plan': plan(self.utf8, 'plain'),
            'duckdb': other('duckdb'),
            'polars': other('polars'),
            'plan, parts of 10 MB': plan(self.utf8, 'plain', '--part-bytes', PART, '--no-brake', most=PART),
            'plan, treated': plan(self.utf8, 'treated'),
            'plan, windows-1252': plan(self.western, 'plain')}
        return {name: runner for name, runner in runners.items() if self.wanted(name)}

    def measure(self):
        runners = self.runners()
        best, said, busy = {}, {}, {}
        self.plain(self.utf8)
        self.plain(self.western)
        for turn in range(self.options.rounds):
            for name, (start, wrong) in runners.items():
                before = processor_seconds()
                seconds = start()
                if seconds is None:
                    continue
                spent = processor_seconds() - before
                busy[name] = min(busy.get(name, spent), spent)
                best[name] = min(best.get(name, seconds), seconds)
                if turn == 0:
                    said[name] = wrong()
        self.table(runners, best, busy, said)
        parts = self.arguments(self.utf8, 'plain', '--part-bytes', PART, '--no-brake')
        self.memory_of([('plan', self.arguments(self.utf8, 'plain')), ('plan, parts of 10 MB', parts),
                        ('plan, treated', self.arguments(self.utf8, 'treated')),
                        ('plan, windows-1252', self.arguments(self.western, 'plain'))])
        return 1 if self.failed else 0

    def table(self, runners, best, busy, said):
        ours = best.get('plan')
        must = {'duckdb': ('must ≥ 5', 5, 1e9), 'polars': ('must ≥ 2', 2, 1e9),
                'plan, parts of 10 MB': ('must ≤ 1.15', 0, 1.15),
                'plan, treated': ('must ≤ 2.5', 0, 2.5), 'plan, windows-1252': ('must ≤ 1.5', 0, 1.5)}
        print('| run | time | × plan | | processor time | × plan | as planted |\n|---|---|---|---|---|---|---|')
        for name in runners:
            if name not in best:
                self.failed = self.failed or name.startswith('plan')
                self.say(name, '–', '–', '', '–', '–', 'no answer' if name.startswith('plan') else 'not here')
                continue
            ratio = best[name] / ours if ours else 0
            word, least, most = must.get(name, ('', 0, 1e9))
            met = not ours or least <= ratio <= most
            self.failed = self.failed or not met or bool(said[name])
            self.say(name, f'{best[name] * 1000:,.0f} ms', f'{ratio:.2f}', word if met else f'**{word}**',
                     f'{busy[name] * 1000:,.0f} ms', f"{busy[name] / busy['plan']:.2f}" if ours else '–',
                     'yes' if not said[name] else '**NO**: ' + '; '.join(said[name]))

    def memory_of(self, runs):
        if not self.wanted('memory'):
            return
        print('\n| own memory (RssAnon), must ≤ 64 MiB | MiB |\n|---|---|')
        for name, arguments in runs:
            shutil.rmtree(self.folder / 'plan', ignore_errors=True)
            peak = self.own_memory(*arguments)
            done = (self.folder / 'plan' / 'plan.json').exists()
            self.failed = self.failed or not done or peak > 64
            self.say(name, 'no answer' if not done else f'{peak:.1f}' if peak <= 64 else f'**{peak:.1f}**')


if __name__ == '__main__':
    sys.exit(PlanBench(options_parser(__doc__).parse_args()).measure())
