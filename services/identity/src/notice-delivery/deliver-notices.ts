import type { Background, RunningService } from '@dang/service/definition';
import { type Circuit, makeCircuit } from '@dang/service/outside/circuit';
import { openText } from '@dang/service/sealed-text';
import type { IdentityEnvironment } from '../environment.ts';
import { type ChannelName, channelNames } from '../notice/preference.rows.ts';
import { type NoticeChannel, Undeliverable } from './channel.port.ts';
import { makeChannels } from './channels.ts';
import {
  type Attempt,
  claimDeliveries,
  type DueDelivery,
  planDeliveries,
  recordAttempts,
} from './delivery.rows.ts';

/** How many go at once. Mail goes over two connections: what waits for one must be tried before its lease ends, also by a server that is slow. */
const BATCH: Readonly<Record<ChannelName, number>> = { EMAIL: 4, SMS: 20, PUSH: 20 };
const REST_MS = 2_000;
const REASON_LENGTH = 300;

/** How long to wait after that many failed attempts, in seconds: a minute to six hours, and after two days never: it is no news any more. */
const RETRY_S: readonly number[] = [60, 300, 1_800, 7_200, ...Array<number>(7).fill(21_600)];

type Running = Pick<RunningService, 'orm' | 'environment' | 'log'>;
type Channels = Readonly<Partial<Record<ChannelName, NoticeChannel>>>;
type Circuits = Readonly<Record<ChannelName, Circuit>>;

/** One a channel: a provider of text messages that is away holds no mail up, and is left alone. */
const makeCircuits = (): Circuits => ({ EMAIL: makeCircuit(), SMS: makeCircuit(), PUSH: makeCircuit() });

async function attempt(
  delivery: DueDelivery,
  channel: NoticeChannel,
  circuit: Circuit,
  key: IdentityEnvironment['PROVINCE_KEY'],
): Promise<Attempt> {
  const { id: deliveryId, attempts, deviceId, sealedAddress, channel: _name, ...notice } = delivery;
  const outcome = { id: deliveryId, via: channel.name, retryIn: null, deviceGone: null };
  const again = RETRY_S[attempts - 1] ?? null;
  if (sealedAddress === null) return { ...outcome, reason: 'there is no address any more' };
  let to: string;
  try {
    to = openText(key, sealedAddress);
  } catch {
    // about this row, and nothing about the provider
    return { ...outcome, reason: 'its address cannot be opened', retryIn: again };
  }
  try {
    await channel.send({ deliveryId, ...notice, to });
    circuit.answered();
    return { ...outcome, reason: null };
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, REASON_LENGTH);
    if (error instanceof Undeliverable) {
      circuit.answered();
      return { ...outcome, reason, deviceGone: error.addressGone ? deviceId : null };
    }
    circuit.failed();
    return { ...outcome, reason, retryIn: again };
  }
}

async function deliverBy(
  { orm, environment, log }: Running,
  name: ChannelName,
  channel: NoticeChannel,
  circuit: Circuit,
): Promise<number> {
  const room = circuit.room(BATCH[name]);
  const due = room === 0 ? [] : await claimDeliveries(orm.em.fork(), name, room);
  const outcomes = await Promise.all(
    due.map((delivery) => attempt(delivery, channel, circuit, environment.PROVINCE_KEY)),
  );
  await recordAttempts(orm.em.fork(), outcomes);
  for (const { id, via, reason, retryIn } of outcomes) {
    if (reason !== null && retryIn === null)
      log.warn({ deliveryId: id, via, reason }, 'a notice is not sent');
  }
  return due.length;
}

/** One round: plans what is new, sends what is due by these channels, writes down what became of it. Answers how many were tried. */
export async function deliverRound(
  running: Running,
  channels: Channels,
  circuits: Circuits = makeCircuits(),
): Promise<number> {
  await planDeliveries(running.orm.em.fork());
  const tried = await Promise.all(
    Object.entries(channels).map(([name, channel]) =>
      deliverBy(running, name as ChannelName, channel, circuits[name as ChannelName]),
    ),
  );
  return tried.reduce((sum, each) => sum + each, 0);
}

const deliverNoticesBy = (name: ChannelName): Background => ({
  name: `deliver-notices-${name.toLowerCase()}`,
  prepare(running) {
    const channel = makeChannels(running.environment as IdentityEnvironment, running.log)[name];
    const circuits = makeCircuits();
    return {
      async step() {
        return (await deliverRound(running, { [name]: channel }, circuits)) === 0 ? REST_MS : 0;
      },
      async close() {
        channel.close?.();
      },
    };
  },
});

/**
 * Sends notices out of the system, in every worker at once: each delivery is in one worker's hands. Each channel goes its own way, so that a
 * provider who takes his time holds up nobody else's notices.
 */
export const deliverNotices: readonly Background[] = channelNames.map(deliverNoticesBy);
