import type { Actor } from '@dang/access/actor';
import { scopeUnitOf } from '@dang/access/actor';
import type { Permission } from '@dang/access/permission';
import type { Officer } from '@dang/reference/officers';
import { lastOriginBox } from '../letter/chain.rules.ts';
import { FIRST_BOX, layoutOf, layoutOfBoxes } from '../letter/layout.ts';
import type { BoxRow } from '../letter/letter.row.ts';
import type { DossierFacts } from './dossier.facts.ts';
import { committeeOfStay, leavesSystem, openBox } from './dossier.facts.ts';
import type { TransferRelation } from './workflows.ts';

const leaders = new Set([
  'BRANCH_SECRETARY',
  'BRANCH_DEPUTY_SECRETARY',
  'COMMITTEE_SECRETARY',
  'COMMITTEE_DEPUTY_SECRETARY',
]);
const secretaries = new Set(['BRANCH_SECRETARY', 'COMMITTEE_SECRETARY']);

/**
 * What the actor is to this dossier; empty means that it does not exist for them.
 *
 * Nobody acts for a unit on their own dossier (domain: separation of duties): an applicant is `APPLICANT` and no more. Where the
 * applicant leads the unit that must act, the officers of the unit directly above may act beside the unit's deputy. The
 * destination is somebody only once the dossier was sent.
 */
export function relationsTo(facts: DossierFacts, actor: Actor): ReadonlySet<TransferRelation> {
  const relations = new Set<TransferRelation>();
  const { dossier, boxes } = facts;
  const { originBranchId } = dossier;
  const { lastOrigin } = layoutOf(dossier.kind);
  if (actor.accountStatus !== 'ACTIVE') return relations;
  if (facts.readable) relations.add('READER');
  if (actor.memberId !== null && actor.memberId === dossier.memberId) {
    return relations.add('APPLICANT').add('READER');
  }
  // a draft is there for nobody else
  if (!dossier.submitted) return new Set();
  const grant = (relation: TransferRelation, unitId: string | null, permission: Permission) => {
    if (unitId === null) return;
    const leadership = {
      unit: facts.units.get(unitId),
      officers: facts.officers.get(unitId) ?? [],
      applicantId: dossier.memberId,
    };
    if (actsForUnit(actor, permission, leadership)) relations.add(relation).add('READER');
  };
  grant('ORIGIN_BRANCH', originBranchId, 'TRANSFER_REVIEW');
  if (relations.has('ORIGIN_BRANCH') && dossier.channel !== 'ONLINE') relations.add('PAPER_CLERK');
  for (const box of boxes) {
    if (box.index > FIRST_BOX && box.index <= lastOrigin)
      grant('ORIGIN_CHAIN', box.actingUnitId, 'TRANSFER_SIGN_BOX');
    if (box.index > FIRST_BOX && box.status === 'SIGNED')
      grant('BOX_OWNER', box.actingUnitId, 'TRANSFER_SIGN_BOX');
  }
  if (originBranchId !== null && boxes.length > 0)
    grant('LAST_ORIGIN_SIGNER', lastOriginBox(boxes).actingUnitId, 'TRANSFER_SIGN_BOX');
  const next = openBox(facts);
  if (next && !isSignedByItsAct(boxes, next) && (next.index <= lastOrigin || dossier.sentAt !== null)) {
    grant('BOX_SIGNER', next.unitId, 'TRANSFER_SIGN_BOX');
  }
  if (dossier.sentAt !== null && !leavesSystem(facts)) {
    grant('DESTINATION_BRANCH', dossier.destinationBranchId, 'TRANSFER_ADMIT');
    const committee = committeeOfStay(facts) ?? dossier.destinationBranchId;
    if (dossier.kind === 'TEMPORARY') grant('DESTINATION_COMMITTEE', committee, 'TRANSFER_SIGN_BOX');
  }
  if (leavesSystem(facts) && relations.has('ORIGIN_BRANCH')) relations.add('DESTINATION_COMMITTEE');
  return relations;
}

/** Is this box signed by an act of its own: the admission or the beginning of a stay, its comment unless that came back, the return? */
function isSignedByItsAct(boxes: readonly BoxRow[], { index, status }: BoxRow): boolean {
  const { arrival, comment } = layoutOfBoxes(boxes);
  if (index === comment) return status !== 'RETURNED';
  return index === arrival || index === boxes.length;
}

/** May the actor speak for the unit of this box, or for the one that goes on in its place? */
export function ownsBox(facts: DossierFacts, actor: Actor, { actingUnitId }: BoxRow): boolean {
  if (actingUnitId === null) return false;
  const { units, officers, dossier } = facts;
  return actsForUnit(actor, 'TRANSFER_SIGN_BOX', {
    unit: units.get(actingUnitId),
    officers: officers.get(actingUnitId) ?? [],
    applicantId: dossier.memberId,
  });
}

/** Whose dossier it is, and who leads the unit that must act on it. */
interface Leadership {
  readonly unit: { readonly id: string; readonly parentId: string | null } | undefined;
  readonly officers: readonly Pick<Officer, 'memberId' | 'role'>[];
  readonly applicantId: string;
}

/** Does the actor's capacity act for this unit: as one of its own officers, or as the superior of a unit whose leader applies? */
export function actsForUnit(actor: Actor, permission: Permission, leadership: Leadership): boolean {
  const scope = scopeUnitOf(actor, permission);
  const { unit } = leadership;
  if (scope === null || unit === undefined) return false;
  return scope === unit.id || (scope === unit.parentId && applicantLeads(leadership));
}

/** Is the applicant the unit's secretary, or the only one left to lead it? */
function applicantLeads({ officers, applicantId }: Leadership): boolean {
  const leading = officers.filter((officer) => leaders.has(officer.role));
  const own = leading.filter((officer) => officer.memberId === applicantId);
  if (own.length === 0) return false;
  return own.some((officer) => secretaries.has(officer.role)) || own.length === leading.length;
}
