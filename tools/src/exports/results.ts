import { extname } from 'node:path';
import { recordAudit } from '@dang/audit/record';
import { definition } from '@dang/orgtree/definition';
import {
  memberResultHeader,
  memberResultRows,
  type NamesOf,
  resultPlace,
  unitResultHeader,
  unitResultRows,
} from '@dang/orgtree/results/result-tables';
import { openDatabase } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import { writeCsv, writeXlsx } from '@dang/tabular/write-rows';
import { Client } from 'pg';
import { placeOf } from '../imports/place.ts';
import { Mistake, WrongCall } from '../launcher/tool.ts';

const writers: Record<string, typeof writeCsv> = { '.csv': writeCsv, '.xlsx': writeXlsx };

/** The file beside the one that was named, for the second table: `results.members.xlsx`. */
const besides = (file: string, kind: string): string => `${file.slice(0, -kind.length)}.members${kind}`;

const namesIn =
  (identity: Client): NamesOf =>
  async (ids) => {
    const { rows } = await identity.query<{ id: string; name: string }>(
      'select id, full_name as name from member where id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  };

/**
 * `npm run export -- results <unit code> <year> <file.xlsx|file.csv>`: a table of units with their heads, and beside it one of
 * members, for the yearly ranking.
 */
export async function runResults([unitCode, year, file]: readonly string[]): Promise<void> {
  if (!unitCode || !year || !file) throw new WrongCall('Which unit, year and file?');
  if (!/^\d{4}$/.test(year)) throw new WrongCall(`${year} is not a year like 2026.`);
  const kind = extname(file).toLowerCase();
  const write = writers[kind];
  if (!write) throw new WrongCall(`${file} is neither .xlsx nor .csv.`);
  const { databaseUrl, today } = placeOf('orgtree');
  const log = makeLogger({ service: 'export', role: 'worker', level: 'error' });
  const orm = await openDatabase({ definition, url: databaseUrl, poolSize: 2, log });
  const identity = new Client({ connectionString: placeOf('identity').databaseUrl });
  try {
    await identity.connect();
    const em = orm.em.fork();
    const place = await resultPlace(em, { unitCode, year: Number(year), today });
    if (!place) throw new Mistake(`No unit carries the code ${unitCode} today, or ${year} has not begun.`);
    const [unitId = null] = place.path.split('.').slice(-1);
    const line = {
      action: 'export-results',
      subjectKind: 'unit',
      subjectId: unitCode,
      unitId,
      after: { year: Number(year) },
    };
    await recordAudit(em, [line]);
    await write(file, unitResultHeader, unitResultRows(em, place));
    await write(besides(file, kind), memberResultHeader, memberResultRows(em, place, namesIn(identity)));
    process.stdout.write(`Kết quả năm ${year} của ${unitCode}: ${file}, ${besides(file, kind)}\n`);
  } finally {
    await identity.end();
    await orm.close(true);
  }
}
