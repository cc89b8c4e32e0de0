import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { desks, openTransfers, type TransferStage } from '../test/transfer-stage.ts';
import { unitPath, units } from '../test/units.ts';
import type { DemoDossier } from './demo/demo-dossier.ts';
import type { DemoIncoming } from './demo/incoming.ts';
import { loadDemoData } from './demo-data.ts';
import {
  isFinal,
  type TransferKind,
  type TransferState,
  transferKinds,
  workflowOf,
} from './dossier/workflows.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
  // identity tells of the members of its own demo data
  for (const { member } of dossiers) await stage.newMember('branch1', { id: member.id });
});
afterAll(() => stage?.close());

/** What comes from outside of the system is not played: there is one such letter. */
const statesOf = (kind: TransferKind) =>
  (Object.keys(workflowOf(kind).states) as TransferState[]).filter((state) => state !== 'INCOMING_PAPER');

const stay = {
  from: '2026-06-12',
  through: '2026-12-11',
  purpose: 'Học lớp bồi dưỡng',
  duesAt: 'TEMPORARY',
  lastActOn: '2026-06-25',
} as const;

function dossierOf(kind: TransferKind, state: TransferState, index: number): DemoDossier {
  return {
    id: randomUUID(),
    letterId: randomUUID(),
    kind,
    state,
    member: {
      id: randomUUID(),
      fullName: `Đảng viên ${index}`,
      gender: 'MALE',
      dateOfBirth: '1985-05-19',
      joinDate: '2010-02-03',
      officialDate: '2011-02-03',
      legacyCardNumber: '12345678',
      profileNumber: '000123',
    },
    originPath: unitPath('branch1'),
    destinationPath: unitPath(state === 'SENT_OUT' ? 'farBranch' : 'sales'),
    reason: kind === 'OFFICIAL' ? 'CHANGE_WORKPLACE' : 'STUDY',
    channel: 'ONLINE',
    decision: { number: '1/QĐ', date: '2026-05-20', issuer: 'Công ty', effectiveDate: '2026-06-01' },
    stay: kind === 'TEMPORARY' ? stay : null,
    signed: false,
    convertsId: null,
    requestedOn: '2026-06-02',
  };
}

const played = transferKinds.flatMap((kind) => statesOf(kind).map((state) => ({ kind, state })));
const dossiers = played.map(({ kind, state }, index) => dossierOf(kind, state, index));
const converted = dossiers.find(({ state }) => state === 'CONVERTED') as DemoDossier;
const conversion = { ...dossierOf('OFFICIAL', 'SUBMITTED', 99), member: converted.member };
dossiers.push({ ...conversion, requestedOn: '2026-06-16', convertsId: converted.id });

const incoming: DemoIncoming[] = [
  {
    ...dossierOf('OFFICIAL', 'SUBMITTED', 100),
    originText: 'Chi bộ Đại đội 3',
    destination: unitPath('sales').at(-1) as DemoIncoming['destination'],
    letter: { number: '42/GT', issuedOn: '2026-06-22', duesPaidThrough: '2026-06' },
    enteredOn: '2026-07-01',
  },
];
const officers = Object.values(units).map((unitId) => ({
  unitId,
  memberId: randomUUID(),
  name: 'Bí thư',
  title: 'Bí thư',
}));

const desk = `query { transferDesk(first: 100, waitingForMe: false) { edges { node { id kind status number letter { number boxes { index status registerNumber } } } } } }`;

test('the demo has a dossier of either kind in every state, once, and tells where each stands', async () => {
  await stage.published();
  await loadDemoData(stage.em(), { dossiers, incoming, officers }, null);
  await loadDemoData(stage.em(), { dossiers, incoming, officers }, null);
  const published = await stage.published();
  const states = published.flatMap(({ data }) => (data as { state?: string }).state ?? []);
  const told = dossiers.filter(({ state }) => state !== 'DRAFT');
  expect(states.toSorted()).toEqual([...told.map(({ state }) => state), 'INCOMING_PAPER'].toSorted());
  const { transferDesk } = await stage.ask(desk, {}, desks.inspector);
  const open = told.filter(({ kind, state }) => !isFinal(kind, state));
  expect(transferDesk.edges.map(({ node }: { node: { id: string } }) => node.id).toSorted()).toEqual(
    [...open, ...incoming].map(({ id }) => id).toSorted(),
  );
  const started = await stage
    .em()
    .execute('select from temporary_stay where started_on is not null and ended_on is null');
  expect(started).toHaveLength(5);
});

test('each dossier of the demo waits for a unit, but where it is the turn of the member or of the day', async () => {
  for (const { id, state, kind } of dossiers) {
    const [row]: { waiting: string | null }[] = await stage
      .em()
      .execute('select waiting_unit_id as waiting from transfer_dossier where id = ?', [id]);
    const nobodys = ['DRAFT', 'SUPPLEMENT_REQUESTED', 'ACTIVE_TEMPORARY', 'CONVERTED'].includes(state);
    expect([kind, state, row?.waiting === null]).toEqual([kind, state, nobodys || isFinal(kind, state)]);
  }
});

test('what was loaded goes on like any other dossier, with the next numbers', async () => {
  const id = (state: TransferState) =>
    dossiers.find((one) => one.kind === 'OFFICIAL' && one.state === state)?.id ?? '';
  expect((await stage.done(desks.ward, 'correctAndResendTransfer', id('RETURNED_BY_DEST'))).status).toBe(
    'SENT',
  );
  expect((await stage.done(desks.hostCommittee, 'signLetterBox', id('IN_DEST_CHAIN'))).status).toBe(
    'AT_DEST_BRANCH',
  );
  const came = incoming[0]?.id ?? '';
  expect((await stage.done(desks.host, 'takeOverIncomingLetter', came)).status).toBe('AT_DEST_BRANCH');
  const numbers = await stage
    .em()
    .execute<{ seqs: number[] }[]>(
      `select array_agg(seq order by seq) as seqs from register_entry group by unit_id, year, direction`,
    );
  for (const { seqs } of numbers) expect(seqs).toEqual(seqs.map((_, at) => at + 1));
});
