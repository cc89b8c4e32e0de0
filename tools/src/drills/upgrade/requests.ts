import { Agent, request } from 'node:http';

/** How one request went. `fault` says why it counts as failed; an answer counts as such only without errors and refusals. */
export interface Outcome {
  readonly kind: string;
  readonly phase: string;
  readonly tookMs: number;
  readonly fault: string | null;
}

// biome-ignore lint/suspicious/noExplicitAny: an answer is read by the shape that its document asks for
export type Data = any;

/** A front end: keeps its connections, sends everything once, and writes down how it went. */
export interface FrontEnd {
  /** Asks once; null when it failed, which is then among the outcomes. */
  ask(kind: string, token: string | null, query: string, variables?: object): Promise<Data | null>;
  enter(phase: string): void;
  readonly outcomes: readonly Outcome[];
  close(): void;
}

/** Beyond every limit of the system: somebody who has no answer by then has given up. */
const PATIENCE_MS = 40_000;

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
    const asked = request(url, { method: 'POST', agent, headers, timeout: PATIENCE_MS }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => {
        text += piece;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      answer.on('error', reject);
    });
    asked.on('timeout', () => asked.destroy(new Error(`no answer in ${PATIENCE_MS / 1000} s`)));
    asked.on('error', reject);
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
      const note = (fault: string | null) =>
        outcomes.push({ kind, phase: during, tookMs: performance.now() - began, fault });
      try {
        const { status, text } = await post(agent, url, token, JSON.stringify({ query, variables }));
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
