import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { broughtWith, papers, scan } from '../../test/scan.ts';
import { stayAt } from '../../test/stay-stage.ts';
import { desks, officer, openTransfers, type TransferStage, usualInput } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { secretary, committee, hostCommittee, host, stranger, sibling } = desks;

/** For each act on a stay: a state in which it can be done, and by whom (null: the applicant); who else may read the dossier, and does not do this. */
const acts: Record<string, { state: string; by: Actor | null; others: readonly Actor[] }> = {
  'Mutation.receiveStayLetter': { state: 'SENT', by: hostCommittee, others: [host, committee, secretary] },
  'Mutation.confirmTemporaryStay': {
    state: 'AT_DEST_BRANCH',
    by: host,
    others: [hostCommittee, committee, secretary],
  },
  'Mutation.writeStayComment': {
    state: 'ACTIVE_TEMPORARY',
    by: host,
    others: [hostCommittee, committee, secretary],
  },
  'Mutation.addStayNote': {
    state: 'ACTIVE_TEMPORARY',
    by: host,
    others: [hostCommittee, committee, secretary],
  },
  'Mutation.requestStayExtension': {
    state: 'ACTIVE_TEMPORARY',
    by: null,
    others: [host, hostCommittee, committee, secretary],
  },
  'Mutation.grantStayExtension': {
    state: 'EXTENSION_REQUESTED',
    by: hostCommittee,
    others: [host, committee, secretary],
  },
  'Mutation.refuseStayExtension': {
    state: 'EXTENSION_REQUESTED',
    by: hostCommittee,
    others: [host, committee, secretary],
  },
  'Mutation.requestStayConversion': {
    state: 'ACTIVE_TEMPORARY',
    by: null,
    others: [host, hostCommittee, committee, secretary],
  },
  'Mutation.agreeStayConversion': {
    state: 'CONVERSION_ASKED',
    by: secretary,
    others: [host, hostCommittee, committee],
  },
  'Mutation.refuseStayConversion': {
    state: 'CONVERSION_ASKED',
    by: secretary,
    others: [host, hostCommittee, committee],
  },
  'Mutation.receiveMemberBack': {
    state: 'BACK_AT_ORIGIN',
    by: secretary,
    others: [committee, hostCommittee, host],
  },
};

/** What a call came to: the code of the refusal or of the error, or `done`. */
async function outcome(actor: Actor | null, mutation: string, about: object): Promise<string> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { transfer { id } refusal { code } } }`;
  const input = { idempotencyKey: randomUUID(), ...usualInput[mutation], ...about };
  const { data, errors } = await stage.execute(query, { input }, actor);
  if (errors) return String(errors[0]?.extensions?.code);
  return data?.[mutation].refusal?.code ?? 'done';
}

describe.each(Object.entries(acts))('%s', (door, { state, by, others }) => {
  const mutation = door.slice('Mutation.'.length);
  test('is there for whose step it is, once, and for nobody else', async () => {
    const { id, version, applicant } = await stayAt(stage, state);
    const rightful = by ?? applicant;
    const brought = await broughtWith(stage, rightful, mutation, {});
    const about = { transferId: id, expectedVersion: version, ...brought };
    expect(await outcome(null, mutation, about)).toBe('UNAUTHENTICATED');
    expect(await outcome(testActor(), mutation, about)).toBe(by === null ? 'NOT_FOUND' : 'FORBIDDEN');
    expect(await outcome({ ...rightful, accountStatus: 'LOCKED' }, mutation, about)).toBe('FORBIDDEN');
    for (const foreign of [stranger, sibling, officer('phuDong', 'COMMITTEE_SECRETARY')])
      expect(await outcome(foreign, mutation, about)).toBe('NOT_FOUND');
    for (const other of others) expect(await outcome(other, mutation, about)).toBe('ACTION_NOT_ALLOWED');
    if (by !== null) {
      expect(await outcome(applicant, mutation, about)).toBe('FORBIDDEN');
      const inOffice = { ...by, memberId: applicant.memberId };
      expect(await outcome(inOffice, mutation, about)).toBe('OWN_CASE');
    }
    const act = (more: object) => outcome(rightful, mutation, { ...about, ...more });
    expect(await act({ transferId: randomUUID() })).toBe('NOT_FOUND');
    expect(await act({ expectedVersion: version - 1 })).toBe('VERSION_CONFLICT');
    expect(await act({})).toBe('done');
    expect(await act({})).toBe('VERSION_CONFLICT');
  });

  test('is refused in another state, also of an official transfer', async () => {
    const stay = await stayAt(stage, state === 'SENT' ? 'AT_DEST_BRANCH' : 'SENT');
    const about = { transferId: stay.id, expectedVersion: stay.version };
    const early = await outcome(by ?? stay.applicant, mutation, about);
    expect(['WRONG_STATE', 'ACTION_NOT_ALLOWED']).toContain(early);
    const official = await stage.dossierAt('SENT');
    const other = { transferId: official.id, expectedVersion: official.version };
    expect(await outcome(by ?? official.applicant, mutation, other)).toBe('ACTION_NOT_ALLOWED');
  });
});

describe('Mutation.requestTemporaryTransfer', () => {
  test('is for active members only, and only ever for oneself', async () => {
    const ask = (actor: Actor | null) => outcome(actor, 'requestTemporaryTransfer', {});
    expect(await ask(null)).toBe('UNAUTHENTICATED');
    expect(await ask(testActor({ accountStatus: 'DRAFT', memberId: null }))).toBe('FORBIDDEN');
    expect(await ask(testActor())).toBe('NOT_FOUND');
    const member = await stage.newMember();
    expect(await ask(member)).toBe('DOCUMENT_MISSING');
    const documents = await papers(stage.em(), member, ['DECISION']);
    expect(await outcome(member, 'requestTemporaryTransfer', { documents })).toBe('done');
    expect(await ask(member)).toBe('TRANSFER_ALREADY_OPEN');
  });
});

describe('Mutation.enterPaperTemporaryTransfer', () => {
  test('is for the branch of the member; nobody else’s member is there', async () => {
    const { memberId, ...member } = await stage.newMember();
    const about = { memberId, scanIds: [await scan(stage, secretary)] };
    const enter = (actor: Actor | null, more: object = {}) =>
      outcome(actor, 'enterPaperTemporaryTransfer', { ...about, ...more });
    expect(await enter(null)).toBe('UNAUTHENTICATED');
    expect(await enter({ ...member, memberId })).toBe('FORBIDDEN');
    for (const foreign of [stranger, sibling, committee]) expect(await enter(foreign)).toBe('NOT_FOUND');
    expect(await enter(secretary, { memberId: randomUUID() })).toBe('NOT_FOUND');
    expect(await enter({ ...secretary, memberId })).toBe('OWN_CASE');
    expect(await enter(secretary, { channel: 'ONLINE' })).toBe('INVALID_INPUT');
    expect(await enter(secretary, { scanIds: [] })).toBe('SCAN_REQUIRED');
    expect(await enter(secretary)).toBe('done');
  });
});
