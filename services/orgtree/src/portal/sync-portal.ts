import type { Background, RunningService } from '@dang/service/definition';
import { type Circuit, makeCircuit } from '@dang/service/outside/circuit';
import { OutsideRefused } from '@dang/service/outside/outside-door';
import { httpPortal } from './http-portal.ts';
import { portalEnvironment } from './portal.environment.ts';
import type { Portal } from './portal.port.ts';
import type { portalStateOf } from './portal-states.ts';
import {
  claimDue,
  type DueDossier,
  recordTold,
  type Told,
  tryRefusedAgain,
  wantAllTold,
} from './portal-sync.rows.ts';

const BATCH = 20;
const REST_MS = 2_000;
const NOTHING_TO_DO_MS = 3_600_000;
const REASON_LENGTH = 300;

/** How long to wait after that many attempts without an answer, in seconds: ten seconds to an hour, for as long as it takes. */
const RETRY_S = [10, 60, 300, 900, 3_600] as const;
/** What was refused is tried again the next day: its procedure may be on the portal's list by then. */
const REFUSED_S = 86_400;

/** How soon to look again for a unit that the tree does not know yet, in seconds: its news and the dossier's come by ways of their own. */
const NO_AGENCY_S = 300;

export type PortalWork = {
  portal: Portal;
  circuit: Circuit;
  procedures: Readonly<Record<string, string>>;
  states: typeof portalStateOf;
};

/** What was not told leaves what the portal knows as it was. */
const untold = ({
  dossierId,
  version,
  toldState,
  toldDueOn,
  toldClosedOn,
  toldAgency,
}: DueDossier): Told => ({
  dossierId,
  version,
  state: toldState,
  dueOn: toldDueOn,
  closedOn: toldClosedOn,
  agency: toldAgency,
  error: null,
  refused: false,
  againIn: 0,
});

const refusedFor = (due: DueDossier, error: string): Told => ({
  ...untold(due),
  error,
  refused: true,
  againIn: REFUSED_S,
});

async function tell(due: DueDossier, { portal, circuit, procedures, states }: PortalWork): Promise<Told> {
  const { attempts, number, version: sequence, procedure, channel, dueOn, openedOn, closedOn } = due;
  const procedureCode = procedures[procedure];
  const state = states[procedure]?.[due.state];
  if (procedureCode === undefined || state === null) return untold(due);
  if (state === undefined) return refusedFor(due, `the portal has no state for ${due.state}`);
  const { agencyCode, agencyName } = due;
  if (agencyCode === null || agencyName === null)
    return { ...untold(due), error: 'the tree does not know its unit yet', againIn: NO_AGENCY_S };
  const told: Told = { ...untold(due), state, dueOn, closedOn, agency: agencyCode };
  const isKnown = state === due.toldState && dueOn === due.toldDueOn && closedOn === due.toldClosedOn;
  if (isKnown && agencyCode === due.toldAgency) return told;
  try {
    const dates = { receivedOn: openedOn, dueOn, finishedOn: closedOn };
    const agency = { agencyCode, agencyName };
    const answer = await portal.tell({
      number,
      sequence,
      procedureCode,
      ...agency,
      state,
      channel,
      ...dates,
    });
    circuit.answered();
    // of this version nobody of ours has told it anything newer: it would have been recorded, and ours be dropped
    return answer === 'OLDER' ? refusedFor(due, 'the portal knows a later state than ours') : told;
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, REASON_LENGTH);
    if (error instanceof OutsideRefused) {
      circuit.answered();
      return refusedFor(due, reason);
    }
    circuit.failed();
    const againIn = RETRY_S[attempts - 1] ?? RETRY_S[RETRY_S.length - 1] ?? 0;
    return { ...untold(due), error: reason, againIn };
  }
}

/** One round: tells what is due, as far as the circuit lets it, and writes down what became of it. Answers how many were taken. */
export async function portalRound(
  { orm, log }: Pick<RunningService, 'orm' | 'log'>,
  work: PortalWork,
): Promise<number> {
  const room = work.circuit.room(BATCH);
  if (room === 0) return 0;
  const due = await claimDue(orm.em.fork(), room);
  const outcomes = await Promise.all(due.map((dossier) => tell(dossier, work)));
  await recordTold(orm.em.fork(), outcomes);
  for (const { dossierId, error, refused } of outcomes) {
    if (error !== null && refused) log.warn({ dossierId, reason: error }, 'the portal refuses a dossier');
  }
  return due.length;
}

/** Tells the national portal where dossiers stand, in every worker at once: each dossier is in one worker's hands. */
export const syncPortal: Background = {
  name: 'sync-portal',
  prepare(running) {
    const { orm, log, environment } = running;
    const configured = portalEnvironment(environment);
    if (!configured) return { step: async () => NOTHING_TO_DO_MS };
    const { procedures, states, ...options } = configured;
    const work = { portal: httpPortal(options), circuit: makeCircuit(), procedures, states };
    let isComplete = false;
    return {
      async step() {
        if (!isComplete) {
          const found = await wantAllTold(orm.em.fork(), Object.keys(procedures));
          if (found > 0) log.info({ dossiers: found }, 'open dossiers are to be told to the portal');
          // what was refused before may be what this start has come to correct
          await tryRefusedAgain(orm.em.fork());
          isComplete = true;
        }
        const told = await portalRound(running, work);
        return told > 0 ? 0 : Math.max(REST_MS, work.circuit.restMs());
      },
    };
  },
};
