import {
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
  type StreamSource,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import type { EventContract } from './contract.ts';
import { LetterAnswered } from './contracts/transfers/letter-answered.ts';
import { LetterSentOut } from './contracts/transfers/letter-sent-out.ts';
import type { ReadEnvelope } from './envelope.ts';
import { ARRIVED, LEAVING, letterSubject, stampOf } from './link.ts';
import { MESSAGE_ID_WINDOW_MS, STREAM_AGE_MS, STREAM_NOT_FOUND, streamName } from './stream.ts';

/** An event that leaves a province, and how the code of the province that it is for is read from it; null: it is for none. */
interface Carried {
  event: EventContract<string>;
  to(data: unknown): string | null;
}

const carry = <Data>(event: EventContract<string, Data>, to: (data: Data) => string | null): Carried => ({
  event,
  to: (data) => to(event.data.parse(data)),
});

/** What leaves a province: letters to other provinces, and what became of theirs. Nothing else does. */
export const carried: readonly Carried[] = [
  carry(LetterSentOut, ({ destination }) => destination.provinceCode),
  carry(LetterAnswered, ({ toProvinceCode }) => toProvinceCode),
];

/** A code that can stand in a subject. */
const CODE = /^[A-Za-z0-9]{1,20}$/;

/**
 * Where this event of a province goes: the subject on which it leaves, or null: it stays, for it is for no province, for the
 * province itself, or is none that leaves. Throws when its data break the contract, or name no code of a province.
 */
export function leavingSubjectOf(event: ReadEnvelope): string | null {
  const known = carried.find(
    ({ event: { service, name } }) => name === event.name && service === event.service,
  );
  const to = known?.to(event.data) ?? null;
  if (known === undefined || to === null || to === event.province) return null;
  if (!CODE.test(to)) throw new Error(`${event.name} is for a province called "${to.slice(0, 40)}"`);
  return letterSubject(event.province, to, event.name, known.event.version);
}

/** What the JetStream of a province, and that of the hub, are called over the link. */
export const domainOf = (province: string): string => `p${province}`;
export const HUB_DOMAIN = 'hub';

/** By what a province asks the hub for places in the exchange: a name that NATS itself gives no meaning to. */
export const HUB_API = 'hub.API';

/** The hub's stream of everything that provinces have sent each other. */
export const EXCHANGE_STREAM = 'EXCHANGE';

/** The streams of a province on its side of the link: what leaves it, and what has come. */
export const leavingStream = (province: string): string => streamName(province, LEAVING);
export const arrivedStream = (province: string): string => streamName(province, ARRIVED);

/** What of the exchange a province may ask for: what is for it, whoever sent it. */
export const arrivingFilter = (province: string): string => `${stampOf('*')}.letters.*.${province}.>`;

/** Where the hub is brought what leaves a province, and a province what is for it: nobody else speaks or listens there. */
export const leavingBy = (province: string): string => `leaving.${province}`;
export const arrivingBy = (province: string): string => `arriving.${province}`;

const kept = {
  storage: StorageType.File,
  retention: RetentionPolicy.Limits,
  max_age: nanos(STREAM_AGE_MS),
  duplicate_window: nanos(MESSAGE_ID_WINDOW_MS),
};

/** Before letters had addresses, these streams were copies of everything under its own subject: these go. */
const OF_BEFORE = 'dang.>';

async function keep(
  manager: JetStreamManager,
  wanted: Partial<StreamConfig> & { name: string },
): Promise<void> {
  try {
    await manager.streams.info(wanted.name);
  } catch (error) {
    if ((error as { code?: number }).code !== STREAM_NOT_FOUND) throw error;
    await manager.streams.add(wanted);
    return;
  }
  await manager.streams.update(wanted.name, { sources: [], ...wanted });
  await manager.streams.purge(wanted.name, { filter: OF_BEFORE });
}

/**
 * Makes the two streams of a province's side, or brings them up to date (those of before letters had addresses, too: what they
 * held is taken out, and what the province itself had told leaves again). Letters from others arrive by themselves, and go on
 * where they stopped after the link was cut. The hub is asked for what is for this province, and would give nothing else.
 */
export async function openLink(manager: JetStreamManager, province: string, replicas = 1): Promise<void> {
  await keep(manager, {
    ...kept,
    name: leavingStream(province),
    num_replicas: replicas,
    subjects: carried.map(({ event }) => letterSubject(province, '*', event.name, event.version)),
  });
  const source = {
    name: EXCHANGE_STREAM,
    filter_subject: arrivingFilter(province),
    external: { api: HUB_API, deliver: arrivingBy(province) },
  };
  await keep(manager, {
    ...kept,
    name: arrivedStream(province),
    num_replicas: replicas,
    sources: [source as StreamSource],
  });
}

/**
 * Makes the hub's stream, or brings it up to date: it takes what leaves each of these provinces, when it can be reached, and puts
 * in front of every subject over whose link it came.
 */
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
          external: { api: `$JS.${domainOf(province)}.API`, deliver: leavingBy(province) },
          subject_transforms: [{ src: '>', dest: `${stampOf(province)}.>` }],
        }) as StreamSource,
    ),
  });
}
