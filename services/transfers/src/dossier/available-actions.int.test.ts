import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { desks, officer, openTransfers, type TransferStage } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { secretary, deputy, committee, hostWard } = desks;

interface Action {
  action: string;
  allowed: boolean;
  code: string | null;
  reason: string | null;
}
const actionsOf = async (id: string, actor: typeof secretary): Promise<Action[]> => {
  const query =
    'query ($id: UUID!) { transfer(id: $id) { availableActions { action allowed code reason } } }';
  const { transfer } = await stage.ask(query, { id }, actor);
  return transfer.availableActions;
};
const codeOf = (actions: readonly Action[], name: string) =>
  actions.find(({ action }) => action === name)?.code;

/** A word that only Vietnamese writes so. */
const vietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

describe('what can be done', () => {
  test.each(['SUBMITTED', 'ORIGIN_MET', 'IN_ORIGIN_CHAIN', 'SENT'])(
    'in %s says why not, in Vietnamese, to everybody who reads it',
    async (state) => {
      const { id, applicant } = await stage.dossierAt(state);
      for (const actor of [applicant, secretary, committee, desks.inspector]) {
        const actions = await actionsOf(id, actor);
        expect(actions.length).toBeGreaterThan(0);
        for (const { allowed, code, reason } of actions) {
          expect(allowed).toBe(code === null);
          if (!allowed) expect(reason).toMatch(vietnamese);
          else expect(reason).toBeNull();
        }
      }
    },
  );

  test('T69: a button of a letter names the month whose dues are open', async () => {
    const member = await stage.newMember('branch1', {}, '2026-06');
    const { id } = await stage.dossierAt('ORIGIN_MET', member);
    const letter = (await actionsOf(id, secretary)).find(({ action }) => action === 'ISSUE_LETTER');
    expect(letter).toMatchObject({ allowed: false, code: 'DUES_NOT_PAID' });
    expect(letter?.reason).toContain('07/2026');
  });

  test('a draft offers the member what a draft can, and nothing to explain', async () => {
    const member = await stage.newMember();
    const { id } = await stage.done(member, 'saveOfficialTransferDraft', null);
    const actions = await actionsOf(id, member);
    expect(actions.map(({ action, allowed }) => `${action} ${allowed}`).toSorted()).toEqual([
      'CHANGE_DRAFT true',
      'SUBMIT true',
      'WITHDRAW true',
    ]);
  });
});

describe('nobody decides on their own case', () => {
  test('a secretary who submits a draft meets on it, refuses it and brings minutes to it no more than anybody else', async () => {
    const boss = await stage.newMember();
    const asSecretary = officer('branch1', 'BRANCH_SECRETARY', {
      memberId: boss.memberId,
      accountId: boss.accountId,
    });
    await stage.tellOfficers('branch1', [{ memberId: boss.memberId, role: 'BRANCH_SECRETARY' }]);
    const { id } = await stage.dossierAt('SUBMITTED', boss);
    const actions = await actionsOf(id, asSecretary);
    for (const action of ['RECORD_REVIEW_MEETING', 'REJECT', 'REQUEST_SUPPLEMENT'])
      expect([action, codeOf(actions, action)]).toEqual([action, 'OWN_CASE']);
    expect(codeOf(actions, 'WITHDRAW')).toBeNull();
    expect(await stage.refused(asSecretary, 'recordReviewMeeting', id)).toBe('OWN_CASE');
    expect((await stage.done(deputy, 'recordReviewMeeting', id)).status).toBe('ORIGIN_MET');
    await stage.tellOfficers('branch1', [], 2);
  });

  test('what a committee’s own secretary has late is explained as a member, not for the level', async () => {
    const boss = await stage.newMember();
    const { id } = await stage.dossierAt('SENT', boss);
    stage.now.current = '2026-10-05';
    const asHostWard = { ...hostWard, memberId: boss.memberId };
    const late = { flag: 'OVERDUE_60', reason: 'Chờ quyết định' };
    await stage.done(asHostWard, 'explainTransferDelay', id, late);
    const query = 'query ($id: UUID!) { transfer(id: $id) { delays { byTitle } history { byTitle } } }';
    const { transfer } = await stage.ask(query, { id }, secretary);
    expect(transfer.delays).toEqual([{ byTitle: 'Đảng viên' }]);
    expect(transfer.history.at(-1)).toEqual({ byTitle: 'Đảng viên' });
  });
});
