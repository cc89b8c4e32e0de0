import { parseArgs } from 'node:util';
import { type ComparedService, type Disagreement, disagreements } from '@dang/events/agreement';
import { isLinked } from '@dang/events/link';
import { arrivedStream, leavingStream, openExchange, openLink } from '@dang/events/link-streams';
import {
  deadLetters,
  discardDeadLetter,
  placesBeside,
  rebuild,
  replay,
  retryDeadLetter,
  type ServicePlace,
  type ServiceStatus,
  status,
  upstreamsOf,
} from '@dang/events/operate';
import type { AnyReaction, Aside, Projection } from '@dang/events/reaction';
import { connectNats, managerOf } from '@dang/events/stream';
import type { NatsConnection } from '@nats-io/transport-node';
import { databaseOf, serviceCalled, servicesInReach } from './launcher/databases.ts';
import { findRunning } from './launcher/running.ts';
import { serviceNames } from './launcher/settings.ts';
import { Mistake, runTool, WrongCall } from './launcher/tool.ts';

const usage = `npm run events -- status
npm run events -- replay <service> [--since <ISO time>]
npm run events -- compare [--since <ISO time>]   inboxes against outboxes: nothing missing, nothing that never happened
npm run events -- dead-letters <service> [retry|discard <id>]
npm run events -- rebuild <service> <projection>
npm run events -- link                  the streams of a province on its side of the link to others, made or brought up to date
npm run events -- exchange <codes…>     the stream of the hub between these provinces, made or brought up to date

Services: ${serviceNames.join(', ')}. Works on what \`npm start\` runs, else on NATS_URL and whichever
DATABASE_URL_<SERVICE> are given; compare needs all five.`;

interface Listening {
  reactions: readonly AnyReaction[];
  projections: readonly Projection[];
  asides?: readonly Aside[];
  link?: readonly AnyReaction[];
}

async function definitionOf(name: string): Promise<Listening> {
  const module = (await import(`../../services/${name}/src/definition.ts`)) as { definition: Listening };
  return module.definition;
}

async function placesOf(names: readonly string[]): Promise<ServicePlace[]> {
  return await Promise.all(
    names.map(async (name) => {
      const definition = await definitionOf(name);
      return {
        name,
        databaseUrl: databaseOf(name),
        upstreams: upstreamsOf(definition),
        asides: placesBeside({ ...definition, name }, isLinked(linkage())),
      };
    }),
  );
}

const linkage = () => ({
  PROVINCE_LINK: process.env.PROVINCE_LINK ?? findRunning()?.environment.PROVINCE_LINK,
});

const province = (): string => process.env.PROVINCE_CODE ?? findRunning()?.environment.PROVINCE_CODE ?? '05';

async function withNats<Answer>(work: (nats: NatsConnection) => Promise<Answer>): Promise<Answer> {
  const url = process.env.NATS_URL ?? (findRunning()?.nats || undefined);
  if (!url) throw new Mistake('Nothing runs here: start it with `npm start`, or set NATS_URL.');
  const patience = setTimeout(() => {
    process.stderr.write('NATS does not answer; waiting for it (Ctrl-C ends this) …\n');
  }, 3000);
  const nats = await connectNats(url, 'events tool');
  clearTimeout(patience);
  try {
    return await work(nats);
  } finally {
    await nats.close();
  }
}

const say = (sentence: string): void => {
  process.stdout.write(`${sentence}\n`);
};

const lagText = (lag: number): string => (Number.isFinite(lag) ? String(lag) : 'no place yet');

function statusLine({ service, unpublished, oldestUnpublishedAt, parked, hears }: ServiceStatus): string {
  const waiting = oldestUnpublishedAt ? `${unpublished} since ${oldestUnpublishedAt.toISOString()}` : '0';
  const heard = hears.map(
    ({ upstream, aside, lag }) => `${aside ? `${aside} of ` : ''}${upstream} ${lagText(lag)}`,
  );
  const counts = `${parked.RETRYING} retrying, ${parked.WAITING} waiting, ${parked.DEAD} dead`;
  return `${service.padEnd(11)} to send: ${waiting.padEnd(4)} parked: ${counts.padEnd(34)} behind: ${heard.join(', ') || 'nobody'}`;
}

async function showStatus(): Promise<void> {
  const places = await placesOf(servicesInReach());
  const { services, isSettled } = await withNats((nats) => status(places, nats, province()));
  for (const service of services) say(statusLine(service));
  say(
    isSettled
      ? 'Settled: everything has been sent and taken in.'
      : 'Not settled: something is on its way or stuck.',
  );
}

function timeOf(since: string | undefined): Date | undefined {
  const from = since === undefined ? undefined : new Date(since);
  if (from && Number.isNaN(from.getTime()))
    throw new WrongCall(`${since} is not a time like 2026-07-06T08:00:00+07:00.`);
  return from;
}

async function replayService(name: string, since: string | undefined): Promise<void> {
  const from = timeOf(since);
  const sent = await withNats((nats) =>
    replay({ service: name, databaseUrl: databaseOf(name), nats, province: province(), since: from }),
  );
  say(`${sent} events of ${name} were sent again; whoever had them drops them.`);
}

const DAY_MS = 24 * 60 * 60 * 1000;

const disagreement = ({ service, kind, reaction, events, example }: Disagreement): string =>
  kind === 'NOT_TAKEN_IN'
    ? `${service} has not taken in ${events} events for ${reaction}, such as ${example}`
    : `${service} has taken in ${events} events for ${reaction} that nobody has sent, such as ${example}`;

async function compare(since: string | undefined): Promise<void> {
  const from = timeOf(since) ?? new Date(Date.now() - DAY_MS);
  const services = await Promise.all(
    serviceNames.map(async (name): Promise<ComparedService> => {
      const { reactions, projections, asides = [] } = await definitionOf(name);
      return { name, databaseUrl: databaseOf(name), reactions, projections, asides };
    }),
  );
  const { events, found } = await disagreements(services, from);
  for (const each of found) say(disagreement(each));
  say(
    found.length === 0
      ? `Inboxes and outboxes agree on ${events} events since ${from.toISOString()}.`
      : 'They do not agree. On its way still? `npm run events -- status` tells.',
  );
  if (found.length > 0) process.exitCode = 1;
}

async function handleDeadLetters(
  name: string,
  action: string | undefined,
  id: string | undefined,
): Promise<void> {
  const databaseUrl = databaseOf(name);
  if (action === undefined) {
    const letters = await deadLetters(databaseUrl);
    for (const letter of letters) {
      const next = letter.nextAttemptAt ? `, next at ${letter.nextAttemptAt.toISOString()}` : '';
      say(
        `${letter.id}  ${letter.status.padEnd(8)}  ${letter.name ?? '(unreadable)'} of ${letter.aggregateId ?? '?'}`,
      );
      say(`    for ${letter.reaction}, ${letter.attempts} attempts${next}: ${letter.reason}`);
    }
    say(
      letters.length === 0
        ? `Nothing is parked in ${name}.`
        : `${letters.length} events are parked in ${name}.`,
    );
    return;
  }
  if (action !== 'retry' && action !== 'discard') throw new WrongCall(`Say retry or discard, not ${action}.`);
  if (!id || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) {
    throw new WrongCall(
      `Name the parked event by its id, as \`npm run events -- dead-letters ${name}\` shows it.`,
    );
  }
  const act = action === 'retry' ? retryDeadLetter : discardDeadLetter;
  if (!(await act(databaseUrl, id))) throw new Mistake(`${name} has no unresolved event ${id}.`);
  say(action === 'retry' ? 'It is tried again within a second.' : 'It is given up; facts behind it go on.');
}

async function rebuildProjection(name: string, wanted: string | undefined): Promise<void> {
  const definition = await definitionOf(name);
  const projection = definition.projections.find((each) => each.name === wanted);
  if (!projection) {
    const names = definition.projections.map((each) => each.name).join(', ') || 'none';
    throw new Mistake(`${name} has no projection ${wanted ?? 'without a name'}. It has: ${names}.`);
  }
  const places = await placesOf([...new Set([name, ...upstreamsOf(projection)])]);
  const place = places[0];
  if (!place) throw new Mistake(`${name} is not in reach.`);
  const sent = await withNats((nats) => rebuild({ place, projection, places, nats, province: province() }));
  say(`${projection.name} of ${name} was emptied; ${sent} events are on their way to fill it again.`);
}

/** Makes the streams of the link: of this province, or of the hub between `codes`. */
async function linkStreams(codes: readonly string[] | null): Promise<void> {
  const replicas = Number(process.env.NATS_REPLICAS ?? 1);
  await withNats(async (nats) => {
    const manager = await managerOf(nats);
    if (codes === null) await openLink(manager, province(), replicas);
    else await openExchange(manager, codes, replicas);
  });
  say(
    codes === null
      ? `The streams of ${province()} are there: what is for others leaves by ${leavingStream(province())}, theirs arrive in ${arrivedStream(province())}. Nothing leaves and nobody hears unless the workers of transfers have PROVINCE_LINK=on.`
      : `The hub takes what leaves ${codes.join(', ')}, and gives each what is for it: their users need the rights that \`npm run k8s -- nats hub ${codes.join(' ')}\` prints.`,
  );
}

await runTool(usage, async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { since: { type: 'string' } },
  });
  const [command, service, third, fourth] = positionals;
  if (command === undefined) throw new WrongCall('What shall it do?');
  else if (command === 'status') await showStatus();
  else if (command === 'replay') await replayService(serviceCalled(service), values.since);
  else if (command === 'compare') await compare(values.since);
  else if (command === 'dead-letters') await handleDeadLetters(serviceCalled(service), third, fourth);
  else if (command === 'rebuild') await rebuildProjection(serviceCalled(service), third);
  else if (command === 'link') await linkStreams(null);
  else if (command === 'exchange' && service !== undefined) await linkStreams(positionals.slice(1));
  else if (command === 'exchange') throw new WrongCall('Between which provinces? Name their codes.');
  else throw new WrongCall(`There is no command ${command}.`);
});
