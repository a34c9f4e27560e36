#!/usr/bin/env python3
"""Measures a whole import into the practice server: how soon the service has all of it, how soon its results are kept,
and how much memory that takes.

    cmake --build build/release --target rowlift
    python3 tests/bench/measure_run.py --data /var/tmp/rowlift-bench

The practice server is a process of its own (`rowlift practice --instant`). Beside `rowlift import`, in turns, run

    plan    `rowlift plan` of the same file and mapping, as a whole process;
    curl    curl, which makes a job for each file that plan wrote, uploads it and closes it, over one connection.

Prints markdown: the quickest of several rounds of each. "Start" is when the check has ended; "accepted" when the last
close of a job was answered; "seen complete" when the last of the jobs was first asked for its status; "kept" when the
last row has its outcome in the ledger. Times of requests are those of the server's log. At the end of the first round the
server's records are held against the rows that were planned. Needs Linux and curl. Generated files are kept in the data
folder for the next time.

    --rows N         rows of the file (default 1,000,000)
    --memory N       rows of a second, larger file that is imported once for its memory (default 0: none)
    --rounds N       rounds (default 5)
    --rowlift FILE   another program than that of the build folder
    --far FILE       another program as the practice server
    --verbose        tell each round on standard error
"""
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from datetime import datetime
from pathlib import Path

from measure import HERE, ROOT, Bench, options_parser

DESCRIBE = ROOT / 'resources/practice/salesforce/describe-Contact.json'
FIELDS = {'Customer key': 'Crm_Key__c', 'First name': 'FirstName', 'Last name': 'LastName', 'Email': 'Email',
          'Phone': 'Phone', 'Mobile': 'MobilePhone', 'Mailing street': 'MailingStreet',
          'Mailing zip/postal code': 'MailingPostalCode', 'Mailing city': 'MailingCity',
          'Mailing country code': 'MailingCountryCode', 'Birthdate': 'Birthdate', 'Description': 'Description'}
JOBS = '/services/data/v61.0/jobs/ingest'


def processor_seconds():
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def processor_of(pid):
    fields = Path(f'/proc/{pid}/stat').read_text().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


def write_profile(path, service, target, fields):
    columns = [{'column': column, 'because': 'you', 'field': field, 'confidence': 1} for column, field in fields.items()]
    path.write_text(json.dumps({
        'rowlift': 2, 'name': path.stem, 'service': service, 'account': 'practice',
        'target': target, 'header': list(fields), 'file': {}, 'columns': columns,
        'blank': 'leave', 'order': list(fields.values())}))


class FarEnd:
    """The practice server, and its admin address."""

    def __init__(self, program, folder, environment, manner, service):
        self.process = subprocess.Popen([program, 'practice', *manner, '--json', '--data', folder], env=environment,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        ready = json.loads(self.process.stdout.readline())
        self.admin = ready['admin']['url']
        self.url, self.token = ready[service]['url'], ready[service].get('token')
        self.client = ready[service].get('clientId') or ready[service]['user']
        self.secret = ready[service].get('clientSecret') or ready[service]['password']

    def call(self, method, path):
        return urllib.request.urlopen(urllib.request.Request(self.admin + path, method=method, data=None if
                                                             method != 'POST' else b'{}'))

    def requests(self, about='/jobs/ingest'):
        """Those about jobs: seconds since 1970, method, path, status."""
        def seconds(text):
            return datetime.fromisoformat(text.replace('Z', '+00:00')).timestamp()
        return [(seconds(entry['time']), entry['method'], entry['path'], entry['status'])
                for entry in json.load(self.call('GET', '/requests')) if about in entry['path']]

    def keys(self):
        """How many records there are, and how many keys they have."""
        lines, keys = 0, set()
        for line in self.call('GET', '/records?service=salesforce&object=Contact'):
            key = json.loads(line).get('Crm_Key__c')
            if key and key.startswith('B1-'):
                lines += 1
                keys.add(key)
        return lines, len(keys)

    def stop(self):
        self.process.stdin.close()
        self.process.terminate()
        self.process.wait()


class OneImport:
    """Runs the command line once and notes when it says what."""

    def __init__(self, command, environment, secret):
        self.peak, self.lines = 0, []
        before = processor_seconds()
        self.begin = time.time()
        self.process = subprocess.Popen([str(word) for word in command], env=environment, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.process.stdin.write(secret.encode() + b'\n')
        self.process.stdin.close()
        listener = threading.Thread(target=self.listen)
        watcher = threading.Thread(target=self.watch)
        listener.start()
        watcher.start()
        self.answer = json.loads(self.process.stdout.read() or b'{}')
        self.process.wait()
        self.end = time.time()
        listener.join()
        watcher.join()
        self.busy = processor_seconds() - before

    def listen(self):
        for line in self.process.stderr:
            self.lines.append((time.time(), line.decode().strip()))

    def watch(self):
        while self.process.poll() is None:
            try:
                text = Path(f'/proc/{self.process.pid}/status').read_text()
            except OSError:
                return
            self.peak = max([self.peak] + [int(line.split()[1]) for line in text.splitlines() if line.startswith('RssAnon')])
            time.sleep(0.005)

    def progress(self):
        return [(when, json.loads(line)) for when, line in self.lines if line.startswith('{')]

    def start(self):
        """The check has ended, and its sum is told."""
        return self.lines[0][0]

    def kept(self):
        """The first time that no row waited any more."""
        for when, line in self.progress():
            rows = line['rows']
            if rows['total'] and not rows.get('waiting', 0) and not rows.get('notSent', 0):
                return when
        return self.end


class RunBench(Bench):
    service = 'salesforce'
    target = {'object': 'Contact', 'operation': 'insert'}
    fields = FIELDS
    describe = DESCRIBE
    manner = ['--instant']
    sign_in = ['--sign-in', 'client-credentials', '--client-id']

    def __init__(self, options):
        super().__init__(options)
        self.work = tempfile.TemporaryDirectory(dir=self.data)
        self.folder = Path(self.work.name)
        self.environment = dict(self.environment, ROWLIFT_HOME=str(self.folder / 'home'))
        self.profile = self.folder / 'contacts.rowlift'
        write_profile(self.profile, self.service, self.target, self.fields)
        self.source = self.rows_file(options.rows)
        self.far = FarEnd(options.far or self.rowlift, self.folder / 'far', self.environment,
                          self.manner, self.service)
        self.run([self.rowlift, 'account', 'add', 'far', '--service', self.service, '--url', self.far.url, *self.sign_in,
                  self.far.client, '--secret-stdin'], input=self.far.secret.encode() + b'\n')
        self.failed = False

    def rows_file(self, rows):
        return self.contacts(rows)

    def contacts(self, rows):
        path = self.data / f'contacts-{rows}.csv'
        if not path.exists():
            with open(path, 'wb') as file:
                subprocess.run([sys.executable, HERE / 'generate_contacts.py', str(rows)], stdout=file, check=True,
                               stderr=subprocess.DEVNULL)
        return path

    def way(self):
        """Options that choose the way of loading."""
        return []

    def plan(self):
        shutil.rmtree(self.folder / 'plan', ignore_errors=True)
        seconds, done = self.run([self.rowlift, 'plan', self.source, '--profile', self.profile, '--fields', self.describe, '-o',
                                  self.folder / 'plan', *self.way()])
        if done.returncode not in (0, 1):
            sys.exit(f'rowlift plan ended with {done.returncode}: {done.stderr.decode()[-500:]}')
        return seconds

    def parts(self):
        return json.loads((self.folder / 'plan/plan.json').read_text())['parts']

    def curl(self):
        """Two processes in all: one makes the jobs, one uploads and closes them."""
        files = [self.folder / 'plan' / part['file'] for part in self.parts()]
        head = f'header = "Authorization: Bearer {self.far.token}"\nsilent\nshow-error\nfail\n'
        job = json.dumps({'object': 'Contact', 'operation': 'insert', 'contentType': 'CSV', 'lineEnding': 'LF'})
        text = json.dumps
        create = 'next\n'.join(f'{head}url = "{self.far.url}{JOBS}"\nheader = "Content-Type: application/json"\n'
                               f'data = {text(job)}\nwrite-out = "\\n"\n' for _ in files)
        begin = time.perf_counter()
        made = subprocess.run(['curl', '--config', '-'], input=create.encode(), stdout=subprocess.PIPE, check=True)
        ids = [json.loads(line)['id'] for line in made.stdout.splitlines()]
        send = []
        for file, ticket in zip(files, ids):
            send.append(f'{head}url = "{self.far.url}{JOBS}/{ticket}/batches"\nheader = "Content-Type: text/csv"\n'
                        f'header = "Expect:"\nupload-file = "{file}"\n')
            send.append(f'{head}url = "{self.far.url}{JOBS}/{ticket}"\nheader = "Content-Type: application/json"\n'
                        f'request = PATCH\ndata = {text(json.dumps({"state": "UploadComplete"}))}\noutput = /dev/null\n')
        subprocess.run(['curl', '--config', '-'], input='next\n'.join(send).encode(), stdout=subprocess.DEVNULL,
                       check=True)
        return time.perf_counter() - begin

    def start_import(self, source):
        self.far.call('DELETE', '/requests')
        before = processor_of(self.far.process.pid)
        done = OneImport([self.rowlift, 'import', source, '--profile', self.profile, '--account', 'far', '--yes', '--json',
                          '--progress', 'json', '--secret-stdin', *self.way()], self.environment, self.far.secret)
        done.far_busy = processor_of(self.far.process.pid) - before
        if done.answer.get('state') != 'finished':
            sys.exit(f"rowlift import ended with {done.process.returncode}: {done.lines[-3:]}")
        return done

    def times(self, done):
        requests = self.far.requests()
        closes = {path: when for when, method, path, _ in requests if method == 'PATCH'}
        seen = {}
        for when, method, path, _ in requests:
            if method == 'GET' and when >= closes.get(path, when + 1):
                seen.setdefault(path, when)
        start, kept = done.start(), done.kept()
        return {'check': start - done.begin, 'accepted': max(closes.values()) - start, 'kept': kept - max(seen.values()),
                'all': kept - start, 'process': done.end - done.begin, 'busy': done.busy, 'far': done.far_busy,
                'memory': done.peak / 1024}

    def clear(self):
        self.far.call('POST', '/reset')
        shutil.rmtree(self.folder / 'home' / 'data' / 'runs', ignore_errors=True)

    def measure(self):
        best = {}

        def note(name, value):
            best[name] = min(best.get(name, value), value)
        self.plain(self.source)
        for turn in range(self.options.rounds):
            note('plan', self.plan())
            note('curl', self.curl())
            self.clear()
            done = self.start_import(self.source)
            for name, value in self.times(done).items():
                note(name, value)
            if turn == 0:
                self.hold(done)
            if self.options.verbose:
                print(turn, self.times(done), file=sys.stderr)
            self.clear()
        self.table(best)
        if self.options.memory:
            self.memory(best['memory'])
        self.far.stop()
        return 1 if self.failed else 0

    def hold(self, done):
        rows = done.answer['rows']
        planned = sum(part['rows'] for part in self.parts())
        records, keys = self.far.keys()
        if not (rows['created'] == planned == records == keys):
            self.failed = True
            print(f"**Not as planned**: {planned} rows planned, {rows['created']} said to be created, {records} records with "
                  f'{keys} keys')

    def table(self, best):
        limit = 1.5 * max(best['plan'], best['curl'])
        parts = self.parts()
        print(f"{self.options.rows:,} rows, {sum(part['bytes'] for part in parts):,} bytes in {len(parts)} parts\n")
        print('| | seconds | must |\n|---|---|---|')
        self.say('plan, whole process', f"{best['plan']:.2f}", '')
        self.say('curl, the same files', f"{best['curl']:.2f}", '')
        self.limited('Start → accepted', best['accepted'], limit, f'≤ {limit:.2f} (1.5 × the slower)')
        self.limited('seen complete → kept', best['kept'], 4, '≤ 4')
        self.say('Start → kept', f"{best['all']:.2f}", '')
        self.say('whole process', f"{best['process']:.2f}", f"(check and before: {best['check']:.2f})")
        self.say('processor, import', f"{best['busy']:.2f}", '')
        self.say('processor, practice server', f"{best['far']:.2f}", '')
        self.say('own memory (RssAnon), MiB', f"{best['memory']:.1f}", '')

    def limited(self, name, value, most, words):
        met = value <= most
        self.failed = self.failed or not met
        self.say(name, f'{value:.2f}' if met else f'**{value:.2f}**', words)

    def memory(self, first):
        self.source = self.contacts(self.options.memory)
        done = self.start_import(self.source)
        self.limited(f'own memory at {self.options.memory:,} rows, MiB', done.peak / 1024, 1.25 * first + 16,
                     'flat: ≤ 1.25 × that, + 16')
        self.clear()


if __name__ == '__main__':
    parser = options_parser(__doc__)
    parser.add_argument('--rows', type=int, default=1_000_000)
    parser.add_argument('--memory', type=int, default=0)
    parser.add_argument('--far')
    parser.add_argument('--verbose', action='store_true')
    sys.exit(RunBench(parser.parse_args()).measure())
