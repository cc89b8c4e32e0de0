import type { Background, RunningService } from '@dang/service/definition';
import { type Circuit, makeCircuit } from '@dang/service/outside/circuit';
import { openText } from '@dang/service/sealed-text';
import type { IdentityEnvironment } from '../environment.ts';
import type { ChannelName } from '../notice/preference.rows.ts';
import { type NoticeChannel, Undeliverable } from './channel.port.ts';
import { makeChannels } from './channels.ts';
import {
  type Attempt,
  claimDeliveries,
  type DueDelivery,
  planDeliveries,
  recordAttempts,
} from './delivery.rows.ts';

const BATCH = 20;
const REST_MS = 2_000;
const REASON_LENGTH = 300;

/** How long to wait after that many failed attempts, in seconds: a minute to six hours, then never. */
const RETRY_S = [60, 300, 1_800, 7_200, 21_600] as const;

type Channels = Readonly<Record<ChannelName, NoticeChannel>>;
type Circuits = Readonly<Record<ChannelName, Circuit>>;

/** One a channel: a provider of text messages that is away holds no mail up, and is left alone. */
const makeCircuits = (): Circuits => ({ EMAIL: makeCircuit(), SMS: makeCircuit(), PUSH: makeCircuit() });

async function attempt(
  delivery: DueDelivery,
  channels: Channels,
  circuits: Circuits,
  key: IdentityEnvironment['PROVINCE_KEY'],
): Promise<Attempt> {
  const { id: deliveryId, channel: name, attempts, deviceId, sealedAddress, ...notice } = delivery;
  const channel = channels[name];
  const outcome = { id: deliveryId, via: channel.name, retryIn: null, deviceGone: null };
  if (sealedAddress === null) return { ...outcome, reason: 'there is no address any more' };
  try {
    await channel.send({ deliveryId, ...notice, to: openText(key, sealedAddress) });
    circuits[name].answered();
    return { ...outcome, reason: null };
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, REASON_LENGTH);
    if (error instanceof Undeliverable) circuits[name].answered();
    else circuits[name].failed();
    if (!(error instanceof Undeliverable))
      return { ...outcome, reason, retryIn: RETRY_S[attempts - 1] ?? null };
    return { ...outcome, reason, deviceGone: error.addressGone ? deviceId : null };
  }
}

/** One round: plans what is new, sends what is due, writes down what became of it. Answers how many were tried. */
export async function deliverRound(
  { orm, environment, log }: Pick<RunningService, 'orm' | 'environment' | 'log'>,
  channels: Channels,
  circuits: Circuits = makeCircuits(),
): Promise<number> {
  await planDeliveries(orm.em.fork());
  const names = (Object.keys(channels) as ChannelName[]).filter((name) => circuits[name].room(1) > 0);
  const due = await claimDeliveries(orm.em.fork(), names, BATCH);
  const outcomes = await Promise.all(
    due.map((delivery) => attempt(delivery, channels, circuits, environment.PROVINCE_KEY)),
  );
  await recordAttempts(orm.em.fork(), outcomes);
  for (const { id, via, reason, retryIn } of outcomes) {
    if (reason !== null && retryIn === null)
      log.warn({ deliveryId: id, via, reason }, 'a notice is not sent');
  }
  return due.length;
}

/** Sends notices out of the system, in every worker at once: each delivery is in one worker's hands. */
export const deliverNotices: Background = {
  name: 'deliver-notices',
  prepare(running) {
    const channels = makeChannels(running.environment as IdentityEnvironment, running.log);
    const circuits = makeCircuits();
    return {
      async step() {
        return (await deliverRound(running, channels, circuits)) === 0 ? REST_MS : 0;
      },
      async close() {
        for (const channel of Object.values(channels)) channel.close?.();
      },
    };
  },
};
