import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stayAt } from '../../test/stay-stage.ts';
import {
  desks,
  officer,
  openTransfers,
  TODAY,
  type TransferStage,
  units,
} from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers({ current: TODAY });
});
afterAll(() => stage?.close());

const { secretary, host, hostCommittee, inspector, stranger } = desks;

const shown = `from through originalThrough duesPlace startedOn endedOn rights { branch { id } canVote canStand canElect }
  extensions { oldThrough newThrough reason granted decisionReason decidedByName } notes { note byName }
  comment { text writtenOn byTitle duesPaidThrough }`;
const stayOf = async (actor: Actor, id: string) => {
  const { transfer } = await stage.ask(
    `query ($id: UUID!) { transfer(id: $id) { dueOn flags stay { ${shown} } } }`,
    { id },
    actor,
  );
  return transfer;
};
const readLines = async (id: string): Promise<number> => {
  const [row] = await stage
    .em()
    .execute<{ n: number }[]>(
      `select count(*)::int as n from audit_entry where action = 'readStayComment' and subject_id = ?`,
      [id],
    );
  return row?.n ?? 0;
};

describe('a stay that runs', () => {
  test('T77: gives no vote at the branch of the stay, and takes none at home', async () => {
    const { id } = await stayAt(stage, 'ACTIVE_TEMPORARY');
    const { stay } = await stayOf(host, id);
    expect(stay).toMatchObject({ startedOn: TODAY, endedOn: null, duesPlace: 'TEMPORARY', comment: null });
    const rights = (unit: string, may: boolean) => ({
      branch: { id: unit },
      canVote: may,
      canStand: may,
      canElect: may,
    });
    expect(stay.rights).toEqual([rights(units.branch1, true), rights(units.sales, false)]);
    const over = await stayAt(stage, 'COMPLETED');
    expect((await stayOf(secretary, over.id)).stay).toMatchObject({ endedOn: TODAY, rights: [] });
  });

  test('what the branch says of somebody is read by whoever reads the dossier, and who read it is kept first', async () => {
    const { id, applicant } = await stayAt(stage, 'ACTIVE_TEMPORARY');
    await stage.done(host, 'addStayNote', id);
    await stage.done(host, 'writeStayComment', id);
    expect((await stayOf(applicant, id)).stay.comment).toMatchObject({ duesPaidThrough: '2026-07' });
    expect(await readLines(id)).toBe(0);
    for (const [reader, lines] of [
      [secretary, 1],
      [hostCommittee, 2],
      [inspector, 3],
    ] as const) {
      const { stay } = await stayOf(reader, id);
      expect(stay.notes).toHaveLength(1);
      expect(stay.comment.text).toBe('Chấp hành tốt, đóng đảng phí đầy đủ.');
      expect(await readLines(id)).toBe(lines);
    }
    const told = JSON.stringify(
      await stage.em().execute('select * from audit_entry where subject_id = ?', [id]),
    );
    for (const free of ['Sinh hoạt đều', 'Chấp hành tốt']) expect(told).not.toContain(free);
    const published = JSON.stringify(await stage.published());
    for (const free of ['Sinh hoạt đều', 'Chấp hành tốt']) expect(published).not.toContain(free);
  });
});

describe('a longer term', () => {
  const ask = (id: string, applicant: Actor, through: string, more: object = {}) =>
    stage.act(applicant, 'requestStayExtension', id, { through, ...more });

  test('is granted by the committee there, told to both sides, and holds from then on', async () => {
    const { id, applicant } = await stayAt(stage, 'EXTENSION_REQUESTED');
    await stage.published();
    const granted = await stage.done(hostCommittee, 'grantStayExtension', id);
    expect(granted.status).toBe('ACTIVE_TEMPORARY');
    const { stay, dueOn } = await stayOf(applicant, id);
    expect(dueOn).toBe('2027-03-05');
    expect(stay).toMatchObject({ through: '2027-03-05', originalThrough: '2027-01-05' });
    expect(stay.extensions).toMatchObject([
      { oldThrough: '2027-01-05', newThrough: '2027-03-05', granted: true, reason: 'Dự án kéo dài' },
    ]);
    const facts = (await stage.published()).filter(({ subject }) => subject === id);
    expect(facts.map(({ type }) => type.split('.').at(-2))).toContain('StayExtensionDecided');
    expect(facts.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ granted: true, through: '2027-03-05', originBranchId: units.branch1 }),
    );
  });

  test('is refused with a reason, and may be asked for again', async () => {
    const { id, applicant } = await stayAt(stage, 'EXTENSION_REQUESTED');
    expect(await stage.refused(hostCommittee, 'refuseStayExtension', id, { reason: ' ' })).toBe(
      'REASON_REQUIRED',
    );
    await stage.done(hostCommittee, 'refuseStayExtension', id);
    const { stay } = await stayOf(applicant, id);
    expect(stay).toMatchObject({ through: '2027-01-05' });
    expect(stay.extensions).toMatchObject([{ granted: false, decisionReason: 'Dự án đã xong' }]);
    await stage.done(applicant, 'requestStayExtension', id);
  });

  test('never makes the whole stay longer than its limit, and never ends before the one that holds', async () => {
    const { id, applicant } = await stayAt(stage, 'ACTIVE_TEMPORARY');
    const codeOf = async (through: string, more: object = {}) =>
      (await ask(id, applicant, through, more)).refusal?.code;
    expect(await codeOf('2027-01-05')).toBe('INVALID_INPUT');
    expect(await codeOf('2027-07-05')).toBe('STAY_TOO_LONG');
    expect(await codeOf('2027-03-05', { documents: [] })).toBe('DOCUMENT_MISSING');
    expect(await codeOf('2028-07-05', { specialDocument: 'Thông báo 12-TB/TW' })).toBeUndefined();
    await stage.done(hostCommittee, 'grantStayExtension', id);
    expect((await stayOf(applicant, id)).stay).toMatchObject({ through: '2028-07-05' });
  });
});

/** From Phù Dực to the hamlet over both communes. */
const hamletWay: [Parameters<typeof officer>, mutation: string][] = [
  [['phuDong', 'COMMITTEE_SECRETARY'], 'signLetterBox'],
  [['trungMau', 'COMMITTEE_SECRETARY'], 'receiveStayLetter'],
  [['trungMau', 'COMMITTEE_SECRETARY'], 'signLetterBox'],
  [['hamlet1', 'BRANCH_SECRETARY'], 'confirmTemporaryStay'],
];

describe('the stays of a unit', () => {
  const list = (unit: string, side: string, overdueOnly = false, after: string | null = null) => `
    _entities(representations: [{ __typename: "OrgUnit", id: "${unit}" }]) { ... on OrgUnit {
      temporaryStays(side: ${side}, overdueOnly: ${overdueOnly}, first: 2, after: ${JSON.stringify(after)}) {
        edges { node { id } cursor } pageInfo { hasNextPage endCursor } } } }`;
  const page = async (actor: Actor, ...args: Parameters<typeof list>) => {
    const { data } = await stage.execute(`{ ${list(...args)} }`, {}, actor);
    return data?._entities[0]?.temporaryStays ?? null;
  };
  const idsOf = (found: { edges: { node: { id: string } }[] } | null) =>
    found?.edges.map(({ node }) => node.id) ?? null;

  test('those that end first first, page by page, of guests and of one’s own', async () => {
    const at = async (through: string) => {
      const member = await stage.newMember('phuDuc');
      const request = { destinationBranchId: units.hamlet1, through };
      const { id } = await stayAt(stage, 'SUBMITTED', { member, request });
      await stage.done(stranger, 'issueLetter', id);
      for (const [unit, mutation] of hamletWay) await stage.done(officer(...unit), mutation, id);
      return id;
    };
    const ids = [await at('2027-03-05'), await at('2027-01-05'), await at('2027-02-05')];
    const inOrder = [ids[1], ids[2], ids[0]];
    const first = await page(stranger, units.phuDuc, 'HOME');
    expect(idsOf(first)).toEqual(inOrder.slice(0, 2));
    const next = await page(stranger, units.phuDuc, 'HOME', false, first.pageInfo.endCursor);
    expect(idsOf(next)).toEqual(inOrder.slice(2));
    expect(idsOf(await page(stranger, units.phuDuc, 'HOST'))).toEqual([]);
    const hamlet = officer('hamlet1', 'BRANCH_SECRETARY');
    expect(idsOf(await page(hamlet, units.hamlet1, 'HOST'))).toEqual(inOrder.slice(0, 2));
    expect(idsOf(await page(hamlet, units.phuDuc, 'HOME'))).toEqual(inOrder.slice(0, 2));
    expect(idsOf(await page(host, units.phuDuc, 'HOME'))).toEqual([]);
    expect(idsOf(await page(testActor(), units.phuDuc, 'HOME'))).toBeNull();
    expect(idsOf(await page(stranger, units.phuDuc, 'HOME', true))).toEqual([]);
    stage.now.current = '2027-01-06';
    expect(idsOf(await page(stranger, units.phuDuc, 'HOME', true))).toEqual([ids[1]]);
    expect((await stayOf(stranger, ids[1] ?? '')).flags).toEqual(['OVERDUE_RETURN']);
    stage.now.current = TODAY;
  });

  test('hang on the member, from the day on which they begin', async () => {
    const { id, applicant } = await stayAt(stage, 'ACTIVE_TEMPORARY');
    const ask = async (actor: Actor, memberId: string) => {
      const { data } = await stage.execute(
        `{ _entities(representations: [{ __typename: "Member", id: "${memberId}" }]) { ... on Member {
          temporaryStays { edges { node { id stay { startedOn } } } } } } }`,
        {},
        actor,
      );
      return idsOf(data?._entities[0]?.temporaryStays ?? null);
    };
    for (const reader of [applicant, secretary]) expect(await ask(reader, applicant.memberId)).toEqual([id]);
    expect(await ask(stranger, applicant.memberId)).toBeNull();
    const waiting = await stayAt(stage, 'SENT');
    expect(await ask(waiting.applicant, waiting.applicant.memberId)).toEqual([]);
  });
});
