import type { Actor } from '@dang/access/actor';
import { AccountSubmitted } from '@dang/events/contracts/identity/account-submitted';
import { recordEvents } from '@dang/events/outbox';
import { findPlacement } from '@dang/reference/members';
import { findUnits, type UnitRow } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import { isRefusal, type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { blindIndex, sealText } from '@dang/service/sealed-text';
import { isProfileNumber, readCardNumber } from '@dang/vietnam/identifiers';
import { searchKey } from '@dang/vietnam/text';
import { decide } from '@dang/workflow/decide';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { environmentOf } from '../environment.ts';
import type { SubmitRegistrationInput } from '../generated/graph.ts';
import { Member } from '../member/member.entity.ts';
import { exclusionOf } from '../member/member.rules.ts';
import { Account } from './account.entity.ts';
import { faultyField, isBranch, waitingState } from './account.rules.ts';
import { type AccountWorkflow, accountWorkflow } from './account.workflow.ts';
import { keepStep, recordDossierState, takeDossierNumber } from './account-steps.ts';

type Numbers = { card: string | null; legacyCard: string | null; profile: string | null };

/** The identifiers of the form in their normal writing (domain 4.4), or the field that is none. */
function readNumbers(input: SubmitRegistrationInput): Numbers | Refusal {
  const card = input.cardNumber ? readCardNumber(input.cardNumber) : null;
  if (input.cardNumber && !card) return refuse('INVALID_INPUT', { field: 'cardNumber' });
  const profile = input.profileNumber?.trim() || null;
  if (profile !== null && !isProfileNumber(profile))
    return refuse('INVALID_INPUT', { field: 'profileNumber' });
  return {
    card: card?.series === 'NEW' ? card.digits : null,
    legacyCard: card?.series === 'OLD' ? card.digits : null,
    profile,
  };
}

/** The unit when members gather in it today, else the refusal that names the field. */
function usableBranch(
  units: readonly UnitRow[],
  id: string,
  today: string,
  field: string,
): UnitRow | Refusal {
  const unit = units.find((candidate) => candidate.id === id);
  if (!unit || !isBranch(unit.type)) return refuse('INVALID_INPUT', { field });
  return unit.validTo !== null && unit.validTo <= today ? refuse('UNIT_ENDED', { field }) : unit;
}

/** A 12-digit card number usually is its holder's personal id: is this one the personal id of somebody else? */
async function isForeignPersonalId(
  em: SqlEntityManager,
  account: Account,
  cardIndex: string,
): Promise<boolean> {
  if (cardIndex === account.personalIdIndex) return false;
  const owners = await em.execute(
    `select from member where personal_id_index = ? and id is distinct from ?
     union all select from account where personal_id_index = ? limit 1`,
    [cardIndex, account.memberId ?? null, cardIndex],
  );
  return owners.length > 0;
}

/**
 * The registry's row for this applicant: by personal id, else by card number. A card, or a personal id given as one, that
 * is somebody else's is refused; a card whose row has no personal id yet must at least carry the applicant's name and birthday.
 */
async function registryRowFor(
  em: SqlEntityManager,
  account: Account,
  cardIndex: string | null,
  legacyCard: string | null,
): Promise<Member | null | Refusal> {
  if (cardIndex && (await isForeignPersonalId(em, account, cardIndex)))
    return refuse('IDENTIFIER_TAKEN', { field: 'cardNumber' });
  const known = account.memberId ? await em.findOneOrFail(Member, account.memberId) : null;
  const byCard = cardIndex
    ? await em.findOne(Member, { cardNumberIndex: cardIndex })
    : legacyCard && (await em.findOne(Member, { legacyCardNumber: legacyCard }));
  if (!byCard || byCard.id === known?.id) return known;
  const isSamePerson =
    !byCard.personalIdIndex &&
    byCard.dateOfBirth === account.dateOfBirth &&
    searchKey(byCard.fullName) === searchKey(account.fullName);
  if (known || !isSamePerson) return refuse('IDENTIFIER_TAKEN', { field: 'cardNumber' });
  const owner = await em.findOne(Account, { memberId: byCard.id });
  return owner ? refuse('IDENTIFIER_TAKEN', { field: 'cardNumber' }) : byCard;
}

/** Sends the registration form of the actor's own account; answers its id, or why not. Runs inside `mutate`. */
export async function submitRegistration(
  em: SqlEntityManager,
  context: GraphContext,
  actor: Actor,
  input: SubmitRegistrationInput,
): Promise<Refusal | { id: string }> {
  const today = context.clock.today();
  const { PROVINCE_KEY, PROVINCE_INDEX_KEY } = environmentOf(context);
  const account = await em.findOne(Account, actor.accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!account) return refuse('NOT_FOUND');
  const from = account.status;
  const claimedPosition = input.position ?? 'MEMBER';
  const decision = decide<AccountWorkflow, RefusalCode>(accountWorkflow, {
    state: from,
    action: 'SUBMIT',
    relations: new Set(['APPLICANT']),
    facts: { notOwnCase: true, positionFree: true },
    stepUpFresh: true,
    to: waitingState(claimedPosition),
  });
  if (decision.refusal) return refuse(decision.refusal);

  const numbers = readNumbers(input);
  if (isRefusal(numbers)) return numbers;
  const form = {
    ...input,
    cardDigits: numbers.card ?? numbers.legacyCard,
    profileNumber: numbers.profile,
    dateOfBirth: account.dateOfBirth,
    officialDate: input.officialDate ?? null,
  };
  const faulty = faultyField(form, today);
  if (faulty) return refuse('INVALID_INPUT', { field: faulty });

  const residenceId = input.residenceBranchId ?? null;
  const units = await findUnits(em, residenceId ? [input.branchId, residenceId] : [input.branchId]);
  const branch = usableBranch(units, input.branchId, today, 'branchId');
  if (isRefusal(branch)) return branch;
  const residence = residenceId && usableBranch(units, residenceId, today, 'residenceBranchId');
  if (isRefusal(residence)) return residence;

  const cardIndex = numbers.card && blindIndex(PROVINCE_INDEX_KEY, numbers.card);
  const member = await registryRowFor(em, account, cardIndex, numbers.legacyCard);
  if (isRefusal(member)) return member;
  const exclusion = member && exclusionOf(member);
  if (exclusion) return refuse(exclusion);
  const placement = member && (await findPlacement(em, member.id));
  if (placement?.branchId && placement.branchId !== branch.id) {
    return refuse('BRANCH_CHANGE_NEEDS_TRANSFER', { field: 'branchId' });
  }

  const approverUnitId = decision.to === 'PENDING_SUPERIOR' ? branch.parentId : branch.id;
  em.assign(account, {
    status: decision.to,
    memberId: member?.id ?? null,
    number: account.number ?? (await takeDossierNumber(em, branch, today)),
    branchId: branch.id,
    residenceBranchId: residenceId,
    approverUnitId,
    claimedPosition,
    cardNumberSealed: numbers.card && sealText(PROVINCE_KEY, numbers.card),
    cardNumberIndex: cardIndex,
    legacyCardNumber: numbers.legacyCard,
    profileNumber: numbers.profile,
    joinDate: input.joinDate,
    officialDate: input.officialDate ?? null,
    monthlyDues: input.monthlyDues,
    monthlyDuesFrom: input.monthlyDuesFrom,
    openedOn: account.openedOn ?? today,
    submittedOn: today,
    decidedOn: null,
    rejectionReason: null,
  });
  await em.flush();
  await keepStep(em, account, { action: 'SUBMIT', from, actor, at: context.clock.now() });
  await recordEvents(
    em,
    AccountSubmitted,
    [
      {
        aggregateId: account.id,
        data: {
          accountId: account.id,
          memberId: account.memberId ?? null,
          unitId: approverUnitId ?? branch.id,
          submittedOn: today,
          reason: null,
        },
      },
    ],
    { actor },
  );
  await recordDossierState(em, account, actor);
  return { id: account.id };
}
