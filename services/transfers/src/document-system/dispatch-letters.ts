import { readFile } from '@dang/documents/files/stored-file';
import type { Background, RunningService } from '@dang/service/definition';
import { type Circuit, makeCircuit } from '@dang/service/outside/circuit';
import { OutsideRefused } from '@dang/service/outside/outside-door';
import { documentSystemEnvironment } from './document-system.environment.ts';
import type { DocumentSystem } from './document-system.port.ts';
import {
  claimDueLetters,
  claimUnanswered,
  type DueLetter,
  type HandedOver,
  recordHandedOver,
  recordReceipts,
  withdrawStale,
} from './due-dispatches.ts';
import { httpDocumentSystem } from './http-document-system.ts';

/** A signed letter is some 100 kB: four at once are no burden. */
const LETTERS = 4;
const RECEIPTS = 100;
const REST_MS = 5_000;
const NOTHING_TO_DO_MS = 3_600_000;
const REASON_LENGTH = 300;

/** How long to wait after that many attempts without an answer, in seconds: a minute to an hour, for as long as it takes. */
const RETRY_S = [60, 300, 900, 3_600] as const;
const LAST_RETRY_S = 3_600;

type Running = Pick<RunningService, 'orm' | 'environment' | 'log'>;
type Work = { system: DocumentSystem; circuit: Circuit };

async function handOver(
  { orm, environment }: Running,
  { system, circuit }: Work,
  letter: DueLetter,
): Promise<HandedOver> {
  const { id, attempts, fileId, number, issuedOn, senderCode, receiverCode, senderName, receiverName } =
    letter;
  const outcome = { id, senderCode, receiverCode, ref: null, error: null, againIn: null };
  if (senderCode === null || receiverCode === null) return outcome;
  const again = RETRY_S[attempts - 1] ?? LAST_RETRY_S;
  const kept = await readFile(orm.em.fork(), environment, fileId).catch((error: Error) => error);
  if (kept === null || kept instanceof Error)
    return { ...outcome, error: `the signed letter cannot be read: ${kept?.name ?? 'gone'}`, againIn: again };
  const { fileName: name, sha256, bytes } = kept;
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
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, REASON_LENGTH);
    if (error instanceof OutsideRefused) circuit.answered();
    else circuit.failed();
    return { ...outcome, error: reason, againIn: error instanceof OutsideRefused ? null : again };
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

async function askReceipts({ orm }: Running, { system, circuit }: Work): Promise<number> {
  if (circuit.room(1) === 0) return 0;
  const ids = await claimUnanswered(orm.em.fork(), RECEIPTS);
  if (ids.length === 0) return 0;
  try {
    const receipts = await system.receipts(ids);
    circuit.answered();
    await recordReceipts(orm.em.fork(), receipts);
  } catch (error) {
    if (error instanceof OutsideRefused) throw error;
    circuit.failed();
  }
  return ids.length;
}

/** One round: hands over what is due, and asks what became of what left. Answers how many letters it had in hand. */
export const dispatchRound = async (running: Running, work: Work): Promise<number> =>
  (await handOverDue(running, work)) + (await askReceipts(running, work));

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
