import type { OutsideSystem } from '@dang/telemetry/outside-call';
import type { z } from 'zod';
import { measured } from './measured.ts';
import { whyNoAnswer } from './no-answer.ts';
import { readAnswer } from './read-answer.ts';

const ANSWER_BYTES = 1_000_000;
/** What asks to come again, though it is a 4xx: too slow, too early, too many. */
const askAgain: ReadonlySet<number> = new Set([408, 425, 429]);

/** The other side does not answer, answers an error, or answers something else than agreed: the same call may go well later. */
export class OutsideUnavailable extends Error {
  override name = 'OutsideUnavailable';
}

/** The other side has understood and says no: the same call will never go well. */
export class OutsideRefused extends Error {
  override name = 'OutsideRefused';
  /** Its status, and its own code for the reason where it gave one: `422 UNKNOWN_RECEIVER`. */
  readonly says: string;
  constructor(status: number, code: string | null) {
    super(`it answered ${status}${code === null ? '' : `: ${code}`}`);
    this.says = code === null ? `${status}` : `${status} ${code}`;
  }
}

/** Where a system outside is, how it is asked, and under which name it is measured. `timeoutMs` holds for a whole answer. */
export type OutsideOptions = { system: OutsideSystem; url: string; secret: string; timeoutMs: number };

/** A call: `key` is the same when the same is told again, so that the other side can drop what it has. */
export type OutsideCall<T> = { path: string; key: string; body: object; answer: z.ZodType<T> };

async function limitedText(response: Response): Promise<string> {
  let size = 0;
  const parts: Uint8Array[] = [];
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > ANSWER_BYTES) throw new OutsideUnavailable(`its answer is longer than ${ANSWER_BYTES} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** What a refusal says of its reason: a code of the other side's, never its text, which may repeat what we have told. */
function reasonIn(text: string): string | null {
  try {
    const { error } = JSON.parse(text) as { error?: unknown };
    return typeof error === 'string' && /^\w{1,60}$/.test(error) ? error : null;
  } catch {
    return null;
  }
}

/**
 * A system outside over HTTP: JSON by POST with a bearer secret and an `idempotency-key`, one time limit for a whole answer and one for
 * its size; redirections are not followed. The answered function @throws OutsideRefused for 4xx (but 401, 403 and 404, which are our
 * configuration, and 408, 425, 429), OutsideUnavailable for anything else that is not a 2xx as agreed.
 */
export function outsideDoor({ system, url, secret, timeoutMs }: OutsideOptions) {
  const post = async <T>({ path, key, body, answer }: OutsideCall<T>): Promise<T> => {
    try {
      const response = await fetch(`${url}${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${secret}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await limitedText(response);
      const { status } = response;
      if (status >= 200 && status < 300) {
        const { data, fault } = readAnswer(text, answer);
        if (fault !== undefined) throw new OutsideUnavailable(fault);
        return data;
      }
      const isConfiguration = status === 401 || status === 403 || status === 404;
      if (status >= 400 && status < 500 && !isConfiguration && !askAgain.has(status))
        throw new OutsideRefused(status, reasonIn(text));
      throw new OutsideUnavailable(`it answered ${status}`);
    } catch (error) {
      if (error instanceof OutsideRefused || error instanceof OutsideUnavailable) throw error;
      throw new OutsideUnavailable(`no answer: ${whyNoAnswer(error)}`, { cause: error });
    }
  };
  const isRefusal = (_: unknown, error: unknown) => error instanceof OutsideRefused;
  return <T>(call: OutsideCall<T>): Promise<T> => measured(system, () => post(call), isRefusal);
}
