import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { auditTables } from '@dang/audit/tables';
import { openConnection } from '@dang/events/leader';
import { arrivedStream, leavingStream, openLink } from '@dang/events/link-streams';
import { defineReaction } from '@dang/events/reaction';
import { managerOf } from '@dang/events/stream';
import { LampLit, makeTwoServices, type TwoServices, until } from '@dang/events/testing';
import { definition as orgtree } from '@dang/orgtree/definition';
import type { ServiceDefinition } from '@dang/service/definition';
import { keyRingOf } from '@dang/service/key-ring';
import { sealText } from '@dang/service/sealed-text';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sayOfEnd } from './certificates.ts';
import { examineClocks } from './clocks.ts';
import { examineDatabase } from './database.ts';
import type { Finding, Patient } from './finding.ts';
import { examineNats, reachNats } from './nats.ts';
import { examineReadiness } from './readiness.ts';
import { examineConfiguration, examineGateway, examineKeys, examineStorage } from './secrets.ts';
import { examineStreams } from './streams.ts';
import { examineOutbox, examineWatermarks } from './watermarks.ts';

let two: TwoServices;
let patient: Patient;
let web: Server | undefined;

const hears = defineReaction({ name: 'hears', event: LampLit, handle: () => Promise.resolve() });
const definition = { name: 'watch', entities: [], migrations: [], reactions: [hears], projections: [] };

beforeEach(async () => {
  two = await makeTwoServices();
  const { client } = await openConnection(two.watch.url, 'doctor test');
  for (const sql of auditTables) await client.query(sql);
  patient = {
    name: 'watch' as Patient['name'],
    definition: definition as unknown as ServiceDefinition,
    client,
    databaseUrl: two.watch.url,
    source: { NODE_ENV: 'test', PROVINCE_KEY: randomBytes(32).toString('base64') },
    province: two.province,
    nats: two.nats,
  };
});
afterEach(async () => {
  await patient.client.end();
  await two.close();
  web?.close();
  web = undefined;
});

const troubles = (found: readonly Finding[]): string[] =>
  found.filter(({ level }) => level === 'trouble').map(({ says }) => says);
const query = (sql: string, values: unknown[] = []) => patient.client.query(sql, values);

describe('the database', () => {
  test('one that is as it should be has no trouble but what the suite turns off to be quick', async () => {
    expect(
      troubles(await examineDatabase(patient)).filter((says) => !/fsync|full_page|synchronous/.test(says)),
    ).toEqual([]);
  });

  test('settings that lose what was confirmed are trouble', async () => {
    await query('set synchronous_commit = off');
    expect(troubles(await examineDatabase(patient))).toContainEqual(
      expect.stringContaining('synchronous_commit is off'),
    );
  });

  test('a province without an archive of its log is trouble', async () => {
    const found = await examineDatabase({ ...patient, source: { NODE_ENV: 'production' } });
    expect(troubles(found)).toContainEqual(expect.stringContaining('archive_mode is off'));
  });

  test('a migration that is not applied is named', async () => {
    const [first] = orgtree.migrations;
    if (!first) throw new Error('orgtree has migrations');
    const later = { ...patient.definition, migrations: [first] };
    expect(troubles(await examineDatabase({ ...patient, definition: later }))).toContainEqual(
      expect.stringContaining(`not applied: ${first.name}`),
    );
  });

  test('rows that a dump brought from a cluster with higher transaction ids are found, in every table', async () => {
    await query(
      `insert into outbox (service, name, aggregate_id, data, xid)
       values ('watch', 'Old', 'a', '{}', ((pg_current_xact_id()::text)::bigint + 5000000)::text::xid8)`,
    );
    await query(`update audit_chain_place set xid = '99999999999'`);
    const found = troubles(await examineDatabase(patient));
    expect(found).toContainEqual(
      expect.stringMatching(/^outbox\.xid holds transaction \d+, and the server is only at \d+/),
    );
    expect(found).toContainEqual(
      expect.stringMatching(/^audit_chain_place\.xid holds transaction 99999999999/),
    );
  });
});

describe('what follows the rows', () => {
  test('a sealer that stands still is trouble', async () => {
    expect(troubles(await examineWatermarks(patient))).toEqual([]);
    await query(
      `insert into audit_entry (at, action, subject_kind, subject_id, content_hash) values (now(), 'X', 'x', 'x', $1)`,
      [Buffer.alloc(32)],
    );
    expect(troubles(await examineWatermarks(patient))).toEqual([
      'the sealer of the audit chain stands still with 1 rows before it',
    ]);
  });

  test('an event that has not left for a minute, and one that was given up, are trouble', async () => {
    expect(troubles(await examineOutbox(patient))).toEqual([]);
    await query(
      `insert into outbox (service, name, aggregate_id, data, occurred_at) values ('watch', 'Old', 'a', '{}', now() - interval '1 minute')`,
    );
    await query(
      `insert into parked_event (reaction, event_id, subject, envelope, status, reason) values ('x', uuidv7(), '', '', 'DEAD', 'x')`,
    );
    expect(troubles(await examineOutbox(patient))).toEqual([
      expect.stringMatching(/^1 events have not left, the oldest for 6\d s$/),
      expect.stringContaining('1 events are given up'),
    ]);
  });
});

describe('streams', () => {
  test('without a stream and a place in it nothing arrives; with both all is well', async () => {
    expect(troubles(await examineStreams(patient))).toEqual([
      `NATS has no stream DANG_${two.province}_WATCH: a worker makes it when it starts`,
      'watch has no place in what lamps sends',
    ]);
    two.consumers([hears]);
    const lamps = {
      ...patient,
      name: 'lamps' as Patient['name'],
      definition: { ...patient.definition, reactions: [] },
    };
    const relay = two.relay();
    await until(async () => troubles(await examineStreams(lamps)).length === 0);
    await until(async () => troubles(await examineStreams(patient)).length === 1);
    expect(await relay.lag()).toBe(0);
  });

  test('a stream that is empty though events have left is to be filled again', async () => {
    const { client } = await openConnection(two.lamps.url, 'doctor test');
    two.relay();
    const lamps: Patient = {
      ...patient,
      name: 'lamps' as Patient['name'],
      definition: { ...patient.definition, reactions: [] },
      client,
    };
    await until(async () => troubles(await examineStreams(lamps)).length === 0);
    await client.query(
      `insert into outbox (service, name, aggregate_id, data, published_at) values ('lamps', 'Old', 'a', '{}', now())`,
    );
    expect(troubles(await examineStreams(lamps))).toEqual([
      expect.stringContaining('npm run events -- replay lamps'),
    ]);
    await client.end();
  });

  test('a link that is on without its streams, or with those of before letters had addresses, is trouble', async () => {
    const linked = { ...patient, definition: { ...patient.definition, reactions: [], link: [hears] } };
    const on = { ...linked, source: { ...linked.source, PROVINCE_LINK: 'on' } };
    const ofLink = async (who: Patient) =>
      troubles(await examineStreams(who)).filter((says) => !/_WATCH: a worker/.test(says));
    expect(await ofLink(linked)).toEqual([]);
    expect(await ofLink(on)).toEqual([
      `the link is on, and NATS has no stream ${leavingStream(two.province)}: npm run events -- link`,
      `the link is on, and NATS has no stream ${arrivedStream(two.province)}: npm run events -- link`,
      'watch-arrived has no place in what arrived sends',
      'watch-leaving has no place in what watch sends',
    ]);
    const manager = await managerOf(two.nats);
    await manager.streams.add({ name: leavingStream(two.province), sources: [{ name: 'X' }] });
    await manager.streams.add({ name: arrivedStream(two.province), sources: [{ name: 'X' }] });
    expect((await ofLink(on)).filter((says) => says.includes('is of before'))).toHaveLength(2);
    await openLink(manager, two.province);
    expect((await ofLink(on)).filter((says) => says.includes('the link is on'))).toEqual([]);
  });

  test('NATS that does not answer is trouble, and why', async () => {
    const here = { isProduction: false };
    const away = await reachNats('nats://somebody:secret@127.0.0.1:1');
    expect(troubles(await examineNats(away, here))).toEqual([
      'NATS: nobody listens at 127.0.0.1:1: is the server running, and is this its address? (nothing is lost: events wait in the outboxes)',
    ]);
    expect(troubles(await examineNats({ nats: two.nats }, here))).toEqual([]);
  });

  test('NATS that acknowledges before it syncs is trouble; where nobody can ask it, that is said', async () => {
    const ask = async (config: object | null) => {
      web = createServer((_request, response) => response.end(JSON.stringify({ jetstream: { config } })));
      web.listen(0, '127.0.0.1');
      await until(() => web?.listening === true);
      const monitor = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
      const found = await examineNats({ nats: two.nats }, { monitor, isProduction: true });
      web.close();
      return found;
    };
    expect(troubles(await ask({ sync_interval: 120e9, sync_always: true }))).toEqual([]);
    expect(troubles(await ask({ sync_interval: 120e9 }))).toEqual([
      expect.stringMatching(/^NATS syncs its disk every 120 s/),
    ]);
    const blind = await examineNats({ nats: two.nats }, { isProduction: true });
    expect(blind.filter(({ level }) => level === 'notice').map(({ says }) => says)).toEqual([
      expect.stringContaining('"sync_always": true'),
    ]);
  });
});

describe('what the environment gives', () => {
  test('a key that does not open what is sealed is trouble', async () => {
    await query('create table person (name_sealed text)');
    await query('insert into person values ($1)', [sealText(keyRingOf(patient.source), 'Nguyễn Thị Hà')]);
    expect(troubles(await examineKeys(patient))).toEqual([]);
    const other = { PROVINCE_KEY: randomBytes(32).toString('base64') };
    expect(troubles(await examineKeys({ ...patient, source: other }))).toEqual([
      expect.stringMatching(
        /^PROVINCE_KEY and PROVINCE_KEYS_OLD do not open person\.name_sealed: is it the key of another/,
      ),
    ]);
  });

  test('every fault of the configuration is told', () => {
    const found = troubles(examineConfiguration(patient));
    expect(found).toContain('configuration: NATS_URL: is not set');
    expect(found).toContain('configuration: PROVINCE_INDEX_KEY: is not set');
  });

  test('a gateway is asked for its own variables, where it has some', () => {
    expect(examineGateway({})).toEqual([]);
    const found = troubles(examineGateway({ GATEWAY_PRIVATE_JWK: '{}' }));
    expect(found).toContain('configuration: NATS_URL: is not set');
    expect(found).toContain('configuration: GATEWAY_PRIVATE_JWK: must be an Ed25519 key as JSON (JWK)');
  });

  test('a storage that is not there is trouble', async () => {
    const source = { STORAGE_URL: 'file:///nowhere/at/all' };
    expect(troubles(await examineStorage({ ...patient, source }))).toHaveLength(1);
  });

  test('a certificate is said in time, and loudly when it has ended', () => {
    const now = new Date('2026-07-06');
    const level = (day: string) => sayOfEnd('x', 'it', new Date(day), now)?.level ?? null;
    expect([level('2026-07-01'), level('2026-07-10'), level('2026-08-01'), level('2027-01-01')]).toEqual([
      'trouble',
      'trouble',
      'notice',
      null,
    ]);
  });
});

test('a process that is not ready, and a clock that is ten seconds off, are trouble', async () => {
  web = createServer((_request, response) => {
    response.setHeader('date', new Date(Date.now() + 10_000).toUTCString());
    response.writeHead(503).end('{"database":"down"}');
  }).listen(0, '127.0.0.1');
  await until(() => web?.listening === true);
  const addresses = { somebody: `http://127.0.0.1:${(web.address() as AddressInfo).port}/readyz` };
  expect(troubles(await examineReadiness(addresses))).toEqual(['is not ready: {"database":"down"}']);
  expect(troubles(await examineClocks(patient, addresses))).toEqual([
    expect.stringMatching(/^the clock of somebody is \d+\.\d s ahead of ours$/),
  ]);
  expect(troubles(await examineClocks(patient, {}))).toEqual([]);
});
