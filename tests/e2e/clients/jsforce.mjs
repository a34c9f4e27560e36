// jsforce on the practice server: every call that an import of records makes, and what comes back.
// The environment variable PRACTICE holds the server's ready line.
import assert from 'node:assert/strict';
import jsforce from 'jsforce';

const org = JSON.parse(process.env.PRACTICE).salesforce;
const connection = new jsforce.Connection({ instanceUrl: org.url, loginUrl: org.url, accessToken: org.token, version: '61.0' });
connection.bulk2.pollInterval = 200;
connection.bulk2.pollTimeout = 60000;

const promises = [];
const promise = (name, body) => promises.push([name, body]);
const byKey = key => connection.sobject('Contact').findOne({ Crm_Key__c: key }, ['Id', 'LastName', 'Phone']);

promise('identity and versions', async () => {
    const me = await connection.identity();
    assert.equal(me.username, 'mara@acme.example');
    assert.match(connection.userInfo?.organizationId ?? me.organization_id, /^00D/);
});

promise('describes', async () => {
    const all = await connection.describeGlobal();
    const names = all.sobjects.map(each => each.name);
    for (const name of ['Contact', 'Lead', 'Campaign', 'MarketSegment', 'FlowRecord', 'User'])
        assert.ok(names.includes(name), name);
    const contact = await connection.sobject('Contact').describe();
    assert.equal(contact.keyPrefix, '003');
    assert.ok((await connection.describe('User')).fields.some(each => each.name === 'Username' && each.idLookup));
});

promise('one record', async () => {
    const contacts = connection.sobject('Contact');
    const made = await contacts.create({ LastName: 'Single', Crm_Key__c: 'JS-1' });
    assert.ok(made.success && /^003.{15}$/.test(made.id));
    assert.ok((await contacts.update({ Id: made.id, Phone: '0170 1' })).success);
    assert.equal((await contacts.retrieve(made.id)).Phone, '0170 1');
    assert.equal((await contacts.upsert({ Crm_Key__c: 'JS-1', LastName: 'Twice' }, 'Crm_Key__c')).id, made.id);
    await assert.rejects(contacts.create({ FirstName: 'Nameless' }), each => each.errorCode === 'REQUIRED_FIELD_MISSING');
    await assert.rejects(contacts.create({ LastName: 'X', Emial: 'x' }), each => each.errorCode === 'INVALID_FIELD');
    assert.ok((await contacts.destroy(made.id)).success);
    await assert.rejects(contacts.retrieve(made.id), each => ['NOT_FOUND', 'ENTITY_IS_DELETED'].includes(each.errorCode));
});

promise('many records at once', async () => {
    const contacts = connection.sobject('Contact');
    const made = await contacts.create(
        [{ LastName: 'A', Crm_Key__c: 'JS-A' }, { LastName: 'B', Email: 'b@' }, { LastName: 'C', Crm_Key__c: 'JS-C' }]);
    assert.deepEqual(made.map(each => each.success), [true, false, true]);
    assert.equal(made[1].errors[0].statusCode, 'INVALID_EMAIL_ADDRESS');
    const ids = [made[0].id, made[2].id];
    const changed = await contacts.update(ids.map(Id => ({ Id, Phone: '0170 2' })));
    assert.ok(changed.every(each => each.success));
    const shown = await contacts.retrieve(ids);
    assert.deepEqual(shown.map(each => each.Phone), ['0170 2', '0170 2']);
    const upserted = await contacts.upsert(
        [{ Crm_Key__c: 'JS-A', LastName: 'A2' }, { Crm_Key__c: 'JS-D', LastName: 'D' }], 'Crm_Key__c');
    assert.ok(upserted.every(each => each.success));
    assert.equal((await byKey('JS-A')).LastName, 'A2');
    const gone = await contacts.destroy(ids);
    assert.ok(gone.every(each => each.success));
    const none = await contacts.create([{ LastName: 'E' }, {}], { allOrNone: true }).catch(error => error);
    assert.ok(none instanceof Error || none.every(each => !each.success));
});

promise('queries over several pages', async () => {
    const job = await connection.bulk2.loadAndWaitForResults({
        object: 'Lead', operation: 'insert',
        input: Array.from({ length: 4500 }, (_, i) => ({ LastName: `Many ${i}`, Company: 'Many' })) });
    assert.equal(job.successfulResults.length, 4500);
    const found = await connection.query('SELECT Id, LastName FROM Lead', { autoFetch: true, maxFetch: 10000 });
    assert.ok(found.records.length >= 4500);
    assert.equal(found.done, true);
    await assert.rejects(connection.query('SELECT Id FRM Lead'), each => each.errorCode === 'MALFORMED_QUERY');
});

promise('bulk: insert, update, upsert and delete', async () => {
    const load = (operation, input, extra = {}) =>
        connection.bulk2.loadAndWaitForResults({ object: 'Contact', operation, input, ...extra });
    const made = await load('insert', [
        { LastName: 'Quote "q"', Description: 'two\nlines', Crm_Key__c: 'JB-1' },
        { LastName: '', Crm_Key__c: 'JB-2' }, { LastName: 'Ünïcode, comma', Crm_Key__c: 'JB-3' }]);
    assert.equal(made.successfulResults.length, 2);
    assert.match(made.failedResults[0].sf__Error, /^REQUIRED_FIELD_MISSING:.*\[LastName\]:LastName --$/);
    assert.equal(made.unprocessedRecords.length, 0);
    assert.equal((await byKey('JB-1')).LastName, 'Quote "q"');
    const ids = made.successfulResults.map(each => each.sf__Id);
    const changed = await load('update', ids.map(Id => ({ Id, Phone: '0170 3' })));
    assert.equal(changed.successfulResults.length, 2);
    assert.ok(changed.successfulResults.every(each => each.sf__Created === 'false'));
    const upserted = await load('upsert',
        [{ Crm_Key__c: 'JB-1', LastName: 'Old' }, { Crm_Key__c: 'JB-4', LastName: 'New' }], { externalIdFieldName: 'Crm_Key__c' });
    assert.deepEqual(upserted.successfulResults.map(each => each.sf__Created).sort(), ['false', 'true']);
    const gone = await load('delete', ids.map(Id => ({ Id })));
    assert.equal(gone.successfulResults.length, 2);
    assert.equal(await byKey('JB-1'), null);
});

promise('bulk: jobs that fail or are not allowed', async () => {
    const wrong = connection.bulk2.loadAndWaitForResults(
        { object: 'Contact', operation: 'insert', input: [{ Emial: 'x' }] });
    await assert.rejects(wrong, each => /Field name not found : Emial/.test(each.message));
    const hard = connection.bulk2.loadAndWaitForResults({ object: 'Contact', operation: 'hardDelete', input: [{ Id: 'x' }] });
    await assert.rejects(hard, each => /FEATURENOTENABLED/.test(each.errorCode ?? each.name));
});

promise('bulk: a job by hand, aborted and deleted', async () => {
    const job = connection.bulk2.createJob({ object: 'Contact', operation: 'insert' });
    await job.open();
    await job.uploadData([{ LastName: 'Never' }]);
    await job.abort();
    assert.equal((await job.check()).state, 'Aborted');
    await job.delete();
});

promise('segments and flows are deleted', async () => {
    for (const object of ['MarketSegment', 'FlowRecord']) {
        const before = (await connection.query(`SELECT Id FROM ${object}`)).records;
        const result = await connection.bulk2.loadAndWaitForResults(
            { object, operation: 'delete', input: [{ Id: before[0].Id }] });
        assert.equal(result.successfulResults.length, 1);
        assert.equal((await connection.query(`SELECT Id FROM ${object}`)).totalSize, before.length - 1);
    }
});

promise('a tree and the limits', async () => {
    const tree = await connection.requestPost('/services/data/v61.0/composite/tree/Account', { records: [
        { attributes: { type: 'Account', referenceId: 'a1' }, Name: 'Tree', Contacts: { records: [
            { attributes: { type: 'Contact', referenceId: 'c1' }, LastName: 'Leaf' }] } }] });
    assert.equal(tree.hasErrors, false);
    const ids = Object.fromEntries(tree.results.map(each => [each.referenceId, each.id]));
    assert.equal((await connection.sobject('Contact').retrieve(ids.c1)).AccountId, ids.a1);
    const limits = await connection.limits();
    assert.ok(limits.DailyApiRequests.Remaining < limits.DailyApiRequests.Max);
    assert.ok(connection.limitInfo.apiUsage.used > 10);
});

promise('sign-out', async () => {
    await connection.logout();
    const after = new jsforce.Connection({ instanceUrl: org.url, loginUrl: org.url, accessToken: org.token, version: '61.0' });
    await assert.rejects(after.query('SELECT Id FROM Contact'), each => each.errorCode === 'INVALID_SESSION_ID');
});

let failed = 0;
for (const [name, body] of promises) {
    try {
        await body();
        console.log(`PASS   ${name}`);
    } catch (error) {
        ++failed;
        console.log(`FAIL   ${name}\n${error.stack}`);
    }
}
process.exit(failed === 0 ? 0 : 1);
