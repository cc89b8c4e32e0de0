import type { Background, RunningService } from '@dang/service/definition';
import { type Circuit, makeCircuit } from '@dang/service/outside/circuit';
import { OutsideRefused } from '@dang/service/outside/outside-door';
import { httpPortal } from './http-portal.ts';
import { portalEnvironment } from './portal.environment.ts';
import type { Portal } from './portal.port.ts';
import { portalStateOf } from './portal-states.ts';
import { claimDue, type DueDossier, recordTold, type Told, wantAllTold } from './portal-sync.rows.ts';

const BATCH = 20;
const REST_MS = 2_000;
const NOTHING_TO_DO_MS = 3_600_000;
const REASON_LENGTH = 300;

/** How long to wait after that many attempts without an answer, in seconds: ten seconds to an hour, for as long as it takes. */
const RETRY_S = [10, 60, 300, 900, 3_600] as const;
/** What was refused is tried again the next day: its procedure may be on the portal's list by then. */
const REFUSED_S = 86_400;

export type PortalWork = {
  portal: Portal;
  circuit: Circuit;
  procedures: Readonly<Record<string, string>>;
};

const asTold = ({ dossierId, version, dueOn, agencyCode }: DueDossier, state: string | null): Told => ({
  dossierId,
  version,
  state,
  dueOn,
  agency: agencyCode,
  error: null,
  refused: false,
  againIn: 0,
});

async function tell(due: DueDossier, { portal, circuit, procedures }: PortalWork): Promise<Told> {
  const { attempts, toldState, toldDueOn, number, version: sequence, procedure, channel, dueOn } = due;
  const procedureCode = procedures[procedure];
  const state = portalStateOf[procedure]?.[due.state];
  const told = asTold(due, state ?? toldState);
  if (procedureCode === undefined || state === null) return told;
  if (state === undefined)
    return { ...told, error: `the portal has no state for ${due.state}`, refused: true, againIn: REFUSED_S };
  const { openedOn: receivedOn, closedOn: finishedOn, agencyCode, agencyName } = due;
  if (state === toldState && dueOn === toldDueOn && agencyCode === due.toldAgency) return told;
  try {
    const dates = { receivedOn, dueOn, finishedOn };
    await portal.tell({ number, sequence, procedureCode, agencyCode, agencyName, state, channel, ...dates });
    circuit.answered();
    return told;
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, REASON_LENGTH);
    if (error instanceof OutsideRefused) {
      circuit.answered();
      return { ...told, error: reason, refused: true, againIn: REFUSED_S };
    }
    circuit.failed();
    return { ...told, error: reason, againIn: RETRY_S[attempts - 1] ?? RETRY_S[RETRY_S.length - 1] ?? 0 };
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
    const { procedures, ...options } = configured;
    const work = { portal: httpPortal(options), circuit: makeCircuit(), procedures };
    let isComplete = false;
    return {
      async step() {
        if (!isComplete) {
          const found = await wantAllTold(orm.em.fork(), Object.keys(procedures));
          if (found > 0) log.info({ dossiers: found }, 'open dossiers are to be told to the portal');
          isComplete = true;
        }
        const told = await portalRound(running, work);
        return told > 0 ? 0 : Math.max(REST_MS, work.circuit.restMs());
      },
    };
  },
};
