import { signAccessToken } from '@dang/access/tokens';
import type { Running } from '@dang/tools/launcher/running';
import { settled } from '@dang/tools/launcher/settled';
import { onePage } from '@dang/tools/scenarios/files';
import { foreignShare, readCpuUse } from '../lib/environment-facts.ts';
import type { Scenario } from '../lib/scenario.ts';
import { percentile } from '../lib/stats.ts';
import { findFaults, openLook, retriesOver } from './event-lag.look.ts';
import { inOwnFolder, knownNats, startSystem } from './start.system.ts';
import { cpuOfParts } from './transfers.cpu.ts';
import { type Arrival, type Ask, type Step, steps, travel } from './transfers.journey.ts';
import { type LagWatch, watchLag } from './transfers.lag.ts';
import { type People, readPeople } from './transfers.people.ts';
import { countStatements } from './transfers.statements.ts';

const DESKS = 20;
const TOKEN_SECONDS = 120;

type GraphAnswer = { data?: Record<string, unknown>; errors?: { extensions?: { code?: string } }[] };

/**
 * Asks the gateway as a front end does, with tokens of the people's own. What the gateway has given up waiting for is asked again, with the
 * same idempotency key; `onRepeat` hears of it.
 */
function through({ gateway, environment }: Running, onRepeat: () => void): Ask {
  const key = JSON.parse(environment.ACCESS_TOKEN_PRIVATE_JWK ?? '');
  const known = new Map<string, { token: Promise<string>; until: number }>();
  const ask: Ask = async (actor, query, variables) => {
    let held = known.get(actor.sessionId);
    if (!held || held.until < Date.now()) {
      const token = signAccessToken(key, actor, { ttl: 2 * TOKEN_SECONDS });
      held = { token, until: Date.now() + TOKEN_SECONDS * 1_000 };
      known.set(actor.sessionId, held);
    }
    const response = await fetch(`${gateway}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await held.token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as GraphAnswer;
    if (errors?.every(({ extensions }) => extensions?.code === 'SUBGRAPH_UNAVAILABLE')) {
      onRepeat();
      return ask(actor, query, variables);
    }
    if (!data || errors) throw new Error(`the graph answered ${response.status}: ${JSON.stringify(errors)}`);
    return data;
  };
  return ask;
}

type Times = Map<Step, number[]>;
type Run = { arrivals: Arrival[]; times: Times; seconds: number };

/** So many desks, each taking up the next transfer when it has ended one, until `count` are done. */
async function playAll(
  count: number,
  people: People,
  { desks = DESKS, ...given }: { ask: Ask; paper: Buffer; day: string; desks?: number },
): Promise<Run> {
  const arrivals: Arrival[] = [];
  const times: Times = new Map();
  const observe = async <Result>(step: Step, work: () => Promise<Result>): Promise<Result> => {
    const began = performance.now();
    const result = await work();
    times.set(step, [...(times.get(step) ?? []), performance.now() - began]);
    return result;
  };
  let left = count;
  const desk = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const journey = people.next();
      arrivals.push(await travel(journey, { ...given, people, observe }));
      people.arrived(journey);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: desks }, desk));
  return { arrivals, times, seconds: (performance.now() - began) / 1_000 };
}

/** Letters whose signatures are not as many as the boxes that were signed, and registers with a gap. */
async function lookAtLetters(
  databaseUrl: string,
  arrivals: readonly Arrival[],
): Promise<Record<string, number>> {
  const client = await openLook(databaseUrl);
  const { rows: letters } = await client.query<{ id: string; signatures: number }>(
    `select d.id, count(s.id)::int as signatures from transfer_dossier d
     left join document_signature s on s.subject_kind = 'IntroductionLetter' and s.subject_id = d.letter_id
     where d.id = any($1::uuid[]) group by d.id`,
    [arrivals.map(({ transferId }) => transferId)],
  );
  const { rows: gaps } = await client.query(
    'select from register_entry group by unit_id, year, direction having max(seq) <> count(*)',
  );
  await client.end();
  const signatures = new Map(letters.map((letter) => [letter.id, letter.signatures]));
  const other = arrivals.filter(({ transferId, signed }) => signatures.get(transferId) !== signed);
  return { 'letters with other signatures than boxes': other.length, 'registers with a gap': gaps.length };
}

type Measured = Run & {
  lags: number[];
  cpu: Record<string, number>;
  statements: Map<Step, number>;
  faults: Record<string, number>;
  foreign: number | null;
  repeats: number;
};

async function measure(
  folder: string,
  { isQuick, say }: { isQuick: boolean; say: (line: string) => void },
): Promise<Measured> {
  const [warmUp, count] = isQuick ? [20, 100] : [40, 1_000];
  say('starting the system');
  const system = await startSystem(folder, knownNats());
  let watch: LagWatch | null = null;
  try {
    const { running } = system;
    const { databases, subgraphs, pids, environment } = running;
    const day = environment.CLOCK_START ?? '';
    const looks = await Promise.all(
      [databases.orgtree, databases.transfers].map((url) => openLook(url ?? '')),
    );
    const [orgtree, transfers] = looks as [(typeof looks)[0], (typeof looks)[0]];
    const people = await readPeople(orgtree, transfers);
    await Promise.all(looks.map((client) => client.end()));
    const paper = await onePage({
      title: 'Quyết định',
      heading: 'QUYẾT ĐỊNH',
      paragraph: 'Về việc điều động cán bộ.',
      who: 'Công ty Cổ phần Sông Hồng',
    });
    watch = await watchLag(databases);
    let repeats = 0;
    const ask = through(running, () => {
      repeats += 1;
    });
    const given = { ask, paper, day };
    say(`warming up with ${warmUp} transfers`);
    const warm = await playAll(warmUp, people, { ...given, desks: 4 });
    await settled(subgraphs);
    watch.take();
    repeats = 0;
    const before = { machine: readCpuUse(), parts: cpuOfParts(pids) };
    const run = await playAll(count, people, given);
    const foreign = foreignShare(before.machine, readCpuUse())?.foreign ?? null;
    await settled(subgraphs);
    const after = cpuOfParts(pids);
    const lags = watch.take();
    say(`${count} transfers in ${run.seconds.toFixed(0)} s; counting statements and effects`);
    const { counts, arrival } = await countStatements(running, people, { paper, day });
    await settled(subgraphs);
    await retriesOver(databases);
    const arrivals = [...warm.arrivals, ...run.arrivals, arrival];
    const faults = {
      ...(await findFaults(databases, arrivals)),
      ...(await lookAtLetters(databases.transfers ?? '', arrivals)),
      'completions that the tree was not seen to follow': count - lags.length,
    };
    const cpu = Object.fromEntries(
      Object.entries(after).map(([name, seconds]) => [name, seconds - (before.parts[name] ?? 0)]),
    );
    return { ...run, lags, cpu, statements: counts, faults, foreign, repeats };
  } finally {
    await watch?.stop();
    await system.stop();
  }
}

const ms = (value: number): string => (value < 100 ? value.toFixed(1) : Math.round(value).toString());
const row = (what: string, times: readonly number[], ...more: string[]): string[] => [
  what,
  ms(percentile(times, 0.5)),
  ms(percentile(times, 0.95)),
  ms(Math.max(...times)),
  ...more,
];

/** Official transfers from request to admission, by twenty desks at once, with real signatures. */
export const transfers: Scenario = async (options) => {
  const { arrivals, times, seconds, lags, cpu, statements, faults, foreign, repeats } = await inOwnFolder(
    'transfers',
    (folder) => measure(folder, options),
  );
  const count = arrivals.length;
  const p95s = [...times.values()].map((one) => percentile(one, 0.95));
  const signed = arrivals.reduce((sum, one) => sum + one.signed, 0);
  const found = Object.entries(faults).filter(([, number]) => number > 0);
  if (found.length > 0) options.say(`faults: ${JSON.stringify(Object.fromEntries(found))}`);
  const parts = Object.entries(cpu)
    .sort(([, one], [, other]) => other - one)
    .map(([name, used]) => `${name} ${Math.round((used * 1_000) / count)}`);
  options.say(`CPU ms a transfer: ${parts.join(', ')}; calls repeated: ${repeats}`);
  return {
    figures: [
      { goal: 'transfers-rate', value: count / seconds },
      { goal: 'transfers-step', value: Math.max(...p95s) },
      { goal: 'transfers-lag', value: percentile(lags, 0.95) },
      { goal: 'transfers-exact', value: Object.values(faults).reduce((sum, number) => sum + number, 0) },
    ],
    table: [
      ['step', 'p50 ms', 'p95 ms', 'max ms', 'times a transfer', 'statements'],
      ...(Object.keys(steps) as Step[]).map((step) => {
        const taken = times.get(step) ?? [];
        return row(steps[step], taken, (taken.length / count).toFixed(2), String(statements.get(step) ?? ''));
      }),
      row('from the COMMIT of the completion to the membership in the tree', lags, '1.00', ''),
    ],
    notes: [
      `${count} transfers in ${seconds.toFixed(0)} s (${(count / seconds).toFixed(2)} a second, ${(signed / seconds).toFixed(1)} signatures a second) by ${DESKS} desks, each taking up the next transfer when it has ended one, so that every time has the waiting for two busy cores in it. Through the gateway of a system as \`npm start\` starts it: five services, gateway, PostgreSQL (fsync), NATS (\`sync_interval: always\`), the signing service as a process of its own. Members of the demo province whose dues are said to be paid; half of the letters lead to another ward (four boxes signed digitally), three of ten to another committee of the ward, two of ten stay within a committee.`,
      `Statements: those that the step sends to the database of transfers, counted on one more transfer afterwards. CPU a transfer in ms, by process: ${parts.join(', ')}. Calls that the gateway gave up on after 10 s, and that were made again with their key: ${repeats}.`,
      `The lag begins when PostgreSQL begins the COMMIT of the completion and ends when the commit of the membership is heard. Afterwards: ${
        found.length === 0
          ? 'every transfer has exactly one membership, one ground to charge, one move of its items and as many signatures as signed boxes; every copy agrees, no register has a gap, nothing is parked'
          : found.map(([what, number]) => `${number} ${what}`).join(', ')
      }.`,
    ],
    packages: ['@nats-io/jetstream', '@mikro-orm/postgresql', 'pdfkit', 'pkijs', 'pg'],
    foreign: [foreign],
  };
};
