import { inSpan, readTraceparent } from '@dang/telemetry/trace';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DossierStateChanged } from './contracts/shared/dossier-state-changed.ts';
import { TransferCompleted } from './contracts/transfers/transfer-completed.ts';
import { readEnvelope } from './envelope.ts';
import { readOutbox, recordEvents } from './outbox.ts';
import { LampLit, makeDatabase } from './testing.ts';

let database: Awaited<ReturnType<typeof makeDatabase>>;
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.orm.em.fork().execute('delete from outbox'));

const fork = () => database.orm.em.fork();
const count = async (sql: string): Promise<number> => {
  const rows = await fork().execute<{ count: number }[]>(sql);
  return rows[0]?.count ?? -1;
};

const secretary = {
  accountId: '01980000-0000-7000-8000-00000000c002',
  memberId: '01980000-0000-7000-8000-00000000a002',
  name: 'Trần Văn Bình',
  capacity: {
    positionId: '01980000-0000-7000-8000-00000000b001',
    role: 'BRANCH_SECRETARY',
    title: 'Bí thư chi bộ',
    unitId: '01980000-0000-7000-8000-000000000044',
  },
  signedInAt: new Date(),
};

describe('recording', () => {
  test('outside a transaction is refused', async () => {
    const event = { aggregateId: 'a', data: LampLit.example };
    await expect(recordEvents(fork(), LampLit, [event])).rejects.toThrow('inside a transaction');
    expect(await count('select count(*)::int from outbox')).toBe(0);
  });

  test('writes an envelope with who, in which capacity, of which version, and in the trace of what caused it', async () => {
    const work = () =>
      fork().transactional((em) =>
        recordEvents(
          em,
          TransferCompleted,
          [
            {
              aggregateId: TransferCompleted.example.transferId,
              version: 4,
              data: TransferCompleted.example,
            },
          ],
          { actor: secretary },
        ),
      );
    const parent = readTraceparent('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01');
    await inSpan({ kind: 'job', name: 'a cause', parent }, work);
    const { envelopes } = await readOutbox(fork(), '05');
    expect(envelopes).toHaveLength(1);
    expect(envelopes[0]).toMatchObject({
      specversion: '1.0',
      type: 'dang.transfers.TransferCompleted.v1',
      source: '/dang/05/transfers',
      subject: TransferCompleted.example.transferId,
      actorid: secretary.accountId,
      actormemberid: secretary.memberId,
      actorname: 'Trần Văn Bình',
      unitid: secretary.capacity.unitId,
      aggregateversion: 4,
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      data: TransferCompleted.example,
    });
    expect(JSON.parse(envelopes[0]?.capacity as string)).toEqual(secretary.capacity);
    const read = readEnvelope(JSON.stringify(envelopes[0]), 'dang.05.transfers.TransferCompleted.v1');
    const { signedInAt: _mine, ...actor } = secretary;
    expect(read).toMatchObject({ name: 'TransferCompleted', version: 4, actor });
  });

  test('keeps the order of a batch, quotes and question marks and all', async () => {
    const lamps = ["it's ?", 'a\\b "c"', 'Đỗ Thị Ửng ??', '$1 $$', 'e\u0301'];
    await fork().transactional((em) =>
      recordEvents(
        em,
        LampLit,
        lamps.map((lamp, step) => ({ aggregateId: lamp, data: { lamp, step } })),
      ),
    );
    const { envelopes } = await readOutbox(fork(), '05');
    expect(envelopes.map(({ data }) => (data as { lamp: string }).lamp)).toEqual(lamps);
  });

  test('leaves out what the contract does not know, so that it never travels', async () => {
    const data = { ...LampLit.example, personalId: '099200000001' };
    await fork().transactional((em) => recordEvents(em, LampLit, [{ aggregateId: 'a', data }]));
    const { envelopes } = await readOutbox(fork(), '05');
    expect(JSON.stringify(envelopes)).not.toContain('099200000001');
  });

  test('data that breaks its contract, or is too big for NATS, takes the whole transaction with it', async () => {
    const broken = fork().transactional(async (em) => {
      await recordEvents(em, LampLit, [{ aggregateId: 'a', data: LampLit.example }]);
      await recordEvents(em, LampLit, [
        { aggregateId: 'b', data: { lamp: 'b', step: 'two' as unknown as number } },
      ]);
    });
    await expect(broken).rejects.toThrow('LampLit of b breaks its contract: step');
    const huge = { lamp: 'x'.repeat(1_000_000), step: 1 };
    const tooBig = fork().transactional((em) =>
      recordEvents(em, LampLit, [{ aggregateId: 'c', data: huge }]),
    );
    await expect(tooBig).rejects.toThrow('the limit is 900000');
    expect(await count('select count(*)::int from outbox')).toBe(0);
  });

  test('an event of many publishers needs to be told which', async () => {
    const event = { aggregateId: DossierStateChanged.example.dossierId, data: DossierStateChanged.example };
    const nameless = fork().transactional((em) => recordEvents(em, DossierStateChanged, [event]));
    await expect(nameless).rejects.toThrow('needs the service that publishes it');
    await fork().transactional((em) => recordEvents(em, DossierStateChanged, [event], { service: 'fees' }));
    const { envelopes } = await readOutbox(fork(), '05');
    expect(envelopes[0]?.type).toBe('dang.fees.DossierStateChanged.v1');
  });

  test('can be read on from where the last reading ended', async () => {
    const record = (step: number) =>
      fork().transactional((em) =>
        recordEvents(em, LampLit, [{ aggregateId: 'a', data: { lamp: 'a', step } }]),
      );
    await record(1);
    const first = await readOutbox(fork(), '05');
    await record(2);
    const second = await readOutbox(fork(), '05', first.position);
    expect(second.envelopes.map(({ data }) => data)).toEqual([{ lamp: 'a', step: 2 }]);
    expect((await readOutbox(fork(), '05', second.position)).position).toBe(second.position);
  });
});

describe('the months of the outbox', () => {
  const insertAt = (time: string, published = true) =>
    fork().execute(
      `insert into outbox (occurred_at, service, name, aggregate_id, data, published_at)
       values (${time}, 'lamps', 'LampLit', 'a', '{}', ${published ? 'now()' : 'null'})`,
    );
  const partitionOf = async () => {
    const rows = await fork().execute<{ name: string }[]>(
      'select tableoid::regclass::text as name from outbox',
    );
    return rows.map(({ name }) => name);
  };

  test('are made ahead, this one and three more, and making them again changes nothing', async () => {
    const ahead = "select count(*)::int from pg_inherits where inhparent = 'outbox'::regclass";
    expect(await count(ahead)).toBe(5);
    await fork().execute('select outbox_make_partitions()');
    expect(await count(ahead)).toBe(5);
    await insertAt('now()');
    expect(await partitionOf()).not.toEqual(['outbox_default']);
  });

  test('take over rows that came before they were made', async () => {
    await insertAt(`now() + interval '5 months'`);
    expect(await partitionOf()).toEqual(['outbox_default']);
    await fork().execute('select outbox_make_partitions(6)');
    expect(await partitionOf()).toEqual([expect.stringMatching(/^outbox_\d{4}_\d{2}$/)]);
    expect(await count('select count(*)::int from outbox_default')).toBe(0);
  });

  test('are dropped after 13 months, unless something in them has not left yet', async () => {
    const month = (back: number) =>
      `date_trunc('month', now() at time zone 'UTC') - interval '${back} months'`;
    for (const back of [13, 14, 15]) {
      await fork().execute(
        `do $$ begin execute format('create table %I partition of outbox for values from (%L) to (%L)',
          'outbox_' || to_char(${month(back)}, 'YYYY_MM'),
          (${month(back)})::text || '+00', (${month(back - 1)})::text || '+00'); end $$`,
      );
      await insertAt(`(${month(back)}) at time zone 'UTC' + interval '1 day'`, back !== 15);
    }
    const rows = await fork().execute<{ outbox_drop_partitions: number }[]>(
      'select outbox_drop_partitions()',
    );
    expect(rows[0]?.outbox_drop_partitions).toBe(1);
    expect(await count('select count(*)::int from outbox')).toBe(2);
  });

  test('and what has been taken in is remembered for longer than it can be replayed', async () => {
    await fork().execute(
      `insert into inbox values ('r', uuidv7(), now() - interval '13 months 10 days'),
       ('r', uuidv7(), now() - interval '14 months 1 day')`,
    );
    await fork().execute('select forget_old_events()');
    expect(await count('select count(*)::int from inbox')).toBe(1);
  });
});
