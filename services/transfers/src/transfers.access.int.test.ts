import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { scan } from '../test/scan.ts';
import {
  desks,
  officer,
  openTransfers,
  type TransferStage,
  units,
  usualInput,
} from '../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { secretary, committee, ward, hostWard, hostCommittee, host, stranger, sibling } = desks;

/** For each act on a dossier: a state in which it can be done, and by whom. Null: the applicant. */
const acts: Record<string, { state: string; by: Actor | null; before?: [Actor, string][] }> = {
  'Mutation.requestTransferSupplement': { state: 'SUBMITTED', by: secretary },
  'Mutation.supplementTransfer': {
    state: 'SUBMITTED',
    by: null,
    before: [[secretary, 'requestTransferSupplement']],
  },
  'Mutation.rejectTransfer': { state: 'SUBMITTED', by: secretary },
  'Mutation.withdrawTransfer': { state: 'SUBMITTED', by: null },
  'Mutation.recordReviewMeeting': { state: 'SUBMITTED', by: secretary },
  'Mutation.issueLetter': { state: 'ORIGIN_MET', by: secretary },
  'Mutation.signLetterBox': { state: 'IN_ORIGIN_CHAIN', by: committee },
  'Mutation.correctLetterBox': {
    state: 'IN_ORIGIN_CHAIN',
    by: committee,
    before: [[committee, 'signLetterBox']],
  },
  'Mutation.returnLetterBox': { state: 'IN_ORIGIN_CHAIN', by: committee },
  'Mutation.voidLetter': {
    state: 'IN_ORIGIN_CHAIN',
    by: secretary,
    before: [[committee, 'returnLetterBox']],
  },
  'Mutation.recordSealedFile': { state: 'SENT', by: committee },
  'Mutation.returnTransfer': { state: 'SENT', by: hostWard },
  'Mutation.correctAndResendTransfer': { state: 'SENT', by: ward, before: [[hostWard, 'returnTransfer']] },
  'Mutation.cancelTransfer': { state: 'SENT', by: secretary, before: [[hostWard, 'returnTransfer']] },
  'Mutation.recordPresentation': {
    state: 'AT_DEST_BRANCH',
    by: host,
    before: [[committee, 'recordSealedFile']],
  },
  'Mutation.admitMember': {
    state: 'AT_DEST_BRANCH',
    by: host,
    before: [
      [committee, 'recordSealedFile'],
      [host, 'recordPresentation'],
    ],
  },
};
/** What a call came to: the code of the refusal or of the error, or `done`. */
async function outcome(
  actor: Actor | null,
  mutation: string,
  about: Record<string, unknown>,
): Promise<string> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { transfer { id } refusal { code } } }`;
  const input = { idempotencyKey: randomUUID(), ...usualInput[mutation], ...about };
  const { data, errors } = await stage.execute(query, { input }, actor);
  if (errors) return String(errors[0]?.extensions?.code);
  return data?.[mutation].refusal?.code ?? 'done';
}

describe.each(Object.entries(acts))('%s', (door, { state, by, before }) => {
  const mutation = door.slice('Mutation.'.length);
  test('is there for whose step it is, and for nobody else', async () => {
    const { id, applicant } = await stage.dossierAt(state);
    for (const [actor, first] of before ?? []) await stage.done(actor, first, id);
    const [row] = await stage
      .em()
      .execute<{ version: number }[]>('select version from transfer_dossier where id = ?', [id]);
    const about = { transferId: id, expectedVersion: row?.version };

    const isMembers = by === null;
    const neighbour = testActor();
    expect(await outcome(null, mutation, about)).toBe('UNAUTHENTICATED');
    expect(await outcome(neighbour, mutation, about)).toBe(isMembers ? 'NOT_FOUND' : 'FORBIDDEN');
    expect(await outcome(testActor({ accountStatus: 'LOCKED' }), mutation, about)).toBe('FORBIDDEN');
    for (const foreign of [stranger, sibling, officer('phuDong', 'COMMITTEE_SECRETARY')]) {
      const code = await outcome(foreign, mutation, about);
      expect(['NOT_FOUND', 'FORBIDDEN']).toContain(code);
      if (foreign === stranger) expect(code).toBe('NOT_FOUND');
    }
    const rightful = by ?? applicant;
    expect(await outcome(rightful, mutation, { ...about, transferId: randomUUID() })).toBe('NOT_FOUND');
    const wrongHand = isMembers ? secretary : applicant;
    expect(['ACTION_NOT_ALLOWED', 'FORBIDDEN']).toContain(await outcome(wrongHand, mutation, about));

    expect(await outcome(rightful, mutation, about)).toBe('done');
  });
});

describe('Mutation.requestOfficialTransfer', () => {
  test('is for active members only, and only ever for oneself', async () => {
    expect(await outcome(null, 'requestOfficialTransfer', {})).toBe('UNAUTHENTICATED');
    expect(
      await outcome(testActor({ accountStatus: 'DRAFT', memberId: null }), 'requestOfficialTransfer', {}),
    ).toBe('FORBIDDEN');
    expect(await outcome(testActor(), 'requestOfficialTransfer', {})).toBe('NOT_FOUND');
  });
});

describe('Mutation.enterPaperTransfer', () => {
  test('is for the branch of the member; another branch’s, a sibling’s or a random member is not there', async () => {
    const { memberId, ...member } = await stage.newMember();
    const about = { memberId, scanIds: [await scan(stage, secretary)] };
    expect(await outcome(null, 'enterPaperTransfer', about)).toBe('UNAUTHENTICATED');
    expect(await outcome({ ...member, memberId }, 'enterPaperTransfer', about)).toBe('FORBIDDEN');
    expect(await outcome(stranger, 'enterPaperTransfer', about)).toBe('NOT_FOUND');
    expect(await outcome(sibling, 'enterPaperTransfer', about)).toBe('NOT_FOUND');
    expect(await outcome(committee, 'enterPaperTransfer', about)).toBe('NOT_FOUND');
    expect(await outcome(secretary, 'enterPaperTransfer', { ...about, memberId: randomUUID() })).toBe(
      'NOT_FOUND',
    );
    expect(await outcome(secretary, 'enterPaperTransfer', about)).toBe('done');
  });
  test.each(['PAPER', 'POST'])(
    'is not done without the scan of what came by %s, and leaves nothing then',
    async (channel) => {
      const { memberId } = await stage.newMember();
      const bare = { memberId, channel, scanIds: [] };
      const { refusal } = await stage.act(secretary, 'enterPaperTransfer', null, bare);
      expect(refusal).toMatchObject({ code: 'SCAN_REQUIRED', field: 'scanIds' });
      const kept = await stage.em().execute('select from transfer_dossier where member_id = ?', [memberId]);
      expect(kept).toHaveLength(0);
    },
  );
});

type Sent = Awaited<ReturnType<TransferStage['dossierAt']>>;
type TestEntity = { id?: string; transfers?: { edges: { node: { id: string } }[] } } | null;

describe('reading', () => {
  const one = async (id: string, actor: Actor | null) => {
    const { data, errors } = await stage.execute(
      'query ($id: UUID!) { transfer(id: $id) { id } }',
      { id },
      actor,
    );
    return errors ? errors[0]?.extensions?.code : (data?.transfer?.id ?? null);
  };

  describe('Query.transfer', () => {
    test('a dossier is there for the member, the origin and its superiors, and not for anybody else', async () => {
      const { id, applicant } = await stage.dossierAt('IN_ORIGIN_CHAIN');
      const readers = [applicant, secretary, desks.deputy, committee, ward, desks.wardStaff, desks.inspector];
      for (const actor of readers) expect(await one(id, actor)).toBe(id);
      const strangers = [testActor(), stranger, sibling, officer('phuDong', 'COMMITTEE_SECRETARY')];
      for (const actor of strangers) expect(await one(id, actor)).toBeNull();
      // System administrators see no dossier, and neither does an account that is not active.
      for (const actor of [desks.admin, officer('vietHung', 'SUPPORT_AGENT')])
        expect(await one(id, actor)).toBeNull();
      expect(await one(id, { ...applicant, accountStatus: 'LOCKED' })).toBe('FORBIDDEN');
      expect(await one(id, null)).toBe('UNAUTHENTICATED');
      expect(await one(randomUUID(), secretary)).toBeNull();
    });

    test('the destination sees it from the moment it was sent', async () => {
      const { id } = await stage.dossierAt('IN_ORIGIN_CHAIN');
      for (const actor of [host, hostCommittee, hostWard]) expect(await one(id, actor)).toBeNull();
      expect(await outcome(host, 'admitMember', { transferId: id, expectedVersion: 3 })).toBe('NOT_FOUND');
      await stage.done(committee, 'signLetterBox', id);
      await stage.done(ward, 'signLetterBox', id);
      for (const actor of [host, hostCommittee, hostWard]) expect(await one(id, actor)).toBe(id);
    });
  });

  const desk =
    'query ($mine: Boolean!) { transferDesk(first: 100, waitingForMe: $mine) { edges { node { id } } } }';
  const onDesk = async (actor: Actor | null, mine: boolean) => {
    const { data, errors } = await stage.execute(desk, { mine }, actor);
    return errors
      ? errors[0]?.extensions?.code
      : data?.transferDesk.edges.map(({ node }: { node: { id: string } }) => node.id);
  };

  describe('Query.transferDesk', () => {
    test('a desk shows what waits for its unit, and what touches it', async () => {
      const { id, applicant } = await stage.dossierAt('IN_ORIGIN_CHAIN');
      expect(await onDesk(committee, true)).toContain(id);
      expect(await onDesk(secretary, true)).not.toContain(id);
      expect(await onDesk(secretary, false)).toContain(id);
      expect(await onDesk(ward, true)).not.toContain(id);
      expect(await onDesk(ward, false)).toContain(id);
      for (const foreign of [stranger, sibling, host]) {
        expect(await onDesk(foreign, true)).not.toContain(id);
        expect(await onDesk(foreign, false)).not.toContain(id);
      }
      expect(await onDesk(applicant, false)).toBe('FORBIDDEN');
      expect(await onDesk(null, false)).toBe('UNAUTHENTICATED');
    });
  });

  const dossierId = (data: TestEntity) => data?.transfers?.edges.map(({ node }) => node.id) ?? null;
  /** What hangs on each type: who is asked for, and whether these actors see the dossier in it; null: the type gives them nothing. */
  const onTypes: Record<string, { ask: string; of(dossier: Sent): string; sees: (boolean | null)[] }> = {
    'Entity.Member': {
      ask: 'Member { transfers(first: 100) { edges { node { id } } } }',
      of: ({ applicant }) => applicant.memberId,
      sees: [true, true, null, null],
    },
    'Entity.OrgUnit': {
      ask: 'OrgUnit { transfers(first: 100) { edges { node { id } } } }',
      of: () => units.branch1,
      sees: [true, null, false, true],
    },
    'Entity.Transfer': { ask: 'Transfer { id }', of: ({ id }) => id, sees: [true, true, null, true] },
  };
  test.each(Object.entries(onTypes))('%s holds only what one may read', async (door, { ask, of, sees }) => {
    const sent = await stage.dossierAt('SENT');
    const query = `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on ${ask} } }`;
    const refs = [{ __typename: door.slice('Entity.'.length), id: of(sent) }];
    const seen: (boolean | null)[] = [];
    for (const actor of [secretary, sent.applicant, stranger, host]) {
      const { data } = await stage.execute(query, { refs }, actor);
      const entity: TestEntity = data?._entities[0];
      const ids = dossierId(entity) ?? (entity?.id ? [entity.id] : null);
      seen.push(ids?.includes(sent.id) ?? null);
    }
    expect(seen).toEqual(sees);
  });

  describe('Query.me', () => {
    test('me is the member of the session, and nobody for an applicant', async () => {
      const member = testActor();
      const ask = async (actor: Actor | null) => (await stage.execute('{ me { id } }', {}, actor)).data?.me;
      expect(await ask(member)).toEqual({ id: member.memberId });
      expect(await ask(testActor({ memberId: null, accountStatus: 'DRAFT' }))).toBeNull();
      expect((await stage.execute('{ me { id } }', {}, null)).errors?.[0]?.extensions?.code).toBe(
        'UNAUTHENTICATED',
      );
    });
  });

  test('bad input is the caller’s fault, never ours', async () => {
    const bad = [
      '{ transfer(id: "x") { id } }',
      '{ transferDesk(first: 0) { edges { cursor } } }',
      '{ transferDesk(after: "x") { edges { cursor } } }',
    ];
    for (const query of bad)
      expect((await stage.execute(query, {}, secretary)).errors?.[0]?.extensions?.code).toBe(
        query.includes('"x") { id') ? 'GRAPHQL_VALIDATION_FAILED' : 'BAD_USER_INPUT',
      );
  });

  test('a desk is paged by cursors, the oldest first, without double or gap', async () => {
    const all = (await onDesk(secretary, false)) as string[];
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page: {
        edges: { node: { id: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      } = (
        await stage.ask(
          'query ($after: String) { transferDesk(first: 3, after: $after, waitingForMe: false) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
          { after },
          secretary,
        )
      ).transferDesk;
      paged.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toEqual(all);
  });
});
