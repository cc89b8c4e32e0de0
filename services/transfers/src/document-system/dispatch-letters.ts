import { readFile } from '@dang/documents/files/stored-file';
import type { Background, RunningService } from '@dang/service/definition';
import { type Circuit, makeCircuit } from '@dang/service/outside/circuit';
import { OutsideRefused, OutsideUnavailable } from '@dang/service/outside/outside-door';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { documentSystemEnvironment } from './document-system.environment.ts';
import type { DocumentSystem } from './document-system.port.ts';
import {
  claimDueLetters,
  claimUnanswered,
  type DueLetter,
  type HandedOver,
  noteCalled,
  recordHandedOver,
  recordReceipts,
  withdrawStale,
} from './due-dispatches.ts';
import { httpDocumentSystem } from './http-document-system.ts';
import { claimUncertain, recordHeld } from './uncertain-dispatches.ts';

/** A signed letter is some 100 kB: four at once are no burden. */
const LETTERS = 4;
const ASKED_AT_ONCE = 100;
const REST_MS = 5_000;
const NOTHING_TO_DO_MS = 3_600_000;
const REASON_LENGTH = 300;

/** How long to wait after that many attempts without an answer, in seconds: a minute to an hour, for as long as it takes. */
const RETRY_S = [60, 300, 900, 3_600] as const;
const LAST_RETRY_S = 3_600;

type Running = Pick<RunningService, 'orm' | 'environment' | 'log'>;
type Work = { system: DocumentSystem; circuit: Circuit };

/**
 * What to make of a refusal: it is final, unless an earlier call went without an answer and the system, asked, has the letter. Some refuse what
 * they have already.
 */
async function afterRefusal(
  { says, message }: OutsideRefused,
  { system }: Work,
  { id, mayHaveLeft }: DueLetter,
): Promise<Pick<HandedOver, 'ref' | 'error' | 'reason'>> {
  const [held] = mayHaveLeft ? await system.held([id]) : [];
  if (mayHaveLeft && !held)
    throw new OutsideUnavailable('it refuses the letter and does not say whether it has it');
  if (held?.ref) return { ref: held.ref, error: null, reason: null };
  return { ref: null, error: message, reason: `Hệ thống văn bản không nhận: ${says}` };
}

async function handOver({ orm, environment }: Running, work: Work, letter: DueLetter): Promise<HandedOver> {
  const { id, attempts, fileId, number, issuedOn, senderCode, receiverCode, senderName, receiverName } =
    letter;
  const { system, circuit } = work;
  const outcome = { id, senderCode, receiverCode, ref: null, error: null, reason: null, againIn: null };
  if (senderCode === null || receiverCode === null) return outcome;
  const again = RETRY_S[attempts - 1] ?? LAST_RETRY_S;
  const kept = await readFile(orm.em.fork(), environment, fileId).catch((error: Error) => error);
  if (kept === null || kept instanceof Error)
    return { ...outcome, error: `the signed letter cannot be read: ${kept?.name ?? 'gone'}`, againIn: again };
  const { fileName: name, sha256, bytes } = kept;
  if (!(await noteCalled(orm.em.fork(), id)))
    return { ...outcome, error: 'it is awaited no longer', againIn: again };
  try {
    const { ref } = await system.handOver({
      id,
      number,
      issuedOn,
      sender: { code: senderCode, name: senderName },
      receiver: { code: receiverCode, name: receiverName },
      file: { name, sha256: sha256.toString('hex'), bytes },
    });
    circuit.answered();
    return { ...outcome, ref };
  } catch (error) {
    try {
      if (!(error instanceof OutsideRefused)) throw error;
      circuit.answered();
      return { ...outcome, ...(await afterRefusal(error, work, letter)) };
    } catch (failure) {
      circuit.failed();
      const told = failure instanceof Error ? failure.message : String(failure);
      return { ...outcome, error: told.slice(0, REASON_LENGTH), againIn: again };
    }
  }
}

async function handOverDue(running: Running, work: Work): Promise<number> {
  const { orm, log } = running;
  await withdrawStale(orm.em.fork());
  const room = work.circuit.room(LETTERS);
  const due = room === 0 ? [] : await claimDueLetters(orm.em.fork(), room);
  const outcomes = await Promise.all(due.map((letter) => handOver(running, work, letter)));
  await recordHandedOver(orm.em.fork(), outcomes);
  for (const { id, error } of outcomes) {
    if (error !== null) log.warn({ dispatchId: id, reason: error }, 'a letter did not leave');
  }
  return due.length;
}

type Asking<T> = {
  claim(em: SqlEntityManager, limit: number): Promise<string[]>;
  ask(ids: readonly string[]): Promise<T>;
  record(em: SqlEntityManager, answer: T): Promise<void>;
};

/** Asks the system about letters and writes its answer down. What it does not answer, or refuses to, is asked again when its time comes. */
async function askAbout<T>({ orm, log }: Running, { circuit }: Work, asking: Asking<T>): Promise<number> {
  if (circuit.room(1) === 0) return 0;
  const ids = await asking.claim(orm.em.fork(), ASKED_AT_ONCE);
  if (ids.length === 0) return 0;
  let answer: T;
  try {
    answer = await asking.ask(ids);
    circuit.answered();
  } catch (error) {
    if (error instanceof OutsideRefused) circuit.answered();
    else circuit.failed();
    log.warn(
      { letters: ids.length, reason: (error as Error).message },
      'the document system does not say what became of letters',
    );
    return ids.length;
  }
  await asking.record(orm.em.fork(), answer);
  return ids.length;
}

/**
 * One round: hands over what is due, asks what became of what left, and whether that left of which nobody knows. Answers how many letters it
 * had in hand.
 */
export async function dispatchRound(running: Running, work: Work): Promise<number> {
  const { system } = work;
  const told = await handOverDue(running, work);
  const answered = await askAbout(running, work, {
    claim: claimUnanswered,
    ask: system.receipts,
    async record(em, { receipts, unreadable }) {
      if (unreadable > 0) running.log.warn({ unreadable }, 'receipts of letters are not as agreed');
      await recordReceipts(em, receipts);
    },
  });
  const held = { claim: claimUncertain, ask: system.held, record: recordHeld };
  return told + answered + (await askAbout(running, work, held));
}

/** Sends signed letters that leave through the provincial document system, in every worker at once: each letter is in one worker's hands. */
export const dispatchLetters: Background = {
  name: 'dispatch-letters',
  prepare(running) {
    const configured = documentSystemEnvironment(running.environment);
    if (!configured) return { step: async () => NOTHING_TO_DO_MS };
    const work = { system: httpDocumentSystem(configured), circuit: makeCircuit() };
    return {
      async step() {
        const handled = await dispatchRound(running, work);
        return handled > 0 ? 0 : Math.max(REST_MS, work.circuit.restMs());
      },
    };
  },
};
