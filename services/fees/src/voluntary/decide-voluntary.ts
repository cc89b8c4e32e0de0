import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import type { Refusal } from '@dang/service/refusal';
import { addMonths } from '@dang/vietnam/month';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { holdCharging } from '../bill/advance.rows.ts';
import { actOnDossier } from '../decision/act-on-dossier.ts';
import { actedByText } from '../dossier-step/acted-by.ts';
import type {
  ApproveVoluntaryContributionInput,
  EndVoluntaryContributionInput,
  RejectVoluntaryContributionInput,
} from '../generated/graph.ts';
import { refreshStandings } from '../standing/refresh-standings.ts';
import { makeVoluntaryChargesOf } from './make-voluntary-charges.ts';
import { dropUnpaid } from './offer-voluntary.ts';
import { voluntaryKind } from './voluntary.rows.ts';

/** The direct superior agrees to what is given beyond the rate; it is charged from its month on. Runs inside `mutate`. */
export async function approveVoluntary(
  em: SqlEntityManager,
  context: GraphContext,
  { contributionId, expectedVersion }: ApproveVoluntaryContributionInput,
): Promise<Refusal | Done> {
  const input = { id: contributionId, expectedVersion };
  const done = await actOnDossier(em, context, voluntaryKind, 'APPROVE', input, async ({ actor, today }) => ({
    set: { decided_on: today, decided_by: actedByText(actor) },
  }));
  if (!('id' in done)) return done;
  const [row] = await voluntaryKind.find(em, [done.id]);
  // a run of the month that is under way does not see the contribution, and this not its mark
  if (row) await holdCharging(em, row.memberId);
  await makeVoluntaryChargesOf(em, done.id, context.clock.today());
  if (row) await refreshStandings(em, [row.memberId]);
  return done;
}

/** The direct superior does not agree; the rate holds without it. Runs inside `mutate`. */
export function rejectVoluntary(
  em: SqlEntityManager,
  context: GraphContext,
  { contributionId, expectedVersion, reason }: RejectVoluntaryContributionInput,
): Promise<Refusal | Done> {
  const input = { id: contributionId, expectedVersion, reason };
  return actOnDossier(em, context, voluntaryKind, 'REJECT', input, async (opened) => ({
    set: { decided_on: opened.today, decided_by: actedByText(opened.actor), decision_reason: opened.reason },
  }));
}

/** The member gives it no more: what is not paid yet of it is asked for no more. Runs inside `mutate`. */
export function endVoluntary(
  em: SqlEntityManager,
  context: GraphContext,
  { contributionId, expectedVersion }: EndVoluntaryContributionInput,
): Promise<Refusal | Done> {
  const input = { id: contributionId, expectedVersion };
  return actOnDossier(em, context, voluntaryKind, 'END', input, async ({ dossier, today }) => {
    await dropUnpaid(em, dossier.id, null);
    await refreshStandings(em, [dossier.memberId]);
    const last = `${addMonths(context.clock.month(), -1)}-01`;
    return { set: { decided_on: dossier.decidedOn ?? today, to_period: last } };
  });
}
