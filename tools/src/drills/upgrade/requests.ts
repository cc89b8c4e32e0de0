import { Agent, request } from 'node:http';

/** How one request went. `fault` says why it counts as failed; an answer counts as such only without errors and refusals. */
export interface Outcome {
  readonly kind: string;
  readonly phase: string;
  readonly tookMs: number;
  readonly fault: string | null;
  /** Sent on a kept connection that was being closed, and once more on another. */
  readonly wasRepeated: boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: an answer is read by the shape that its document asks for
export type Data = any;

/**
 * A front end: keeps its connections, and writes down how everything went. It sends again what browsers and edges send again
 * (RFC 9112, 9.3.1): what went out on a kept connection that ended without a byte of an answer, because the other side was just
 * closing it; every mutation here has a key. Nothing else is sent twice.
 */
export interface FrontEnd {
  /** Asks; null when it failed, which is then among the outcomes. */
  ask(kind: string, token: string | null, query: string, variables?: object): Promise<Data | null>;
  enter(phase: string): void;
  readonly outcomes: readonly Outcome[];
  close(): void;
}

/** Beyond every limit of the system: somebody who has no answer by then has given up. */
const PATIENCE_MS = 40_000;

/** The connection was kept from an earlier request and ended before an answer began. */
class ClosedMeanwhile extends Error {}

function post(
  agent: Agent,
  url: URL,
  token: string | null,
  body: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(token && { authorization: `Bearer ${token}` }),
    };
    let hasBegun = false;
    const asked = request(url, { method: 'POST', agent, headers, timeout: PATIENCE_MS }, (answer) => {
      hasBegun = true;
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => {
        text += piece;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      answer.on('error', reject);
    });
    asked.on('timeout', () => asked.destroy(new Error(`no answer in ${PATIENCE_MS / 1000} s`)));
    asked.on('error', (error: Error & { code?: string }) => {
      const isClosed = asked.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
      reject(isClosed && !hasBegun ? new ClosedMeanwhile(error.message) : error);
    });
    asked.end(body);
  });
}

function faultOf(status: number, text: string): { fault: string | null; data: Data } {
  const { data, errors } = JSON.parse(text) as {
    data?: Data;
    errors?: { message: string; extensions?: object }[];
  };
  if (status !== 200 || errors?.length)
    return { fault: `HTTP ${status} ${JSON.stringify(errors?.[0] ?? text.slice(0, 200))}`, data: null };
  const refused = Object.values((data ?? {}) as Record<string, Data>).find((each) => each?.refusal);
  return { fault: refused ? `refused ${JSON.stringify(refused.refusal)}` : null, data };
}

/** A front end of the graph at this address. */
export function openFrontEnd(gateway: string): FrontEnd {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const url = new URL('/graphql', gateway);
  const outcomes: Outcome[] = [];
  let phase = 'before';
  return {
    outcomes,
    enter: (next) => {
      phase = next;
    },
    ask: async (kind, token, query, variables = {}) => {
      const [began, during] = [performance.now(), phase];
      let wasRepeated = false;
      const note = (fault: string | null) =>
        outcomes.push({ kind, phase: during, tookMs: performance.now() - began, fault, wasRepeated });
      const send = () => post(agent, url, token, JSON.stringify({ query, variables }));
      try {
        const { status, text } = await send().catch((error: Error) => {
          if (!(error instanceof ClosedMeanwhile)) throw error;
          wasRepeated = true;
          return send();
        });
        const { fault, data } = faultOf(status, text);
        note(fault);
        return fault === null ? data : null;
      } catch (error) {
        note((error as Error).message);
        return null;
      }
    },
    close: () => agent.destroy(),
  };
}
