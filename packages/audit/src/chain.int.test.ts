import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openConnection } from '@dang/events/leader';
import { makeDatabase, silent } from '@dang/events/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import { auditChain } from './audit-chain.ts';
import { contentHash } from './content.ts';
import { type AuditLine, recordAudit } from './record.ts';
import { sealOnce, startSealer } from './sealer.ts';
import { auditTables } from './tables.ts';
import { verifyChain } from './verify.ts';

type Database = Awaited<ReturnType<typeof makeDatabase>>;
let database: Database;
let client: Client;
beforeEach(async () => {
  database = await makeDatabase();
  for (const sql of auditTables) await database.orm.em.fork().execute(sql);
  ({ client } = await openConnection(database.url, 'test'));
});
afterEach(async () => {
  await client.end();
  await database.close();
});

const units = [randomUUID(), randomUUID(), null];
const line = (subjectId: string, more: Partial<AuditLine> = {}): AuditLine => ({
  action: 'writeNote',
  subjectKind: 'note',
  subjectId,
  unitId: units[0] ?? null,
  ...more,
});
const write = (...lines: AuditLine[]) => database.orm.em.fork().transactional((em) => recordAudit(em, lines));
const verify = () => verifyChain(client, auditChain);
/** Seals everything. Another test's transaction may hold the sealer up for a moment when it ends just then. */
async function seal(): Promise<number> {
  let sealed = 0;
  do sealed += await sealOnce(client, auditChain);
  while ((await verify()).unsealed.count > 0);
  return sealed;
}

/** What a superuser could do who has switched the triggers off. */
async function tamper(...statements: string[]): Promise<void> {
  await client.query('set session_replication_role = replica');
  for (const sql of statements) await client.query(sql);
  await client.query('set session_replication_role = origin');
}

describe('the trail', () => {
  test('is only ever added to', async () => {
    await write(line('1'));
    await seal();
    for (const table of ['audit_entry', 'audit_chain']) {
      await expect(client.query(`update ${table} set content_hash = content_hash`)).rejects.toThrow(
        'refused',
      );
      await expect(client.query(`delete from ${table}`)).rejects.toThrow('refused');
      await expect(client.query(`truncate ${table} cascade`)).rejects.toThrow('refused');
    }
  });

  test('goes on in the order of transactions when their number gets another digit', async () => {
    for (const subject of ['nine', 'ten']) await write(line(subject));
    await tamper(
      `update audit_entry set xid = '9' where subject_id = 'nine'`,
      `update audit_entry set xid = '10' where subject_id = 'ten'`,
    );
    expect(await sealOnce(client, auditChain)).toBe(2);
    expect(await sealOnce(client, auditChain)).toBe(0);
    await write(line('later'));
    await seal();
    const { rows } = await client.query(
      `select subject_id as subject from audit_chain join audit_entry on id = row_id order by number`,
    );
    expect(rows.map(({ subject }) => subject)).toEqual(['nine', 'ten', 'later']);
    expect(await verify()).toMatchObject({ faults: [], unsealed: { count: 0 } });
  });

  test('says the same whatever the order of keys, and covers numbers that are somebody’s', async () => {
    await write(
      line('1', {
        before: { zzz: 1, a: { c: 10n, b: [1, undefined, new Date('2026-07-06T01:02:03Z')] } },
        after: { phone: '0912345678', card: '099123456789', amount: 912_345_678, big: 1e21 },
        reason: '099123456789',
      }),
    );
    const { rows } = await client.query('select before, after, reason from audit_entry');
    expect(rows[0]).toEqual({
      before: { a: { b: [1, null, '2026-07-06T01:02:03.000Z'], c: '10' }, zzz: 1 },
      after: { phone: '*******678', card: '*********789', amount: 912_345_678, big: 1e21 },
      reason: '*********789',
    });
    await seal();
    expect(await verify()).toMatchObject({ sealed: 1, faults: [] });
  });

  test('is chained by unit, in the order of the transactions, and tells what waits', async () => {
    await write(line('1'), line('2', { unitId: units[1] ?? null }), line('3'));
    await write(line('4', { unitId: null }));
    expect(await verify()).toMatchObject({ sealed: 0, chains: 0, unsealed: { count: 4 }, faults: [] });
    expect(await seal()).toBe(4);
    const { rows } = await client.query(
      `select subject_id as subject, link.number::int from audit_chain link join audit_entry entry on entry.id = link.row_id
       order by subject_id`,
    );
    expect(rows).toEqual([
      { subject: '1', number: 1 },
      { subject: '2', number: 1 },
      { subject: '3', number: 2 },
      { subject: '4', number: 1 },
    ]);
    expect(await verify()).toMatchObject({ sealed: 4, chains: 3, unsealed: { count: 0, since: null } });
  });

  test('waits for a transaction that began earlier, and for none of another database', async () => {
    const slow = (await openConnection(database.url, 'slow')).client;
    const elsewhere = (await openConnection(process.env.TEST_DATABASE_URL ?? '', 'elsewhere')).client;
    await elsewhere.query('begin; select pg_current_xact_id()');
    await slow.query('begin; select pg_current_xact_id()');
    await write(line('late'));
    expect(await sealOnce(client, auditChain)).toBe(0);
    await slow.query('commit');
    expect(await seal()).toBe(1);
    await elsewhere.query('rollback');
    await Promise.all([slow.end(), elsewhere.end()]);
  });
});

describe('whoever tampers is found', () => {
  beforeEach(async () => {
    await write(...['1', '2', '3', '4', '5'].map((subject) => line(subject)));
    await seal();
  });
  const rowOf = async (subject: string): Promise<string> => {
    const { rows } = await client.query('select id from audit_entry where subject_id = $1', [subject]);
    return rows[0].id;
  };

  test('who changes a row', async () => {
    await tamper(`update audit_entry set reason = 'nothing happened' where subject_id = '3'`);
    expect((await verify()).faults).toEqual([
      `link 3 of chain ${units[0]} (row ${await rowOf('3')}): the row is not what was written`,
    ]);
  });
  test('who changes a row and its hash', async () => {
    const { rows } = await client.query(
      `select ${auditChain.columns} from audit_entry where subject_id = '3'`,
    );
    const hash = contentHash({ ...rows[0], action: 'another' }).toString('hex');
    await tamper(
      `update audit_entry set action = 'another', content_hash = '\\x${hash}' where subject_id = '3'`,
    );
    expect((await verify()).faults).toEqual([expect.stringContaining('the row is not what was written')]);
    await tamper(`update audit_chain set content_hash = '\\x${hash}' where row_id = '${await rowOf('3')}'`);
    expect((await verify()).faults).toEqual([
      expect.stringContaining('its hash does not follow from the link before it'),
    ]);
  });
  test('who deletes a row, or its link as well', async () => {
    const row = await rowOf('2');
    await tamper(`delete from audit_entry where id = '${row}'`);
    expect((await verify()).faults).toEqual([expect.stringContaining('the row is gone')]);
    await tamper(`delete from audit_chain where row_id = '${row}'`);
    expect((await verify()).faults).toEqual([
      expect.stringContaining('the link before it is missing'),
      '5 rows were sealed, 4 are in the chains',
    ]);
  });
  test('who cuts the end off a chain', async () => {
    const row = await rowOf('5');
    await tamper(
      `delete from audit_entry where id = '${row}'`,
      `delete from audit_chain where row_id = '${row}'`,
    );
    expect((await verify()).faults).toEqual(['5 rows were sealed, 4 are in the chains']);
  });
  test('who moves a row to another unit', async () => {
    await tamper(`update audit_entry set unit_id = null where subject_id = '1'`);
    expect((await verify()).faults[0]).toContain('the row says that it belongs to 0000');
  });
  test('who slips a row in behind the sealer, or changes one before it comes', async () => {
    await write(line('6'));
    await tamper(`update audit_entry set xid = '1' where subject_id = '6'`);
    expect((await verify()).faults).toEqual([
      `row ${await rowOf('6')}: it is in no chain, though later rows are`,
    ]);
    await write(line('7'));
    await tamper(`update audit_entry set reason = 'other' where subject_id = '7'`);
    expect((await verify()).faults[1]).toBe(
      `row ${await rowOf('7')}, not sealed yet: it is not what was written`,
    );
  });
  test('who makes the whole chain anew is known by the seal that was kept elsewhere', async () => {
    const { seal: kept } = await verify();
    await tamper(
      `delete from audit_entry where subject_id = '5'`,
      'delete from audit_chain',
      `update audit_chain_place set xid = '0', row_id = '00000000-0000-0000-0000-000000000000', sealed = 0`,
    );
    await seal();
    const { faults, seal: now } = await verify();
    expect(faults).toEqual([]);
    expect(now).not.toBe(kept);
  });
});

describe('the sealer', () => {
  test('leaves no gap behind sixteen writers at once, and two of them are one', async () => {
    const options = { databaseUrl: database.url, service: 'lamps', log: silent };
    const sealers = [startSealer(options, [auditChain]), startSealer(options, [auditChain])];
    let written = 0;
    const writer = async (number: number) => {
      for (let round = 0; round < 25; round += 1) {
        const abandoned = randomInt(10) === 0;
        const lines = Array.from({ length: 1 + randomInt(3) }, (_, index) =>
          line(`${number}-${round}-${index}`, { unitId: units[randomInt(3)] ?? null }),
        );
        await database.orm.em
          .fork()
          .transactional(async (em) => {
            await recordAudit(em, lines.slice(0, 1));
            await sleep(randomInt(5));
            await recordAudit(em, lines.slice(1));
            if (abandoned) throw new Error('taken back');
          })
          .then(
            () => {
              written += lines.length;
            },
            () => {},
          );
      }
    };
    await Promise.all(Array.from({ length: 16 }, (_, number) => writer(number)));
    const done = Date.now();
    let verdict = await verify();
    while (verdict.unsealed.count > 0 && Date.now() - done < 5_000) {
      await sleep(100);
      verdict = await verify();
    }
    await Promise.all(sealers.map((sealer) => sealer.stop()));
    expect(verdict).toMatchObject({ sealed: written, chains: 3, unsealed: { count: 0 }, faults: [] });
  });
});
