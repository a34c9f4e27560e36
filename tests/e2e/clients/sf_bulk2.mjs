// node-sf-bulk2 on the practice server: each step of an ingest job by hand, as that client writes it.
// The environment variable PRACTICE holds the server's ready line.
import assert from 'node:assert/strict';
import bulk from 'node-sf-bulk2';

process.on('uncaughtException', error => { // not all that hangs on it: that fills screens
    console.log(`FAIL   ${error.stack}`);
    process.exit(1);
});

const org = JSON.parse(process.env.PRACTICE).salesforce;
const client = new bulk.BulkAPI2({ accessToken: org.token, apiVersion: '61.0', instanceUrl: org.url });

async function run(request, csv) {
    const job = await client.createDataUploadJob(request);
    assert.equal(job.state, 'Open');
    assert.equal(await client.uploadJobData(job.contentUrl, csv), 201);
    assert.equal((await client.closeOrAbortJob(job.id, 'UploadComplete')).state, 'UploadComplete');
    let info = job;
    while (!['JobComplete', 'Failed', 'Aborted'].includes(info.state)) {
        await new Promise(done => setTimeout(done, 200));
        info = await client.getIngestJobInfo(job.id);
    }
    const results = {};
    for (const name of ['successfulResults', 'failedResults', 'unprocessedrecords'])
        results[name] = (await client.getResults(job.id, bulk.RESULTTYPE[name])).trim().split('\n');
    return { info, ...results };
}

const added = await run({ object: 'Contact', operation: 'insert' }, 'LastName,Crm_Key__c\nBulk,SF-1\n,SF-2\n');
assert.equal(added.info.numberRecordsProcessed, 2);
assert.equal(added.info.numberRecordsFailed, 1);
assert.match(added.successfulResults[1], /^"003\w{15}","true","Bulk","SF-1"$/);
assert.match(added.failedResults[1], /REQUIRED_FIELD_MISSING/);
assert.deepEqual(added.unprocessedrecords, ['LastName,Crm_Key__c']);

const id = added.successfulResults[1].slice(1, 19);
const changed = await run(
    { object: 'Contact', operation: 'upsert', externalIdFieldName: 'Crm_Key__c', lineEnding: 'CRLF', columnDelimiter: 'SEMICOLON' },
    'Crm_Key__c;LastName\r\nSF-1;Changed\r\n');
assert.match(changed.successfulResults[1], new RegExp(`^"${id}";"false"`));
const gone = await run({ object: 'Contact', operation: 'delete' }, `Id\n${id}\n`);
assert.equal(gone.info.numberRecordsFailed, 0);

const job = await client.createDataUploadJob({ object: 'Contact', operation: 'insert' });
assert.equal((await client.closeOrAbortJob(job.id, 'Aborted')).state, 'Aborted');
await client.deleteIngestJob(job.id);
await assert.rejects(client.getIngestJobInfo(job.id), error => error.response.status === 404);
console.log('PASS   an ingest job by hand');
