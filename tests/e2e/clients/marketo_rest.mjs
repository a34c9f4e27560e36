// node-marketo-rest, or the fork named by the first argument, on the practice server's Marketo: leads, lists, paging, and a bulk
// import framed by the multipart writer that the client brings. The environment variable PRACTICE holds the server's ready line.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const name = process.argv[2] ?? 'node-marketo-rest';
const Marketo = require(name);
const ownRequire = createRequire(require.resolve(name));
const restler = ownRequire(name.startsWith('@') ? './lib/restler/restler' : 'restler');

const { marketo: instance, admin } = JSON.parse(process.env.PRACTICE);
const options = { endpoint: `${instance.url}/rest`, identity: `${instance.url}/identity`,
                  clientId: instance.clientId, clientSecret: instance.clientSecret, retry: { maxRetries: 3, initialDelay: 10, maxDelay: 100 } };
const marketo = new Marketo({ ...options, partnerId: 'rowlift' });
const moveClock = seconds => fetch(`${admin.url}/clock`, { method: 'POST', body: JSON.stringify({ seconds }) });

const promises = [];
const promise = (words, body) => promises.push([words, body]);

promise('a wrong secret is told', async () => {
    const wrong = new Marketo({ ...options, clientSecret: 'wrong', retry: { maxRetries: 0 } });
    await assert.rejects(wrong.lead.describe(), each => /Bad client credentials|invalid_client/.test(JSON.stringify(each) + each.message));
});

promise('fields and partitions', async () => {
    const { result } = await marketo.lead.describe();
    assert.ok(result.some(each => each.rest?.name === 'leadScore' && each.dataType === 'score' && !each.rest.readOnly));
    assert.ok(result.some(each => !each.rest));
    assert.deepEqual((await marketo.lead.partitions()).result.map(each => each.name), ['Default', 'EMEA', 'EMEA West']);
});

promise('lists over two pages', async () => {
    const first = await marketo.list.find({ batchSize: 300 });
    assert.equal(first.result.length, 300);
    const second = await first.nextPage();
    assert.equal(second.result.length, 62);
    assert.equal((await marketo.list.byId(1042)).result[0].id, 1042);
    assert.equal((await marketo.list.find({ name: ['Newsletter'] })).result.length, 2);
});

promise('leads are added, changed and found', async () => {
    const made = await marketo.lead.createOrUpdate(
        [{ email: 'js1@example.com', firstName: 'Ünï' }, { email: 'js2@example.com', leadScore: 'abc' }], { lookupField: 'email' });
    assert.deepEqual(made.result.map(each => each.status), ['created', 'skipped']);
    assert.equal(made.result[1].reasons[0].code, '1003');
    const id = made.result[0].id;
    const changed = await marketo.lead.createOrUpdate([{ email: 'JS1@example.com', lastName: 'Person' }]);
    assert.deepEqual(changed.result[0], { id, status: 'updated' });
    const found = await marketo.lead.find('email', ['js1@example.com', 'nobody@example.com'], { fields: ['email', 'firstName', 'lastName'] });
    assert.deepEqual(found.result, [{ email: 'JS1@example.com', firstName: 'Ünï', lastName: 'Person' }]);
    assert.equal((await marketo.lead.byId(id, { fields: ['email'] })).result[0].email, 'JS1@example.com');
    await assert.rejects(marketo.lead.find('firstName', ['x']), each => each.errors[0].code === '1011');
});

promise('list membership', async () => {
    const { result: [{ id }] } = await marketo.lead.createOrUpdate([{ email: 'member@example.com' }]);
    assert.equal((await marketo.list.addLeadsToList(1050, [id])).result[0].status, 'added');
    assert.equal((await marketo.list.isMember(1050, [id])).result[0].status, 'memberof');
    assert.deepEqual((await marketo.list.getLeads(1050)).result.map(each => each.id), [id]);
    assert.equal((await marketo.list.removeLeadsFromList(1050, [id])).result[0].status, 'removed');
});

promise('an expired token is renewed', async () => {
    await fetch(`${admin.url}/expire`, { method: 'POST' });
    assert.ok((await marketo.lead.partitions()).success);
});

promise('a rate limit is waited out', async () => {
    await fetch(`${admin.url}/faults`, { method: 'POST', body: JSON.stringify(
        [{ service: 'marketo', path: '*partitions.json', kind: 'status', value: 606, times: 2 }]) });
    assert.ok((await marketo.lead.partitions()).success);
});

promise('a bulk import', async () => {
    const csv = 'email,firstName,visitCount\njs1@example.com,Changed,3\njs3@example.com,"two\nlines",x\nodd,Odd,1\n';
    const bulk = `${instance.url}/bulk/v1/leads`;
    const created = await marketo._connection.post(`${bulk}.json`, { multipart: true, data: {
        format: 'csv', lookupField: 'email', listId: '1051', file: restler.data('people.csv', 'text/csv', csv) } });
    assert.equal(created.result[0].status, 'Queued');
    const id = created.result[0].batchId;
    let status;
    do {
        await moveClock(5);
        status = (await marketo._connection.get(`${bulk}/batch/${id}.json`)).result[0];
    } while (!['Complete', 'Failed'].includes(status.status));
    assert.equal(status.status, 'Complete');
    assert.equal(status.numOfLeadsProcessed, 2);
    assert.equal(status.numOfRowsFailed, 1);
    assert.equal(status.numOfRowsWithWarning, 1);
    const failures = await marketo._connection.get(`${bulk}/batch/${id}/failures.json`);
    assert.equal(failures, 'email,firstName,visitCount,Import Failure Reason\n'
        + 'js3@example.com,"two\nlines",x,Invalid data type in field Number of Visits\n');
    const warnings = await marketo._connection.get(`${bulk}/batch/${id}/warnings.json`);
    assert.equal(warnings, 'email,firstName,visitCount,Import Warning Reason\nodd,Odd,1,Invalid email address\n');
    assert.equal((await marketo.list.getLeads(1051)).result.length, 2);
});

promise('a bulk import by fetch and FormData', async () => {
    const form = new FormData();
    form.append('file', new Blob(['loyaltyNumber;lastName\nJS-9;Nine\n'], { type: 'text/csv' }), 'Ümläut "list".csv');
    const { access_token: token } = await (await fetch(`${instance.url}/identity/oauth/token?grant_type=client_credentials`
        + `&client_id=${instance.clientId}&client_secret=${instance.clientSecret}`)).json();
    const headers = { Authorization: `Bearer ${token}` };
    const query = new URLSearchParams({ format: 'ssv', lookupField: 'loyaltyNumber', partitionName: 'EMEA West' });
    const created = await (await fetch(`${instance.url}/bulk/v1/leads.json?${query}`, { method: 'POST', headers, body: form })).json();
    assert.ok(created.success, JSON.stringify(created));
    let status;
    do {
        await moveClock(5);
        status = (await (await fetch(`${instance.url}/bulk/v1/leads/batch/${created.result[0].batchId}.json`, { headers })).json()).result[0];
    } while (status.status !== 'Complete');
    assert.equal(status.numOfLeadsProcessed, 1);
    const found = await marketo.lead.find('loyaltyNumber', ['JS-9'], { fields: ['lastName', 'leadPartitionId'] });
    assert.deepEqual(found.result, [{ lastName: 'Nine', leadPartitionId: 3 }]);
});

let failed = 0;
for (const [words, body] of promises) {
    try {
        await moveClock(21); // past the rate limit of the promise before
        await body();
        console.log(`PASS   ${words}`);
    } catch (error) {
        ++failed;
        console.log(`FAIL   ${words}\n${error.stack ?? JSON.stringify(error)}`);
    }
}
process.exit(failed === 0 ? 0 : 1);
