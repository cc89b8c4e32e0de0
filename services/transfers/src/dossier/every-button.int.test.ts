import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inSituation, situations } from '../../test/acts-by-state.ts';
import { mutationOf } from '../../test/mutation-of.ts';
import { desks, openTransfers, type TransferStage } from '../../test/transfer-stage.ts';
import type { TransferAction } from './workflows.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { secretary, deputy, committee, ward, hostWard, hostCommittee, host } = desks;
const officers = [secretary, deputy, committee, ward, hostWard, hostCommittee, host];

/** A word that only Vietnamese writes so. */
const vietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

interface Looked {
  transfer: {
    letter: { boxes: { index: number; status: string; fromUnit: { id: string } | null }[] } | null;
    availableActions: {
      action: TransferAction;
      allowed: boolean;
      code: string | null;
      reason: string | null;
    }[];
  } | null;
}

const query = `query ($id: UUID!) { transfer(id: $id) {
  letter { boxes { index status fromUnit { id } } } availableActions { action allowed code reason } } }`;

const look = async (id: string, actor: Actor): Promise<Looked> => {
  const { transfer } = await stage.ask(query, { id }, actor);
  return { transfer };
};

/** What an act needs beyond the usual, by the letter that is shown. */
function moreFor(action: TransferAction, actor: Actor, { transfer }: Looked): Record<string, unknown> {
  if (action === 'REQUEST_EXTENSION') return { through: '2027-03-31' };
  if (action !== 'CORRECT_BOX') return {};
  const own = transfer?.letter?.boxes.find(
    ({ index, status, fromUnit }) =>
      index > 1 && status === 'SIGNED' && fromUnit?.id === actor.capacity?.unitId,
  );
  return { boxIndex: own?.index ?? 3 };
}

test.each(Object.keys(situations))('%s: what is offered goes through, what is not says why', async (name) => {
  const first = await inSituation(stage, name);
  for (const by of [null, ...officers]) {
    const shown = await look(first.id, by ?? first.applicant);
    for (const { action, allowed, code, reason } of shown.transfer?.availableActions ?? []) {
      if (!allowed) {
        expect([action, code, reason]).toEqual([
          action,
          expect.any(String),
          expect.stringMatching(vietnamese),
        ]);
        continue;
      }
      const { id, applicant } = await inSituation(stage, name);
      const actor = by ?? applicant;
      const answer = await stage.act(actor, mutationOf(action), id, moreFor(action, actor, shown));
      expect([actor.name, action, answer.refusal]).toEqual([actor.name, action, null]);
    }
  }
});

test('who has corrected their own box is offered no other correction, while another level still is', async () => {
  const { id } = await stage.dossierAt('SENT');
  const offered = async (actor: Actor) => {
    const { transfer } = await look(id, actor);
    return transfer?.availableActions.find(({ action }) => action === 'CORRECT_BOX');
  };
  await stage.done(committee, 'correctLetterBox', id);
  expect(await offered(committee)).toMatchObject({
    allowed: false,
    code: 'BOX_ALREADY_CORRECTED',
    reason: expect.stringMatching(vietnamese),
  });
  expect(await offered(ward)).toMatchObject({ allowed: true });
  await stage.done(ward, 'correctLetterBox', id, { boxIndex: 4 });
  expect(await offered(ward)).toMatchObject({ allowed: false });
});
