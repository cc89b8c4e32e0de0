import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { desks, openTransfers, type TransferStage } from '../test/transfer-stage.ts';
import { unitPath, units } from '../test/units.ts';
import type { DemoDossier } from './demo/demo-dossier.ts';
import { loadDemoData } from './demo-data.ts';
import { type TransferState, workflowOf } from './dossier/workflows.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
  // identity tells of the members of its own demo data
  for (const { member } of dossiers) await stage.newMember('branch1', { id: member.id });
});
afterAll(() => stage?.close());

/** Drafts are nobody's but the member's, and what passes outside of the system is not played. */
const states = (Object.keys(workflowOf('OFFICIAL').states) as TransferState[]).filter(
  (state) => !['DRAFT', 'SENT_OUT', 'INCOMING_PAPER'].includes(state),
);

const dossiers = states.map(
  (state, index): DemoDossier => ({
    id: randomUUID(),
    letterId: randomUUID(),
    state,
    member: {
      id: randomUUID(),
      fullName: `Đảng viên ${index}`,
      dateOfBirth: '1985-05-19',
      joinDate: '2010-02-03',
      officialDate: '2011-02-03',
      legacyCardNumber: '12345678',
      profileNumber: '000123',
    },
    originPath: unitPath('branch1'),
    destinationPath: unitPath('sales'),
    reason: 'CHANGE_WORKPLACE',
    channel: 'ONLINE',
    decision: { number: '1/QĐ', date: '2026-05-20', issuer: 'Công ty', effectiveDate: '2026-06-01' },
    requestedOn: '2026-06-02',
  }),
);
const officers = Object.values(units).map((unitId) => ({
  unitId,
  memberId: randomUUID(),
  name: 'Bí thư',
  title: 'Bí thư',
}));

const desk = `query { transferDesk(first: 100, waitingForMe: false) { edges { node { id status number letter { number boxes { index status registerNumber } } } } } }`;

test('the demo has a dossier in every state, once, and tells where each stands', async () => {
  await stage.published();
  await loadDemoData(stage.em(), { dossiers, officers });
  await loadDemoData(stage.em(), { dossiers, officers });
  const published = await stage.published();
  expect(published.map(({ data }) => (data as { state: string }).state).toSorted()).toEqual(
    states.toSorted(),
  );
  const { transferDesk } = await stage.ask(desk, {}, desks.inspector);
  const open = states.filter((state) => !('final' in workflowOf('OFFICIAL').states[state]));
  expect(transferDesk.edges.map(({ node }: { node: { status: string } }) => node.status).toSorted()).toEqual(
    open.toSorted(),
  );
});

test('what was loaded goes on like any other dossier, with the next numbers', async () => {
  const id = (state: TransferState) => dossiers.find((one) => one.state === state)?.id ?? '';
  expect((await stage.done(desks.ward, 'correctAndResendTransfer', id('RETURNED_BY_DEST'))).status).toBe(
    'SENT',
  );
  expect((await stage.done(desks.hostCommittee, 'signLetterBox', id('IN_DEST_CHAIN'))).status).toBe(
    'AT_DEST_BRANCH',
  );
  const numbers = await stage
    .em()
    .execute<{ seqs: number[] }[]>(
      `select array_agg(seq order by seq) as seqs from register_entry group by unit_id, year, direction`,
    );
  for (const { seqs } of numbers) expect(seqs).toEqual(seqs.map((_, at) => at + 1));
});
