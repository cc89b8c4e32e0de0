import {
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
  type StreamSource,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { LetterAnswered } from './contracts/transfers/letter-answered.ts';
import { LetterSentOut } from './contracts/transfers/letter-sent-out.ts';
import { subjectOf } from './envelope.ts';
import { STREAM_AGE_MS, streamName } from './stream.ts';

/** What leaves a province: letters to other provinces, and what became of theirs. Nothing else does. */
const leaving = [LetterSentOut, LetterAnswered];

/** Where the JetStream of a province, and that of the hub, are asked over the link. */
export const domainOf = (province: string): string => `p${province}`;
export const HUB_DOMAIN = 'hub';

/** The hub's stream of everything that provinces have sent each other. */
export const EXCHANGE_STREAM = 'EXCHANGE';

/** The streams of a province on its side of the link: what leaves it, and what has come. */
export const leavingStream = (province: string): string => streamName(province, 'leaving');
export const arrivedStream = (province: string): string => streamName(province, 'arrived');

const kept = { storage: StorageType.File, retention: RetentionPolicy.Limits, max_age: nanos(STREAM_AGE_MS) };

async function keep(
  manager: JetStreamManager,
  wanted: Partial<StreamConfig> & { name: string },
): Promise<void> {
  const known = new Set<string>();
  for await (const { config } of manager.streams.list()) known.add(config.name);
  if (known.has(wanted.name)) await manager.streams.update(wanted.name, wanted);
  else await manager.streams.add(wanted);
}

/**
 * Makes the two streams of a province's side, or brings them up to date: events of others arrive by themselves, and go on
 * where they stopped after the link was cut. What leaves is copied within the province, so that the hub reads no other stream.
 */
export async function openLink(manager: JetStreamManager, province: string, replicas = 1): Promise<void> {
  const subjects = leaving.map(({ name }) => subjectOf(province, 'transfers', name));
  await keep(manager, {
    ...kept,
    name: leavingStream(province),
    num_replicas: replicas,
    sources: subjects.map((filter_subject) => ({ name: streamName(province, 'transfers'), filter_subject })),
  });
  await keep(manager, {
    ...kept,
    name: arrivedStream(province),
    num_replicas: replicas,
    sources: [{ name: EXCHANGE_STREAM, external: { api: `$JS.${HUB_DOMAIN}.API` } } as StreamSource],
  });
}

/** Makes the hub's stream, or brings it up to date: it copies what leaves each of these provinces, when it can be reached. */
export async function openExchange(
  manager: JetStreamManager,
  provinces: readonly string[],
  replicas = 1,
): Promise<void> {
  await keep(manager, {
    ...kept,
    name: EXCHANGE_STREAM,
    num_replicas: replicas,
    sources: provinces.map(
      (province) =>
        ({
          name: leavingStream(province),
          external: { api: `$JS.${domainOf(province)}.API` },
        }) as StreamSource,
    ),
  });
}
