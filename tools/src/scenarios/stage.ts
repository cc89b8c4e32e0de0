import { randomUUID } from 'node:crypto';
import { obtainCode } from '@dang/sandbox/vneid/sign-in-client';
import type { Running } from '../launcher/running.ts';
import { patiently, reach, Unanswered } from './patience.ts';
import { demand, Surprise } from './surprise.ts';

/** How a scenario is asked to play. */
export interface Play {
  /** Processes to kill with SIGKILL in the middle, by their name in the list of running processes. */
  kill: string[];
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
// biome-ignore lint/suspicious/noExplicitAny: an answer of the graph is read by the shape its query wrote down.
type Answer = any;

/** Somebody who is signed in and asks the graph, as a front end would, through the gateway only. */
export interface Person {
  readonly label: string;
  readonly accessToken: string;
  /** Asks, again while a part of the system is away; any other GraphQL error is a surprise. */
  ask(document: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Runs a mutation `field` with one input; a refusal is a surprise. Adds the idempotency key, the same for every try. */
  act(what: string, field: string, input: Record<string, unknown>, selection: string): Promise<Answer>;
  /** Runs a mutation that must be refused with `code`; answers the refusal. */
  actRefused(
    what: string,
    field: string,
    input: Record<string, unknown>,
    code: string,
  ): Promise<{ field: string | null; suggestion: string | null }>;
  /** Takes up the position that this person holds on the unit (`null`: the member's own rights only). */
  takeUp(unitId: string | null): Promise<void>;
}

/** Where a scenario plays: the running system, and the transcript that it leaves. */
export interface Stage {
  readonly running: Running;
  tell(line: string): void;
  chapter(title: string): void;
  signIn(label: string, personalIdOrPersona: string): Promise<Person>;
  /** Asks until `holds`, at most `patienceMs`; returns the answer that held. */
  until(
    what: string,
    ask: () => Promise<Answer>,
    holds: (answer: Answer) => boolean,
    patienceMs?: number,
  ): Promise<Answer>;
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Codes of a part of the system that is away: what was asked is as good as before. */
const awayCodes = new Set(['SUBGRAPH_UNAVAILABLE', 'INTERNAL_SERVER_ERROR']);

/** Sends one GraphQL request to the gateway. Throws a Surprise on an error in the answer, or that it is unanswered. */
async function request(
  url: string,
  token: string | null,
  query: string,
  variables: Record<string, unknown>,
): Promise<Answer> {
  const response = await reach(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text().catch((error: Error) => {
    throw new Unanswered(error.message, { cause: error });
  });
  const answer = JSON.parse(text) as {
    data?: Answer;
    errors?: { message: string; extensions?: { code?: string; [name: string]: Json | undefined } }[];
  };
  if (answer.errors?.length) {
    const codes = answer.errors.map(({ extensions }) => extensions?.code ?? '');
    if (codes.every((code) => awayCodes.has(code))) throw new Unanswered([...new Set(codes)].join(', '));
    const told = answer.errors.map(
      ({ message, extensions }) => `${message} ${JSON.stringify(extensions ?? {})}`,
    );
    throw new Surprise(`the graph answered ${response.status}: ${told.join('; ')}`);
  }
  return answer.data;
}

const signInDocument = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) { session { accessToken } refusal { code message } }
}`;

/** Signs a person in through the VNeID stand-in and `signIn`; returns the access token. */
export async function obtainAccessToken(running: Running, personalIdOrPersona: string): Promise<string> {
  const code = await obtainCode({
    issuer: running.environment.VNEID_ISSUER ?? '',
    clientId: running.environment.VNEID_CLIENT_ID ?? '',
    redirectUri: (running.environment.VNEID_REDIRECT_URIS ?? '').split(',')[0] ?? '',
    personalIdOrPersona,
  }).catch((error: Error) => {
    const isAway = error instanceof TypeError || error.name === 'TimeoutError';
    throw isAway ? new Unanswered('VNeID', { cause: error }) : error;
  });
  const { signIn } = await request(running.gateway, null, signInDocument, { input: code });
  if (signIn.refusal?.code === 'VNEID_UNAVAILABLE') throw new Unanswered(signIn.refusal.code);
  if (signIn.refusal)
    throw new Surprise(`sign-in was refused: ${signIn.refusal.code} ${signIn.refusal.message}`);
  return signIn.session.accessToken;
}

function open(stage: Pick<Stage, 'running' | 'tell'>, label: string, token: string): Person {
  let accessToken = token;
  const ask = (document: string, variables: Record<string, unknown> = {}) =>
    patiently(stage.tell, () => request(stage.running.gateway, accessToken, document, variables));
  const run = async (field: string, input: Record<string, unknown>, selection: string) => {
    const typeName = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
    const document = `mutation ${field}($input: ${typeName}!) { ${field}(input: $input) { ${selection} refusal { code message field suggestion } } }`;
    const data = await ask(document, { input: { idempotencyKey: randomUUID(), ...input } });
    return data[field];
  };
  return {
    label,
    get accessToken() {
      return accessToken;
    },
    ask,
    act: async (what, field, input, selection) => {
      stage.tell(`${label}: ${what}`);
      const result = await run(field, input, selection);
      demand(
        !result.refusal,
        `${field} was refused: ${result.refusal?.code} ${result.refusal?.field ?? ''} (${result.refusal?.message})`,
      );
      return result;
    },
    actRefused: async (what, field, input, code) => {
      const { refusal } = await run(field, input, '');
      demand(
        refusal?.code === code,
        `${field} should have been refused with ${code}, not ${refusal?.code ?? 'done'}`,
      );
      stage.tell(`${label}: ${what} → từ chối ${code} “${refusal.message}”`);
      return refusal;
    },
    takeUp: async (unitId) => {
      const { account } = await ask('{ account { positions { id title unit { id } } } }');
      const position = account.positions.find((one: { unit: { id: string } }) => one.unit.id === unitId);
      demand(unitId === null || position, `${label} holds no position on ${unitId}`);
      const { actAs } = await ask(
        'mutation ActAs($input: ActAsInput!) { actAs(input: $input) { accessToken refusal { code message } } }',
        { input: { positionId: position?.id ?? null } },
      );
      demand(!actAs.refusal, `actAs was refused: ${actAs.refusal?.code}`);
      accessToken = actAs.accessToken;
    },
  };
}

/** Opens the stage on a running system; the transcript goes to `transcript`. */
export function openStage(running: Running, transcript: NodeJS.WritableStream = process.stdout): Stage {
  const tell = (line: string): void => {
    transcript.write(`  ${line}\n`);
  };
  const stage: Stage = {
    running,
    tell,
    chapter: (title) => {
      transcript.write(`\n${title}\n`);
    },
    signIn: async (label, who) =>
      open({ running, tell }, label, await patiently(tell, () => obtainAccessToken(running, who))),
    until: async (what, ask, holds, patienceMs = 20_000) => {
      const began = performance.now();
      for (;;) {
        const answer = await ask();
        if (holds(answer)) {
          tell(`${what} (sau ${Math.round(performance.now() - began)} ms)`);
          return answer;
        }
        demand(
          performance.now() - began < patienceMs,
          `${what}: not within ${patienceMs / 1000} s; last answer ${JSON.stringify(answer)}`,
        );
        await wait(25);
      }
    },
  };
  return stage;
}
