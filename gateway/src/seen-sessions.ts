import { SESSIONS_IN_ONE_MESSAGE, sessionsSeenSubject } from '@dang/events/sessions-seen';
import { Kind, type OperationDefinitionNode } from 'graphql';

/** A session is told of at most this often: what is decided by it is counted in minutes. */
const ONCE_A_MS = 60_000;
const REPORT_MS = 5_000;

/** New tokens are no sign that somebody is there: front ends fetch them by themselves. */
const notCounted: readonly string[] = ['refreshSession', '__typename'];

/** Does this operation ask for anything beyond new tokens? Fragments at the root count as something. */
export function isActivity({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.some(
    (selection) => selection.kind !== Kind.FIELD || !notCounted.includes(selection.name.value),
  );
}

/** Which sessions have asked for something, until somebody takes the list. Each is listed once a minute. */
export class SeenSessions {
  readonly #listedAt = new Map<string, number>();
  #waiting: string[] = [];

  note(sessionId: string, now = Date.now()): void {
    const listedAt = this.#listedAt.get(sessionId);
    if (listedAt !== undefined && now - listedAt < ONCE_A_MS) return;
    this.#listedAt.set(sessionId, now);
    this.#waiting.push(sessionId);
  }

  /** The sessions since the last call; forgets those of whom nothing was heard for a minute. */
  take(now = Date.now()): string[] {
    for (const [id, listedAt] of this.#listedAt) {
      if (now - listedAt >= ONCE_A_MS) this.#listedAt.delete(id);
    }
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }
}

/** Tells identity every few seconds which sessions were seen. A message may be lost; the next one comes in a minute. */
export function startReportingSeen({
  seen,
  province,
  publish,
}: {
  seen: SeenSessions;
  province: string;
  publish(subject: string, text: string): void;
}): { stop(): void } {
  const report = (): void => {
    const sessionIds = seen.take();
    for (let start = 0; start < sessionIds.length; start += SESSIONS_IN_ONE_MESSAGE) {
      const part = sessionIds.slice(start, start + SESSIONS_IN_ONE_MESSAGE);
      publish(sessionsSeenSubject(province), JSON.stringify({ sessionIds: part }));
    }
  };
  const timer = setInterval(report, REPORT_MS);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      report();
    },
  };
}
