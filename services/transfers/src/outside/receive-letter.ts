import type { DataOf } from '@dang/events/contract';
import type { LetterSentOut } from '@dang/events/contracts/transfers/letter-sent-out';
import type { Clock } from '@dang/events/reaction';
import { findMember } from '@dang/reference/members';
import { successorsOf } from '@dang/reference/successions';
import { chainOf } from '@dang/reference/units';
import { type RefusalCode, refusalMessage } from '@dang/service/refusal';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { TransferDossier } from '../dossier/dossier.entity.ts';
import { recordStates } from '../dossier/dossier.events.ts';
import type { TransferReason } from '../dossier/dossier.row.ts';
import { addSystemEntry } from '../dossier/history.ts';
import { destinationBar } from '../dossier/request.rules.ts';
import { leavesProvince } from '../letter/letter-ends.ts';
import type { LetterSource } from './letter-from-outside.rows.ts';
import { enteredByHand, keepSource, lastHeard } from './letter-from-outside.rows.ts';
import type { IncomingLetter } from './open-incoming.ts';
import { openIncoming, writeIncomingLetter } from './open-incoming.ts';
import { barKnownPerson, findPerson, lockPeers, newPersonId } from './person.rows.ts';
import type { Person } from './person.rules.ts';
import { whoIs } from './person.rules.ts';
import { sentLetterFault } from './sent-letter.rules.ts';
import { answerFor, SYSTEM_TITLE, tellAnswer } from './tell-answer.ts';

type Sent = DataOf<typeof LetterSentOut>;
type Moment = { readonly clock: Clock; readonly province: string };

/**
 * Takes in a letter that another province's system has sent to a branch of ours: a dossier at `INCOMING_PAPER`, as if a clerk had entered it. Sent
 * again while it waits here it takes the place of what waits; heard twice, or after a later sending, it changes nothing; of a member who was admitted
 * meanwhile the answer is said again. What no branch here can receive goes back at once, with the reason.
 */
export async function receiveLetter(
  em: SqlEntityManager,
  { clock, province }: Moment,
  sent: Sent,
  provinceCode: string,
): Promise<void> {
  const source = {
    provinceCode,
    transferId: sent.transferId,
    letterId: sent.letter.id,
    sending: sent.sending,
  };
  const person = personIn(sent);
  await lockPeers(em, person);
  const heard = await lastHeard(em, source);
  if (heard !== null && heard.sending >= sent.sending) return;
  if (heard?.status === 'COMPLETED') return sayAgain(em, heard.dossierId, source);
  const today = clock.today();
  const fault = sentLetterFault(sent, person, today);
  if (fault !== null) return sendBack(em, source, today, fault);
  const branchId = await receivingBranch(em, sent, { province, today });
  if (branchId === null) return sendBack(em, source, today, 'Không có chi bộ này để tiếp nhận đảng viên.');
  const known = await findPerson(em, null, person);
  // who waits here keeps name and id: sent again, a letter is still theirs
  if (heard?.isOpen && known !== null && known.id !== heard.memberId)
    return sendBack(em, source, today, 'Giấy giới thiệu gửi lại ghi đảng viên khác với hồ sơ đang chờ.');
  const waiting = (heard?.isOpen ? heard.dossierId : null) ?? (known && (await enteredByHand(em, known.id)));
  const memberId = known?.id ?? (await idFor(em, sent, person));
  const letter = letterIn(sent, { person, memberId, branchId });
  if (waiting !== null) return replaceLetter(em, clock, waiting, { letter, sent, source });
  const barred = known && (await barKnownPerson(em, known.id));
  if (barred) return sendBack(em, source, today, reasonFor(barred));
  const moment = { environment: null, now: clock.now(), today };
  const dossier = await openIncoming(em, moment, letter);
  await keepSource(em, dossier.id, source, sent);
  await told(em, clock, dossier, { action: 'RECEIVE_FROM_OUTSIDE', fromState: null, sent });
}

const tellable: ReadonlySet<RefusalCode> = new Set(['MEMBER_HAS_BRANCH', 'TRANSFER_ALREADY_OPEN']);

/** What another province is told of somebody who is barred here: never that they are inspected, excluded or convicted. */
const reasonFor = (barred: RefusalCode): string =>
  tellable.has(barred)
    ? refusalMessage(barred, 'vi')
    : 'Chưa tiếp nhận được đảng viên này; đề nghị liên hệ trực tiếp với tổ chức đảng nơi đến.';

const personIn = ({ subject }: Sent): Person => ({
  fullName: subject.fullName,
  gender: subject.gender,
  dateOfBirth: subject.dateOfBirth,
  joinDate: subject.joinDate,
  officialDate: subject.officialDate,
  card: subject.legacyCardNumber,
  profileNumber: subject.profileNumber,
});

/** The id by which the other province knows them, unless it is somebody else's here. */
async function idFor(em: SqlEntityManager, { subject }: Sent, person: Person): Promise<string> {
  const member = await findMember(em, subject.memberId);
  if (member === null) return subject.memberId;
  const { id, fullName, dateOfBirth, joinDate, legacyCardNumber: card } = member;
  return whoIs(person, [{ id, fullName, dateOfBirth, joinDate, card }]) ? id : newPersonId(em);
}

/**
 * The branch that the letter means, or the one that goes on in its place; null when it can receive nobody, or lies in another province whatever the
 * letter says. Throws as long as it is unknown here.
 */
async function receivingBranch(
  em: SqlEntityManager,
  { destination }: Sent,
  { province, today }: { readonly province: string; readonly today: string },
): Promise<string | null> {
  if (destination.branchId === null) return null;
  const branchId = (await successorsOf(em, [destination.branchId]))(destination.branchId);
  const destinationPath = await chainOf(em, branchId);
  if (destinationPath.length === 0) throw new Error(`unit ${branchId} is not among the copies`);
  if (leavesProvince(destinationPath, province)) return null;
  const facts = { originBranchId: null, destinationPath, today };
  return destinationBar({ destinationBranchId: branchId }, facts) ? null : branchId;
}

function letterIn(
  { reason, origin, decision, letter }: Sent,
  { person, memberId, branchId }: { person: Person; memberId: string; branchId: string },
): IncomingLetter {
  const isTheirs = (index: number) => letter.boxes.length === 10 && index <= 5;
  return {
    channel: 'ONLINE',
    reason: reason as TransferReason,
    memberId,
    person,
    originText: `${origin.name}, ${origin.chain}`.slice(0, 500),
    destinationBranchId: branchId,
    decision,
    lateReason: null,
    letter: {
      number: `${letter.number}/${letter.registerYear}`,
      issuedOn: letter.issuedOn,
      duesPaidThrough: letter.duesPaidThrough,
      boxes: letter.boxes.filter(({ index, signedAt }) => isTheirs(index) && signedAt !== null),
    },
  };
}

interface Resent {
  readonly letter: IncomingLetter;
  readonly sent: Sent;
  readonly source: LetterSource;
}

async function replaceLetter(
  em: SqlEntityManager,
  clock: Clock,
  dossierId: string,
  { letter, sent, source }: Resent,
): Promise<void> {
  const dossier = await em.findOneOrFail(
    TransferDossier,
    { id: dossierId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const fromState = dossier.status;
  const { person, decision, destinationBranchId } = letter;
  // a letter to another branch begins there anew
  if (dossier.destinationBranchId !== destinationBranchId) dossier.status = 'INCOMING_PAPER';
  const { card, ...subject } = person;
  Object.assign(dossier, subject, {
    legacyCardNumber: dossier.cardNumberSealed === null ? card : dossier.legacyCardNumber,
    reason: letter.reason,
    originText: letter.originText,
    destinationBranchId,
    waitingUnitId: destinationBranchId,
    decisionNumber: decision.number,
    decisionDate: decision.date,
    decisionIssuer: decision.issuer,
    effectiveDate: decision.effectiveDate,
    introducedOn: letter.letter.issuedOn,
    version: dossier.version + 1,
  });
  await writeIncomingLetter(em, dossier, letter.letter);
  await em.flush();
  await keepSource(em, dossier.id, source, sent);
  await told(em, clock, dossier, { action: 'RECEIVE_AGAIN_FROM_OUTSIDE', fromState, sent });
}

/** The history names who signed last over there. */
async function told(
  em: SqlEntityManager,
  clock: Clock,
  dossier: TransferDossier,
  { action, fromState, sent }: { action: string; fromState: string | null; sent: Sent },
): Promise<void> {
  const last = sent.letter.boxes.findLast(({ signedAt }) => signedAt !== null);
  const by = {
    name: last?.signedByName ?? SYSTEM_TITLE,
    title: last?.signedByTitle ?? SYSTEM_TITLE,
    unitName: last?.unitName ?? sent.origin.name,
  };
  const entry = { action, fromState, toState: dossier.status, at: clock.now(), reason: null, by };
  await addSystemEntry(em, dossier, entry);
  await recordStates(em, [dossier], null);
}

/** The member was admitted here by an earlier sending: the province that sent the letter once more is told so once more. */
async function sayAgain(em: SqlEntityManager, dossierId: string, source: LetterSource): Promise<void> {
  const dossier = await em.findOneOrFail(TransferDossier, { id: dossierId });
  const on = dossier.closedOn ?? dossier.requestedOn;
  await answerFor(em, dossier, source, { answer: 'RECEIVED', on, reason: null, actor: null });
}

async function sendBack(
  em: SqlEntityManager,
  source: LetterSource,
  on: string,
  reason: string,
): Promise<void> {
  const by = { unitName: SYSTEM_TITLE, name: SYSTEM_TITLE, title: SYSTEM_TITLE };
  await tellAnswer(em, source, { answer: 'RETURNED', on, reason, by, document: null }, null);
}
