import { recordAudit } from '@dang/audit/record';
import type { Job } from '@dang/service/jobs';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Outcome } from './apply-plan.ts';
import { carryOutReorganisation, enter } from './keep-reorganisation.ts';
import type { ReorganisationRow } from './reorganisation.rows.ts';

class CannotBeDone extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super('the tree no longer allows it');
    this.outcome = outcome;
  }
}

type Due = Pick<ReorganisationRow, 'id' | 'decisionNumber' | 'effectiveOn' | 'steps' | 'scopeUnitId'>;

/** The next one whose day has come, held until the end of the transaction; another process takes the one after it. */
async function takeDue(em: SqlEntityManager, today: string): Promise<Due | null> {
  const [due] = await em.execute<Due[]>(
    `select id, decision_number as "decisionNumber", effective_on as "effectiveOn", steps, scope_unit_id as "scopeUnitId"
     from reorganisation where status = 'SCHEDULED' and effective_on <= ?
     order by effective_on, id limit 1 for update skip locked`,
    [today],
  );
  return due ?? null;
}

async function carryOut(em: SqlEntityManager, due: Due, at: Date): Promise<void> {
  const { id, scopeUnitId } = due;
  const line = { subjectKind: 'reorganisation', subjectId: id, unitId: scopeUnitId };
  try {
    await em.transactional(async (inside) => {
      const outcome = await carryOutReorganisation(inside, due, { actor: null, at });
      if (outcome.faults.length > 0) throw new CannotBeDone(outcome);
    });
    await recordAudit(em, [{ ...line, action: 'applyReorganisation' }]);
  } catch (error) {
    if (!(error instanceof CannotBeDone)) throw error;
    await enter(em, id, { to: 'FAILED', action: 'APPLY', actor: null, at }, error.outcome);
    await recordAudit(em, [
      { ...line, action: 'failReorganisation', after: { faults: error.outcome.faults } },
    ]);
  }
}

/**
 * Carries out, in the order of their days, the reorganisations whose day has come: each in a transaction of its own, whole or not
 * at all. One that the tree no longer allows is marked so, with the faults, and waits for people.
 */
export const applyReorganisations: Job = {
  name: 'apply-reorganisations',
  cron: '*/15 * * * *',
  async run({ em, clock, log }) {
    for (let goesOn = true; goesOn; ) {
      goesOn = await em.fork().transactional(async (inside) => {
        const due = await takeDue(inside, clock.today());
        if (!due) return false;
        await carryOut(inside, due, clock.now());
        log.info({ reorganisation: due.id }, 'a reorganisation has come to its day');
        return true;
      });
    }
  },
};
