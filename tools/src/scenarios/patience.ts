import { Surprise } from './surprise.ts';

/** What failed on the way and says nothing about the question: the same request, sent again, may be answered. */
export class Unanswered extends Surprise {
  override readonly name = 'Unanswered';
}

/** How long a request is sent again before its failure counts: a restart takes a few seconds, more on a busy machine. */
const PATIENCE_MS = 30_000;
const PAUSE_MS = 250;
/** Longer than the gateway waits for anybody: a request without an answer by then gets none. */
const ANSWER_MS = 20_000;

/**
 * Does what a careful front end does when a part of the system restarts: makes `attempt` again until it answers or fails
 * for good, and says so through `tell`. Whoever sends a mutation sends the same idempotency key each time, which is what
 * makes this safe: the first request may have had its effect though its answer was lost.
 */
export async function patiently<Answer>(
  tell: (line: string) => void,
  attempt: () => Promise<Answer>,
  patienceMs = PATIENCE_MS,
): Promise<Answer> {
  const began = performance.now();
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = await attempt();
      if (tries > 1) {
        const seconds = ((performance.now() - began) / 1000).toFixed(1);
        tell(`   … có trả lời ở lần gửi thứ ${tries}, sau ${seconds} giây`);
      }
      return answer;
    } catch (error) {
      if (!(error instanceof Unanswered) || performance.now() - began > patienceMs) throw error;
      if (tries === 1) tell(`   … chưa có trả lời (${error.message}); gửi lại đúng yêu cầu ấy`);
      await new Promise((done) => setTimeout(done, PAUSE_MS));
    }
  }
}

/** Fetches; a network error, or an answer by which a server says that it is away, is `Unanswered`. */
export async function reach(url: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_MS) }).catch(
    (error: Error) => {
      throw new Unanswered(error.message, { cause: error });
    },
  );
  if (response.status === 502 || response.status === 503) throw new Unanswered(`HTTP ${response.status}`);
  return response;
}
