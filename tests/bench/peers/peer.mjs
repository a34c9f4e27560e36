// One task by one peer, timed inside the process, so that no peer pays for the start of its run time:
//
//     node peer.mjs duckdb|polars|papaparse|udsv count FILE
//     node peer.mjs duckdb clean FILE OUT
//     node peer.mjs duckdb head FILE
//     node peer.mjs duckdb|polars select FILE OUT '[["Email", "Email"], ["LastName", "Last name"], …]'    new name, column
//
// Prints {"rows": N, "seconds": S}.
import { createReadStream } from 'node:fs';

const [tool, task, file, out, selection] = process.argv.slice(2);
const taken = JSON.parse(selection ?? '[]');
const sql = (text) => `'${text.replaceAll("'", "''")}'`;
const name = (text) => `"${text.replaceAll('"', '""')}"`;

async function duckdb() {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const table = `read_csv(${sql(file)}, all_varchar = true, header = true)`;
  const one = async (text) => Number((await connection.runAndReadAll(text)).getRows()[0][0]);
  const tasks = {
    count: () => one(`SELECT count(*) FROM ${table}`),
    clean: () => one(`COPY (SELECT * FROM ${table}) TO ${sql(out)} (FORMAT csv, HEADER)`),
    select: () => one(`COPY (SELECT ${taken.map(([to, from]) => `${name(from)} AS ${name(to)}`)} FROM ${table})
      TO ${sql(out)} (FORMAT csv, HEADER)`),
    head: async () => (await connection.runAndReadAll(`SELECT * FROM ${table} LIMIT 100`)).getRows().length,
  };
  return tasks[task];
}

async function polars() {
  const { default: pl } = await import('nodejs-polars');
  const scan = () => pl.scanCSV(file, { inferSchemaLength: 0 });
  const tasks = {
    count: async () => (await scan().select(pl.col('Customer ID').count()).collect()).row(0)[0],
    // The columns that nobody wants are not read: sinking is lazy.
    select: async () => {
      const wanted = taken.map(([to, from]) => pl.col(from).alias(to));
      await pl.scanCSV(file, { inferSchemaLength: 0, sep: ';' }).select(wanted).sinkCSV(out).collect({ streaming: true });
      return 0;
    },
  };
  return tasks[task];
}

async function papaparse() {
  const { default: papa } = await import('papaparse');
  return () => new Promise((resolve, reject) => {
    let rows = -1;
    papa.parse(createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 }),
      { delimiter: ',', chunk: (part) => { rows += part.data.length; }, complete: () => resolve(rows), error: reject });
  });
}

async function udsv() {
  const { inferSchema, initParser } = await import('udsv');
  return async () => {
    let parser = null;
    let rows = 0;
    for await (const text of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
      parser ??= initParser(inferSchema(text));
      parser.chunk(text, parser.stringArrs, () => { rows += 1; });
    }
    parser.end();
    return rows;
  };
}

const run = await { duckdb, polars, papaparse, udsv }[tool]();
const begin = process.hrtime.bigint();
const rows = await run();
console.log(JSON.stringify({ rows: Number(rows), seconds: Number(process.hrtime.bigint() - begin) / 1e9 }));
process.exit(0);
