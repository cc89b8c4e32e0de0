import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { defineReaction } from '@dang/events/reaction';
import { MemberCorrection } from './correction.entity.ts';
import { keepCorrectionStep } from './correction-steps.ts';

/**
 * A reorganisation that ended the new branch or the unit that decides takes the proposal with it: whoever proposed it looks at
 * the new tree and proposes again. The branch of the member is on record anew as well, so nothing is lost.
 */
export const withdrawCorrectionsOfEndedUnits = defineReaction({
  name: 'withdraw-corrections-of-ended-units',
  event: ReorganisationApplied,
  async handle({ em, clock }, { data }) {
    const ended = await em.execute<{ id: string }[]>(
      `select correction.id from member_correction correction
       join unit_copy unit on unit.id in (correction.to_branch_id, correction.decider_unit_id, correction.from_branch_id)
       where correction.status = 'PROPOSED' and unit.valid_to <= ?`,
      [data.effectiveOn],
    );
    const corrections = await em.find(MemberCorrection, { id: ended.map(({ id }) => id) });
    for (const correction of corrections) {
      em.assign(correction, { status: 'WITHDRAWN', decidedOn: clock.today() });
      await em.flush();
      const reason = `Sắp xếp tổ chức theo quyết định ${data.decisionNumber}`;
      const step = { action: 'WITHDRAW', from: 'PROPOSED', actor: null, at: clock.now(), reason } as const;
      await keepCorrectionStep(em, correction, step);
    }
  },
});
