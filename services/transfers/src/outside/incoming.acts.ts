import { scopeUnitOf } from '@dang/access/actor';
import { barWithoutScans } from '@dang/documents/files/stored-file';
import { workingCalendar } from '@dang/reference/calendar';
import { procedureStarted } from '@dang/reference/procedure-starts';
import { chainOf, isWithin } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import { mutate } from '@dang/service/mutation';
import type { Refusal } from '@dang/service/refusal';
import { isRefusal, refuse } from '@dang/service/refusal';
import { readCardNumber } from '@dang/vietnam/identifiers';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { actOnTransfer } from '../dossier/act.ts';
import type { ActInput, TransferResult } from '../dossier/acting.ts';
import { signedInActor } from '../dossier/acting.ts';
import { refuseBar } from '../dossier/bar.ts';
import { recordState } from '../dossier/dossier.events.ts';
import { findDossierFor } from '../dossier/dossier.reads.ts';
import { addEntry } from '../dossier/history.ts';
import { destinationBar } from '../dossier/request.rules.ts';
import { attachToTransfer } from '../file/transfer-files.ts';
import type { IncomingInput } from './incoming.rules.ts';
import { incomingBar } from './incoming.rules.ts';
import { openIncoming } from './open-incoming.ts';
import { barKnownPerson, findPerson, lockPeers, newPersonId } from './person.rows.ts';
import type { Person } from './person.rules.ts';
import type { SealedList } from './sealed-list.ts';
import { keepSealedList, sealedListBar } from './sealed-list.ts';

interface EnterInput extends IncomingInput {
  readonly idempotencyKey: string;
  readonly scanIds: readonly string[];
}

/** The receiving branch, or a committee above it, enters a letter that came on paper from outside of this system (domain: "Variants"). */
export function enterIncomingLetter(
  _: unknown,
  { input }: { input: EnterInput },
  context: GraphContext,
): Promise<TransferResult> {
  const load = findDossierFor(context.actor);
  const call = { name: 'enterIncomingLetter', input, field: 'transfer', load } as const;
  return mutate(context, call, async (em) => {
    const unready = await refuseDestination(em, context, input.destinationBranchId);
    if (unready) return unready;
    const person = personIn(input);
    if (isRefusal(person)) return person;
    const today = context.clock.today();
    const bar =
      incomingBar({ ...input, person }, { today, calendar: await workingCalendar(em) }) ??
      sealedListBar(input.sealedFile, { notBefore: input.decisionDate, today });
    if (bar) return refuseBar(bar);
    const bareOfScans = barWithoutScans(input.scanIds);
    if (bareOfScans) return bareOfScans;
    return enter(em, context, input, person);
  });
}

async function enter(em: SqlEntityManager, context: GraphContext, input: EnterInput, person: Person) {
  const { clock, environment } = context;
  const actor = signedInActor(context);
  await lockPeers(em, person);
  const known = await findPerson(em, environment, person);
  if (known && known.id === actor.memberId) return refuse('OWN_CASE', { field: 'person' });
  const barred = known && (await barKnownPerson(em, known.id));
  if (barred) return refuse(barred, { field: 'person' });
  const moment = { environment, now: clock.now(), today: clock.today() };
  const originText = input.originText.trim();
  const dossier = await openIncoming(em, moment, {
    channel: input.channel,
    reason: input.reason,
    memberId: known?.id ?? (await newPersonId(em)),
    person,
    originText,
    destinationBranchId: input.destinationBranchId,
    decision: {
      number: input.decisionNumber.trim(),
      date: input.decisionDate,
      issuer: input.decisionIssuer.trim(),
      effectiveDate: input.effectiveDate,
    },
    lateReason: input.lateReason?.trim() || null,
    letter: {
      number: input.letterNumber.trim(),
      issuedOn: input.letterDate,
      duesPaidThrough: input.duesPaidThrough,
      boxes: handWritten(originText),
    },
  });
  const paper = { number: input.letterNumber.trim(), issuedOn: input.letterDate, originText };
  await em.execute('insert into letter_from_outside (dossier_id, letter, sent_on) values (?, ?::jsonb, ?)', [
    dossier.id,
    JSON.stringify(paper),
    input.letterDate,
  ]);
  await keepSealedList(em, dossier, input.sealedFile);
  const refusal = await attachToTransfer(em, actor, dossier.id, input.scanIds, 'scanIds', 'PAPER_LETTER');
  if (refusal) return refusal;
  const entry = { action: 'ENTER_INCOMING', fromState: null, toState: dossier.status, at: clock.now() };
  await addEntry(em, actor, dossier, { ...entry, boxIndex: null, reason: dossier.lateReason });
  await recordState(em, dossier, actor);
  const { id, memberId, destinationBranchId: unitId } = dossier;
  return { id, audit: { unitId, memberId, after: { status: dossier.status } } };
}

/** Every box before the last was filled by hand: the scan shows what it says. */
export const handWritten = (originText: string) =>
  Array.from({ length: 9 }, (_, at) => ({
    index: at + 1,
    unitName: at === 0 ? originText : null,
    addressee: null,
    content: null,
    comment: null,
    correction: null,
    signedByName: null,
    signedByTitle: null,
    signedAt: null,
  }));

function personIn({ person }: EnterInput): Person | Refusal {
  const { fullName, gender, dateOfBirth, joinDate, officialDate, cardNumber, profileNumber } = person;
  const written = cardNumber?.trim() || null;
  const card = written === null ? null : (readCardNumber(written)?.digits ?? null);
  if (written !== null && card === null) return refuse('INVALID_INPUT', { field: 'person.cardNumber' });
  return {
    fullName: fullName.trim(),
    gender,
    dateOfBirth,
    joinDate,
    officialDate: officialDate ?? null,
    card,
    profileNumber: profileNumber?.trim() || null,
  };
}

/** Refuses a branch that is not within the actor's unit (it reads as not there), that takes nobody, or that does not work by this procedure yet. */
async function refuseDestination(
  em: SqlEntityManager,
  context: GraphContext,
  branchId: string,
): Promise<Refusal | null> {
  const field = 'destinationBranchId';
  const scope = scopeUnitOf(signedInActor(context), 'TRANSFER_ADMIT');
  if (scope === null || !(await isWithin(em, branchId, scope))) return refuse('NOT_FOUND', { field });
  const today = context.clock.today();
  const destinationPath = await chainOf(em, branchId);
  const bar = destinationBar(
    { destinationBranchId: branchId },
    { originBranchId: null, destinationPath, today },
  );
  if (bar) return refuseBar(bar);
  const started = await procedureStarted(em, 'OFFICIAL_TRANSFER', branchId, today);
  return started ? null : refuse('PROCEDURE_NOT_STARTED', { field });
}

/** The destination branch takes the letter over, with the list of the sealed file where that is not known yet. */
export const takeOverIncomingLetter = actOnTransfer(
  'takeOverIncomingLetter',
  'TAKE_OVER',
  async ({ em, dossier, facts, today }, { sealedFile }: ActInput & { sealedFile?: SealedList | null }) => {
    if (sealedFile) {
      const notBefore = dossier.decisionDate ?? dossier.requestedOn;
      const bar = sealedListBar(sealedFile, { notBefore, today });
      if (bar) return refuseBar(bar);
      await keepSealedList(em, dossier, sealedFile);
    }
    const isListed = sealedFile != null || facts.sealedFile !== null;
    if (dossier.kind === 'OFFICIAL' && !isListed) return refuse('FILE_NOT_SEALED', { field: 'sealedFile' });
    return {};
  },
);

/** The destination branch sends a letter back that came from outside: wrong place, or something is missing. The letter is of no more use here. */
export const sendBackIncomingLetter = actOnTransfer(
  'sendBackIncomingLetter',
  'SEND_BACK',
  async ({ em, dossier }, input) => {
    await em.execute(`update introduction_letter set status = 'VOID', void_reason = ? where id = ?`, [
      input.reason?.trim() ?? null,
      dossier.letterId,
    ]);
    await em.execute(
      `update letter_box set status = 'PENDING' where letter_id = ? and status in ('NEXT', 'RETURNED')`,
      [dossier.letterId],
    );
    return {};
  },
);
