import type { Actor } from '@dang/access/actor';
import { signInIsFresh } from '@dang/access/actor';
import type { RefusalCode } from '@dang/service/refusal';
import type { AvailableAction } from '@dang/workflow/decide';
import { availableActions, decide } from '@dang/workflow/decide';
import { SYSTEM } from '@dang/workflow/workflow';
import { lastOriginBox } from '../letter/chain.rules.ts';
import { FIRST_BOX, layoutOf } from '../letter/layout.ts';
import { stateAfterBox } from '../letter/letter.rules.ts';
import type { DossierFacts } from './dossier.facts.ts';
import { committeeOfStay, leavesSystem, openBox } from './dossier.facts.ts';
import type { Today } from './guards.rules.ts';
import { guardsOf } from './guards.rules.ts';
import { ownsBox, relationsTo } from './relations.rules.ts';
import type { TransferAction, TransferRelation, TransferState, TransferWorkflow } from './workflows.ts';
import { workflowOf } from './workflows.ts';

/** When it is judged: the business day, and real time for the age of the sign-in. */
export interface Moment extends Today {
  readonly now: Date;
}

function situationOf(facts: DossierFacts, actor: Actor, moment: Moment) {
  return {
    state: facts.dossier.status,
    relations: relationsTo(facts, actor),
    facts: guardsOf(facts, moment),
    stepUpFresh: signInIsFresh(actor, moment.now),
  };
}

/**
 * What follows when this actor does this to this dossier, or why it is refused. An officer's act on their own dossier is
 * refused by its name, `OWN_CASE`.
 */
export function judge(
  facts: DossierFacts,
  actor: Actor,
  attempt: { readonly action: TransferAction; readonly reason?: string | null },
  moment: Moment,
):
  | { readonly to: TransferState; readonly refusal?: undefined }
  | { readonly to?: undefined; readonly refusal: RefusalCode } {
  const { action, reason } = attempt;
  const situation = situationOf(facts, actor, moment);
  const to = severalTargets.has(action) ? () => targetOf(action, facts) : undefined;
  const decision = decide<TransferWorkflow, RefusalCode>(workflowOf(facts.dossier.kind), {
    ...situation,
    action,
    reason,
    to,
  });
  if (decision.refusal === undefined && actsForEndedUnit(facts, actor, moment))
    return { refusal: 'UNIT_ENDED' };
  if (decision.refusal !== 'ACTION_NOT_ALLOWED') return decision;
  return { refusal: isOwnCase(facts, actor, action) ? 'OWN_CASE' : 'ACTION_NOT_ALLOWED' };
}

/** What follows when the system itself does this: a timer, or what another province's system told. */
export function judgeSystem(
  facts: DossierFacts,
  { action, reason }: { readonly action: TransferAction; readonly reason: string | null },
  today: Today,
) {
  return decide<TransferWorkflow, RefusalCode>(workflowOf(facts.dossier.kind), {
    state: facts.dossier.status,
    relations: new Set([SYSTEM]),
    facts: guardsOf(facts, today),
    stepUpFresh: true,
    action,
    reason,
    to: severalTargets.has(action) ? () => targetOf(action, facts) : undefined,
  });
}

/** Every action of this state, and whether this actor may take it now. */
export function actionsOn(
  facts: DossierFacts,
  actor: Actor,
  moment: Moment,
): AvailableAction<TransferAction, RefusalCode>[] {
  return availableActions<TransferWorkflow, RefusalCode>(
    workflowOf(facts.dossier.kind),
    situationOf(facts, actor, moment),
  ).map((answer) => {
    if (answer.allowed && actsForEndedUnit(facts, actor, moment))
      return { ...answer, allowed: false, code: 'UNIT_ENDED' as const };
    if (answer.allowed && answer.action === 'CORRECT_BOX' && !hasBoxToCorrect(facts, actor))
      return { ...answer, allowed: false, code: 'BOX_ALREADY_CORRECTED' as const };
    const own = answer.code === 'ACTION_NOT_ALLOWED' && isOwnCase(facts, actor, answer.action);
    return own ? { ...answer, code: 'OWN_CASE' as const } : answer;
  });
}

/**
 * Has the unit for which this officer acts ended? Its dossiers go on elsewhere as soon as the reorganisation is whole; until
 * then nobody acts for it.
 */
function actsForEndedUnit({ dossier, units }: DossierFacts, actor: Actor, { today }: Moment): boolean {
  if (actor.capacity === null || actor.memberId === dossier.memberId) return false;
  const validTo = units.get(actor.capacity.unitId)?.validTo ?? null;
  return validTo !== null && validTo <= today;
}

/** Is there a box after the first that the actor's own level signed and has not corrected? The table knows of any level's. */
const hasBoxToCorrect = (facts: DossierFacts, actor: Actor): boolean =>
  facts.boxes.some(
    (box) =>
      box.status === 'SIGNED' &&
      box.index > FIRST_BOX &&
      box.correction === null &&
      ownsBox(facts, actor, box),
  );

/** Would the actor's office do this, were the dossier somebody else's? */
function isOwnCase(facts: DossierFacts, actor: Actor, action: TransferAction): boolean {
  if (actor.memberId === null || actor.memberId !== facts.dossier.memberId) return false;
  const asOfficer = relationsTo(facts, { ...actor, memberId: null });
  return workflowOf(facts.dossier.kind).transitions.some(
    (row) =>
      row.action === action &&
      row.from.some((state) => state === facts.dossier.status) &&
      row.by.some((relation) => relation !== 'APPLICANT' && asOfficer.has(relation as TransferRelation)),
  );
}

const severalTargets: ReadonlySet<TransferAction> = new Set([
  'ISSUE_LETTER',
  'SIGN_BOX',
  'CORRECT_AND_RESEND',
  'WRITE_STAY_COMMENT',
  'RECORD_OUTSIDE_COMMENT',
]);

/** Which of the table's targets follows, from the letter's boxes. */
function targetOf(action: TransferAction, facts: DossierFacts): TransferState {
  const next = openBox(facts);
  // until the letter is written nobody knows better: the act itself says where it went
  if (action === 'ISSUE_LETTER') return 'IN_ORIGIN_CHAIN';
  if (action === 'RECORD_OUTSIDE_COMMENT') return afterOutsideComment(facts);
  // a letter that leaves the system has no box in turn here
  if (action === 'CORRECT_AND_RESEND' && leavesSystem(facts)) return 'SENT_OUT';
  if (next === null) throw new Error(`dossier ${facts.dossier.number} has no box to sign`);
  if (action === 'SIGN_BOX' || action === 'WRITE_STAY_COMMENT') return stateAfterBox(facts.boxes, next.index);
  // Sent again, it waits where it was returned from: with the destination branch itself, or with a level before it.
  return next.index === layoutOf(facts.dossier.kind).arrival ? 'AT_DEST_BRANCH' : 'SENT';
}

/** The letter of a stay outside comes back to the origin's committee, or to the branch that has none. */
const afterOutsideComment = ({ boxes }: DossierFacts): TransferState =>
  boxes[boxes.length - 2]?.crossedOut === false ? 'RETURNING' : 'BACK_AT_ORIGIN';

/**
 * The unit whose step is next in this state, or null: the member's turn, or the end. Where it is not known whether a stay is asked to become
 * permanent (`conversionAsked`), the dossier says so by waiting for somebody.
 */
export function waitingUnitOf(
  facts: Pick<DossierFacts, 'dossier' | 'boxes'> & Partial<Pick<DossierFacts, 'conversionAsked'>>,
  state: TransferState,
): string | null {
  const { dossier, boxes, conversionAsked = dossier.waitingUnitId !== null } = facts;
  switch (state) {
    case 'SUBMITTED':
    case 'ORIGIN_MET':
      return dossier.originBranchId;
    case 'IN_ORIGIN_CHAIN':
    case 'SENT':
    case 'IN_DEST_CHAIN':
    case 'RETURNING':
      return openBox({ boxes })?.unitId ?? null;
    case 'RETURNED_BY_DEST':
      return lastOriginBox(boxes).actingUnitId;
    case 'INCOMING_PAPER':
    case 'AT_DEST_BRANCH':
      return dossier.destinationBranchId;
    case 'SENT_OUT':
    case 'BACK_AT_ORIGIN':
      return dossier.originBranchId;
    case 'ACTIVE_TEMPORARY':
      return conversionAsked ? dossier.originBranchId : null;
    case 'EXTENSION_REQUESTED':
      return leavesSystem({ boxes })
        ? dossier.originBranchId
        : (committeeOfStay({ boxes }) ?? dossier.destinationBranchId);
    default:
      return null;
  }
}
