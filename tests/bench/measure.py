#!/usr/bin/env python3
"""Measures the command line on large files of known content, beside a plain read of the file and other programs.

    cmake --build build/release --target rowlift generate_marketing check_marketing plain_read bench_any_row
    (cd tests/bench/peers && npm ci)                       # if peers are wanted; miller and csvkit from Debian
    python3 tests/bench/measure.py --data /var/tmp/rowlift-bench --huge 10000000000

Prints markdown: what each task took (the quickest of several interleaved runs, page cache warm), its ratio to reading
the file once with 256 KiB read()s in the same rounds, and whether the answer is the planted one. Peers are timed inside
their process, Rowlift and the plain read as whole processes. Needs Linux (/proc). The generated files are kept in the
data folder for the next time.

    --only WORD,…    only tasks whose name has one of the words
    --large N        bytes of the large files (default 1,000,000,000)
    --huge N         bytes of the huge file (default 0: none)
    --rounds N       rounds of each task (default 5; peers: at most 3)
    --rowlift FILE   another program than that of the build folder
"""
import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


class Bench:
    def __init__(self, options):
        self.options = options
        self.build = Path(options.build)
        self.rowlift = options.rowlift or str(self.build / 'rowlift')
        self.data = Path(options.data)
        self.data.mkdir(parents=True, exist_ok=True)
        self.home = tempfile.TemporaryDirectory()
        self.environment = dict(os.environ, ROWLIFT_HOME=self.home.name, LC_ALL='C.UTF-8')
        self.rows = []

    # Files

    def file(self, name, *wishes):
        path = self.data / name
        if not path.exists() or not Path(f'{path}.truth.json').exists():
            subprocess.run([self.build / 'generate_marketing', path, *wishes], check=True)
        return path

    def truth(self, path):
        return json.loads(Path(f'{path}.truth.json').read_text())

    # Runs

    def run(self, arguments, **more):
        """Seconds of the whole process, and what it printed."""
        begin = time.perf_counter()
        done = subprocess.run([str(a) for a in arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env=self.environment, **more)
        return time.perf_counter() - begin, done

    def answer(self, *arguments):
        seconds, done = self.run([self.rowlift, *arguments])
        try:
            return seconds, json.loads(done.stdout)
        except json.JSONDecodeError:
            return None, None

    def plain(self, path):
        return self.run([self.build / 'plain_read', path])[0]

    def own_memory(self, *arguments):
        """The peak of the memory that is the process's own (RssAnon), in MiB, looked at every millisecond."""
        process = subprocess.Popen([self.rowlift, *map(str, arguments)], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, env=self.environment)
        peak = 0
        while process.poll() is None:
            try:
                with open(f'/proc/{process.pid}/status') as status:
                    peak = max([peak] + [int(line.split()[1]) for line in status if line.startswith('RssAnon')])
            except OSError:
                break
            time.sleep(0.001)
        process.wait()
        return peak / 1024

    def stop_delay(self, after, *arguments):
        """Milliseconds from SIGINT to the end, or None when the task was over before."""
        process = subprocess.Popen([self.rowlift, *map(str, arguments)], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, env=self.environment)
        ended = threading.Event()
        threading.Thread(target=lambda: (process.wait(), ended.set()), daemon=True).start()
        if ended.wait(after):
            return None
        begin = time.perf_counter()
        process.send_signal(signal.SIGINT)
        ended.wait(30)
        return (time.perf_counter() - begin) * 1000

    def peer(self, tool, task, *files):
        folder = Path(self.options.peers)
        if not (folder / 'node_modules').exists():
            return None, None
        done = subprocess.run(['node', folder / 'peer.mjs', tool, task, *files], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, cwd=folder)
        try:
            said = json.loads(done.stdout)
            return said['seconds'], said['rows']
        except json.JSONDecodeError:
            return None, None

    # The table

    def wanted(self, task):
        return not self.options.only or any(word in task for word in self.options.only.split(','))

    def race(self, task, path, runners, limit=''):
        """runners: name → function giving (seconds, right). Rounds are interleaved, and the quickest counts."""
        if not self.wanted(task):
            return
        self.plain(path)
        best, right, plain = {}, {}, []
        for turn in range(self.options.rounds):
            plain.append(self.plain(path))
            for name, runner in runners.items():
                if turn >= 3 and name != 'rowlift':
                    continue
                seconds, is_right = runner()
                if seconds is not None:
                    best[name] = min(best.get(name, seconds), seconds)
                    right[name] = right.get(name, True) and is_right
        ours = best.get('rowlift')
        for name in runners:
            if name not in best:
                self.say(task, name, '–', '–', '–', '–', 'no answer' if name == 'rowlift' else 'not here')
                continue
            seconds = best[name]
            speed = path.stat().st_size / seconds / 1e9
            self.say(task, name, f'{seconds * 1000:,.0f} ms', f'{speed:.2f}', f'{seconds / min(plain):.2f}',
                     f'{seconds / ours:.2f}' if ours else '–',
                     ('yes' if right[name] else '**NO**') + (f'; must {limit}' if name == 'rowlift' and limit else ''))

    def say(self, *cells):
        print('| ' + ' | '.join(cells) + ' |', flush=True)

    def measure(self):
        print('| task | program | time | GB/s | × plain read | × Rowlift | right |\n|---|---|---|---|---|---|---|')
        large = f'--bytes={self.options.large}'
        label = f'{self.options.large / 1e9:g}g'
        utf8 = self.file(f'{label}.csv', large)
        western = self.file(f'{label}-1252.csv', large, '--encoding=windows-1252')
        quoted = self.file(f'{label}-semicolon-quoted.csv', large, '--delimiter=;', '--quote-all', r'--line-ending=\r\n')
        small = self.file('10m.csv', '--bytes=10000000')
        odd = self.file('100m-odd.csv', '--bytes=100000000', '--ragged=2500', '--bad-bytes=500')
        huge = self.file('huge.csv', f'--bytes={self.options.huge}') if self.options.huge else None
        self.counts(utf8, western, quoted, small)
        self.passes(utf8, western, quoted, odd)
        self.heads(small, huge)
        self.cleans(utf8, western, quoted)
        self.others(small)
        self.memory([path for path in (utf8, western, quoted, huge) if path])
        self.stops(utf8)
        self.any_row([path for path in (utf8, huge) if path])

    def count_runner(self, path, *more):
        def runner():
            seconds, said = self.answer('inspect', path, '--json', *more)
            return seconds, bool(said) and said.get('records') == self.truth(path)['dataRows']
        return runner

    def peer_runner(self, tool, task, path, rows):
        def runner():
            seconds, found = self.peer(tool, task, path)
            return seconds, found == rows
        return runner

    def debian_runner(self, path, *command):
        def runner():
            try:
                seconds, done = self.run(command)
            except FileNotFoundError:
                return None, None
            digits = ''.join(c for c in done.stdout.decode().split('\n')[0] if c.isdigit())
            return seconds, digits == str(self.truth(path)['dataRows'])
        return runner

    def counts(self, utf8, western, quoted, small):
        rows = self.truth(utf8)['dataRows']
        peers = {tool: self.peer_runner(tool, 'count', utf8, rows) for tool in ('duckdb', 'polars')}
        self.race('count records', utf8, {'rowlift': self.count_runner(utf8, '--count'), **peers}, '≤ 1.5 × plain')
        self.race('count records, windows-1252', western, {'rowlift': self.count_runner(western, '--count')})
        self.race('count records, all quoted', quoted, {'rowlift': self.count_runner(quoted, '--count')})
        self.race('count records, 10 MB', small, {'rowlift': self.count_runner(small, '--count')})

    def passes(self, utf8, western, quoted, odd):
        self.race('whole inspect', utf8, {'rowlift': self.count_runner(utf8)}, '≤ 3.5 × plain')
        self.race('whole inspect, windows-1252', western, {'rowlift': self.count_runner(western)})
        self.race('whole inspect, all quoted', quoted, {'rowlift': self.count_runner(quoted)})

        def odd_runner():
            seconds, said = self.answer('inspect', odd, '--json')
            truth = self.truth(odd)
            listed = [p['row'] for p in (said or {}).get('problems', []) if p.get('kind') == 'ragged-row']
            listed = listed or [p['row'] for p in (said or {}).get('problems', []) if 'agged' in p.get('kind', '')]
            right = bool(said) and said.get('records') == truth['dataRows'] \
                and bool(listed) and listed == truth['raggedRows'][:len(listed)]
            return seconds, right
        self.race('whole inspect, odd rows', odd, {'rowlift': odd_runner})

    def heads(self, small, huge):
        for name, path in (('10 MB', small), ('huge', huge)):
            if not path:
                continue

            def runner(path=path):
                seconds, said = self.answer('inspect', path, '--head', '100', '--json')
                return seconds, bool(said) and len(said.get('rows', [])) >= 100
            peers = {'duckdb': self.peer_runner('duckdb', 'head', path, 100)}
            self.race(f'first 100 rows, {name}', path, {'rowlift': runner, **peers}, '≤ 50 ms')

    def cleans(self, utf8, western, quoted):
        checked = set()
        with tempfile.TemporaryDirectory(dir=self.data) as folder:
            out = Path(folder) / 'out.csv'

            def runner(path, start):
                def once():
                    out.unlink(missing_ok=True)
                    seconds = start(path)
                    key = (path, start)
                    if seconds is None or key in checked:
                        return seconds, True
                    checked.add(key)
                    right = self.run([self.build / 'check_marketing', f'{path}.truth.json', out])[1].returncode == 0
                    return seconds, right
                return once

            def ours(path):
                seconds, done = self.run([self.rowlift, 'clean', path, '-o', out])
                return seconds if done.returncode in (0, 1) else None

            def duckdb(path):
                return self.peer('duckdb', 'clean', path, out)[0]
            self.race('rewrite', utf8, {'rowlift': runner(utf8, ours), 'duckdb': runner(utf8, duckdb)}, '≥ 4 × DuckDB')
            self.race('rewrite, windows-1252', western, {'rowlift': runner(western, ours)})
            self.race('rewrite, all quoted', quoted,
                      {'rowlift': runner(quoted, ours), 'duckdb': runner(quoted, duckdb)}, '≥ 4 × DuckDB')

    def others(self, small):
        """Peers that are too slow for the large files."""
        rows = self.truth(small)['dataRows']
        self.race('count records, 10 MB, others', small, {
            'rowlift': self.count_runner(small, '--count'),
            **{tool: self.peer_runner(tool, 'count', small, rows) for tool in ('papaparse', 'udsv')},
            'miller': self.debian_runner(small, 'mlr', '--icsv', '--onidx', 'count', small),
            'csvkit': self.debian_runner(small, 'csvstat', '--count', small)})

    def memory(self, paths):
        if not self.wanted('memory'):
            return
        print('\n| own memory (RssAnon), MiB | count | inspect | rewrite |\n|---|---|---|---|')
        for path in paths:
            peaks = [self.own_memory('inspect', path, '--json', '--count'), self.own_memory('inspect', path, '--json'),
                     self.own_memory('clean', path, '-o', '/dev/null')]
            self.say(path.name, *(f'{peak:.1f}' for peak in peaks))

    def stops(self, path):
        if not self.wanted('stop'):
            return
        print('\n| stopped while it | longest of 5, ms |\n|---|---|')
        for name, arguments in (('counts', ['inspect', path, '--count']), ('inspects', ['inspect', path]),
                                ('rewrites', ['clean', path, '-o', self.data / 'stopped.csv'])):
            quick = [self.stop_delay(0.04 + 0.02 * turn, *arguments) for turn in range(5)]
            known = [delay for delay in quick if delay is not None]
            self.say(name, f'{max(known):.0f}' if known else 'over before')
        (self.data / 'stopped.csv').unlink(missing_ok=True)


    def any_row(self, paths):
        if not self.wanted('any row'):
            return
        print('\n| any 100 rows of 1,000 places | median, ms | longest, ms | right |\n|---|---|---|---|')
        for path in paths:
            done = self.run([self.build / 'bench_any_row', path])[1]
            said = json.loads(done.stdout or '{}')
            self.say(path.name, *(f"{said.get(name, 0):.2f}" for name in ('medianMs', 'longestMs')),
                     'yes; must ≤ 10 ms' if said.get('right') else '**NO**')


def options_parser(description):
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', default=ROOT / 'build/release')
    parser.add_argument('--rowlift')
    parser.add_argument('--data', required=True)
    parser.add_argument('--peers', default=HERE / 'peers')
    parser.add_argument('--only')
    parser.add_argument('--large', type=int, default=1_000_000_000)
    parser.add_argument('--rounds', type=int, default=5)
    return parser


def main():
    parser = options_parser(__doc__)
    parser.add_argument('--huge', type=int, default=0)
    Bench(parser.parse_args()).measure()


if __name__ == '__main__':
    sys.exit(main())
