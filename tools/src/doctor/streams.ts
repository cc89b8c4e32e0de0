import { setTimeout as pause } from 'node:timers/promises';
import { durableOf, lagOf } from '@dang/events/consumer';
import { isLinked } from '@dang/events/link';
import { arrivedStream, arrivingFilter, leavingStream } from '@dang/events/link-streams';
import { placesBeside, upstreamsOf } from '@dang/events/operate';
import { MESSAGE_ID_WINDOW_MS, managerOf, streamName } from '@dang/events/stream';
import type { StreamConfig } from '@nats-io/jetstream';
import { type Finding, findingsOf, LOOK_AGAIN_MS, type Patient } from './finding.ts';

const NS_A_MS = 1_000_000;

/** The stream of what a service publishes: there, on disk, copied in production, and not empty while its outbox is not. */
async function examineStream(patient: Patient): Promise<Finding[]> {
  const { nats, name, province, client, source } = patient;
  const { fine, notice, trouble } = findingsOf(name);
  if (!nats) return [];
  const stream = streamName(province, name);
  const manager = await managerOf(nats);
  const info = await manager.streams.info(stream).catch(() => null);
  if (!info) return [trouble(`NATS has no stream ${stream}: a worker makes it when it starts`)];
  const { config, state } = info;
  const found: Finding[] = [];
  if (config.storage !== 'file') found.push(trouble(`stream ${stream} lies in memory`));
  if (config.duplicate_window < MESSAGE_ID_WINDOW_MS * NS_A_MS)
    found.push(trouble(`stream ${stream} forgets message ids after ${config.duplicate_window / NS_A_MS} ms`));
  if (config.num_replicas < 3 && (source.NODE_ENV ?? 'production') === 'production')
    found.push(notice(`stream ${stream} has ${config.num_replicas} copies; a cluster of three keeps three`));
  if (state.messages === 0) {
    const { rows } = await client.query<{ sent: boolean }>(
      `select exists (select from outbox where published_at > now() - interval '7 days') as sent`,
    );
    if (rows[0]?.sent)
      found.push(
        trouble(`stream ${stream} is empty though events have left: npm run events -- replay ${name}`),
      );
  }
  found.push(fine(`stream ${stream} holds ${state.messages} events, ${Math.round(state.bytes / 1e6)} MB`));
  return found;
}

/** Has every consumer of a service its place, and does it come nearer to the end? */
async function examineConsumers({ nats, name, province, definition, source }: Patient): Promise<Finding[]> {
  const { fine, trouble } = findingsOf(name);
  if (!nats) return [];
  const consumers = [
    { name: null, upstreams: upstreamsOf(definition) },
    ...placesBeside({ ...definition, name }, isLinked(source)),
  ].flatMap((place) =>
    place.upstreams.map((upstream) => ({
      nats,
      province,
      upstream,
      durable: durableOf(name, place.name),
      subjects: [],
    })),
  );
  const lags = () => Promise.all(consumers.map(lagOf));
  const first = await lags();
  const isBehind = first.some((lag) => lag > 0);
  if (isBehind) await pause(LOOK_AGAIN_MS);
  const second = isBehind ? await lags() : first;
  const stuck = consumers.flatMap(({ upstream, durable }, index) => {
    const [before = 0, now = 0] = [first[index], second[index]];
    if (now === Number.POSITIVE_INFINITY)
      return [trouble(`${durable} has no place in what ${upstream} sends`)];
    return now > 0 && now >= before
      ? [trouble(`${durable} does not catch up with ${upstream}: ${now} events are before it`)]
      : [];
  });
  const behind = second.reduce((sum, lag) => sum + (Number.isFinite(lag) ? lag : 0), 0);
  return [
    ...stuck,
    ...(stuck.length === 0 ? [fine(`${consumers.length} places in streams, ${behind} events behind`)] : []),
  ];
}

/** The streams of the link, where it is on: there, and of the form in which letters have addresses. */
async function examineLink({ nats, name, province, definition, source }: Patient): Promise<Finding[]> {
  if (!nats || definition.link === undefined || !isLinked(source)) return [];
  const { fine, trouble } = findingsOf(name);
  const { streams } = await managerOf(nats);
  const found = async (stream: string, isRight: (config: StreamConfig) => boolean): Promise<Finding[]> => {
    const info = await streams.info(stream).catch(() => null);
    if (info && isRight(info.config)) return [];
    const what = info
      ? `stream ${stream} is of before letters had addresses`
      : `NATS has no stream ${stream}`;
    return [trouble(`the link is on, and ${what}: npm run events -- link`)];
  };
  const wrong = [
    ...(await found(leavingStream(province), ({ subjects }) => (subjects ?? []).length > 0)),
    ...(await found(
      arrivedStream(province),
      ({ sources }) => sources?.[0]?.filter_subject === arrivingFilter(province),
    )),
  ];
  return wrong.length > 0 ? wrong : [fine('the streams of the link to other provinces are there')];
}

/** Streams and places of a service. */
export const examineStreams = async (patient: Patient): Promise<Finding[]> => [
  ...(await examineStream(patient)),
  ...(await examineLink(patient)),
  ...(await examineConsumers(patient)),
];
