import { testSigning } from '@dang/documents/signing/testing-signing';
import { testStorage } from '@dang/documents/testing-files';
import { definition as evaluation } from '@dang/evaluation/definition';
import { readOutbox } from '@dang/events/outbox';
import { deliver } from '@dang/events/receive';
import { definition as fees } from '@dang/fees/definition';
import { definition as identity } from '@dang/identity/definition';
import { definition as orgtree } from '@dang/orgtree/definition';
import { makeClock } from '@dang/service/clock';
import { migrate, openDatabase } from '@dang/service/database';
import type { ServiceDefinition } from '@dang/service/definition';
import { keyRing } from '@dang/service/key-ring';
import { makeLogger } from '@dang/service/logger';
import { testDatabase, testEnvironment } from '@dang/service/testing';
import { definition as transfers } from '@dang/transfers/definition';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoToday } from './demo-id.ts';
import { evaluationPapers } from './evaluation-papers.ts';
import { loadDemoProvince } from './load.ts';
import { members } from './people.ts';
import { units } from './province.ts';
import { demoCertificates, demoSigners } from './signers.ts';
import { completedTransfer } from './transfers-data.ts';

type Database = Awaited<ReturnType<typeof openDatabase>>;

const definitions: ServiceDefinition[] = [identity, orgtree, fees, evaluation, transfers];
const log = makeLogger({ service: 'demo', role: 'test', level: 'silent' });
const databaseUrls: Record<string, string> = {};
const databases: Record<string, Database> = {};
const keys = { key: keyRing(Buffer.alloc(32, 1)), indexKey: Buffer.alloc(32, 2) };
const validity = { from: new Date('2024-01-01T00:00:00Z'), to: new Date('2048-01-01T00:00:00Z') };
const storage = testStorage();
let signing: Awaited<ReturnType<typeof testSigning>>;

/** The variables of evaluation and transfers, as the launcher hands them to whoever loads the province. */
const environment = (): Record<string, string> => ({
  ...testEnvironment('evaluation', {
    ...signing.environment,
    ...storage.environment,
    SIGNING_TIMEOUT_SECONDS: '10',
    PROVINCE_CODE: '05',
    DATABASE_URL_EVALUATION: databaseUrls.evaluation ?? '',
    DATABASE_URL_TRANSFERS: databaseUrls.transfers ?? '',
  }).source,
});

async function load(): Promise<void> {
  const certificates = demoCertificates(signing.keys.issue(demoSigners.map((one) => ({ ...one, validity }))));
  await loadDemoProvince({
    databaseUrls,
    keys,
    certificates,
    environment: environment(),
    log: () => undefined,
  });
}

beforeAll(async () => {
  signing = await testSigning();
  for (const definition of definitions) {
    const url = await testDatabase(definition.name);
    databaseUrls[definition.name] = url;
    await migrate({ definition, url, log });
    databases[definition.name] = await openDatabase({ definition, url, poolSize: 2, log });
  }
});
afterAll(async () => {
  for (const orm of Object.values(databases)) await orm.close(true);
  await signing.close();
  storage.remove();
});

const count = async (service: string, from: string): Promise<number> => {
  const [row] = await (databases[service] as Database).em
    .fork()
    .execute<{ n: number }[]>(`select count(*)::int as n from ${from}`);
  return row?.n ?? 0;
};

test('the whole province loads in a few seconds, and a second time changes nothing', async () => {
  const began = performance.now();
  await load();
  expect(performance.now() - began).toBeLessThan(15_000);
  expect(await count('identity', 'member')).toBe(members.length);
  expect(await count('orgtree', 'unit')).toBe(units.length);
  const rows = () =>
    Promise.all(definitions.map(({ name }) => count(name, 'outbox')).concat(count('fees', 'dues_charge')));
  const before = await rows();
  await load();
  expect(await rows()).toEqual(before);
});

test('once every service has heard the others, nothing was set aside and the copies agree with their owners', async () => {
  const context = { province: '05', clock: makeClock(demoToday), log };
  const envelopes = [];
  for (const { name } of definitions)
    envelopes.push(...(await readOutbox((databases[name] as Database).em.fork(), '05')).envelopes);
  const sizes = envelopes.map((envelope) => Buffer.byteLength(JSON.stringify(envelope)));
  expect(Math.max(...sizes)).toBeLessThan(900_000);
  for (const { name, reactions, projections } of definitions) {
    const all = [...reactions, ...projections.flatMap((one) => one.reactions)];
    const { parked } = await deliver(databases[name] as Database, all, envelopes, {
      ...context,
      service: name,
    });
    expect(parked.map(({ reaction, reason }) => `${name} ${reaction}: ${reason}`)).toEqual([]);
  }
  const placed = await count('orgtree', 'placement');
  for (const name of ['fees', 'evaluation', 'transfers']) {
    expect(await count(name, 'unit_copy')).toBe(units.length);
    expect(await count(name, 'placement_copy')).toBe(placed);
  }
  expect(await count('evaluation', `certificate_copy where status = 'ACTIVE'`)).toBe(demoSigners.length);
  expect(await count('transfers', 'member_copy')).toBe(members.length);
  expect(await count('orgtree', `membership where name_key = ''`)).toBe(0);
});

test('something waits for everybody who decides, and the ward tells whom to ask', async () => {
  expect(await count('identity', `account where status in ('PENDING_BRANCH', 'PENDING_SUPERIOR')`)).toBe(3);
  expect(await count('identity', `position_claim where status = 'PENDING'`)).toBe(1);
  expect(await count('identity', `account_change_request where status = 'PENDING_BRANCH'`)).toBe(2);
  expect(await count('orgtree', `ticket where status = 'OPEN'`)).toBe(2);
  expect(await count('orgtree', `guide_entry where kind = 'SUPPORT_MEMBER'`)).toBe(2);
  expect(
    await count('orgtree', `dossier_state where procedure in ('POSITION_CLAIM', 'ACCOUNT_CHANGE')`),
  ).toBe(3);
});

test('every procedure has its day, and dues are charged from the day on which they start', async () => {
  for (const name of ['identity', 'fees', 'evaluation', 'transfers'])
    expect(await count(name, 'procedure_start_copy')).toBe(6);
  const early = `dues_charge charge join unit_copy unit on unit.id = charge.branch_id
    where procedure_start(unit.path, 'DUES') is null or charge.period < date_trunc('month', procedure_start(unit.path, 'DUES'))`;
  expect(await count('fees', early)).toBe(0);
  expect(await count('orgtree', 'branch_dues')).toBeGreaterThan(100);
});

test('the completed transfer moved its member on the very day on which its dossier closed', async () => {
  const { memberId, dossier } = completedTransfer;
  const one = async (service: string, sql: string, id: string) =>
    (await (databases[service] as Database).em.fork().execute(sql, [id]))[0];
  const closed = await one(
    'transfers',
    'select closed_on as day from transfer_dossier where id = ?',
    dossier.id,
  );
  const ended = await one(
    'orgtree',
    'select valid_to as day from membership where member_id = ? and valid_to is not null',
    memberId,
  );
  expect(closed).toEqual({ day: completedTransfer.admittedOn });
  expect(ended).toEqual(closed);
});

test('every state of a comment has its papers, and what was delivered was signed', async () => {
  const { sheets, rows, reports, contacts, listSteps } = evaluationPapers();
  expect(await count('evaluation', 'comment_sheet')).toBe(sheets.length);
  const delivered = sheets.filter(({ sent }) => sent !== null).length;
  expect(delivered).toBeLessThanOrEqual(15);
  expect(
    await count('evaluation', `comment_sheet where status = 'DELIVERED' and signature_id is not null`),
  ).toBe(delivered);
  expect(await count('evaluation', 'document_signature join stored_file file on file.id = file_id')).toBe(
    delivered,
  );
  expect(await count('evaluation', 'year_end_comment where received_at is not null')).toBe(delivered - 1);
  expect(await count('evaluation', 'comment_list_row')).toBe(rows.length);
  expect(await count('evaluation', 'self_report')).toBe(reports.length);
  expect(new Set(reports.map(({ status }) => status)).size).toBe(3);
  expect(await count('evaluation', 'residence_contact')).toBe(contacts.length);
  expect(await count('evaluation', 'comment_list_history')).toBe(listSteps.length);
});

test('some letters are signed by every level that must, each on the PDF of the one before', async () => {
  const signatures = await count(
    'transfers',
    'document_signature join stored_file file on file.id = file_id',
  );
  expect(signatures).toBe(13);
  expect(await count('transfers', 'letter_box where signature_id is not null')).toBe(signatures);
  const letters = await count('transfers', '(select distinct subject_id from document_signature) letter');
  expect(await count('transfers', 'document_signature where previous_sha256 is null')).toBe(letters);
  const broken = `document_signature one join document_signature before on before.id = one.previous_id
    where before.sha256 <> one.previous_sha256 or before.step <> one.step - 1`;
  expect(await count('transfers', broken)).toBe(0);
});
