import {
  type JetStreamManager,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from '@nats-io/jetstream';
import { connect, type NatsConnection, nanos } from '@nats-io/transport-node';
import { natsAddress } from './nats-address.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long NATS keeps a message, and how long it knows a message id again. PostgreSQL keeps the events themselves. */
export const STREAM_AGE_MS = 30 * DAY_MS;
export const MESSAGE_ID_WINDOW_MS = 5 * 60 * 1000;

/** Tells whether the connection stands now. A client that has lost its server keeps trying, and knows it here. */
export interface Link {
  isUp(): boolean;
  /** Calls back at every loss and every return of the connection; the answer ends it. */
  onChange(listener: (isUp: boolean) => void): () => void;
}

const links = new WeakMap<NatsConnection, Link>();

/**
 * Connects to NATS, waiting for it if it is not there yet, and reconnects for ever. `url` as `natsAddress` reads it;
 * `name` shows in the server's list of connections.
 */
export async function connectNats(url: string, name: string): Promise<NatsConnection> {
  const nats = await connect({
    ...natsAddress(url),
    name,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 100,
    waitOnFirstConnect: true,
    pingInterval: 15_000,
    maxPingOut: 2,
  });
  linkOf(nats);
  return nats;
}

/** Connects to NATS once, or throws with what stood in the way: for whoever wants to know now. */
export const connectOnce = (url: string, name: string, timeoutMs: number): Promise<NatsConnection> =>
  connect({ ...natsAddress(url), name, reconnect: false, timeout: timeoutMs });

/** The state of a connection made by `connectNats`. */
export function linkOf(nats: NatsConnection): Link {
  const known = links.get(nats);
  if (known) return known;
  let isUp = !nats.isClosed();
  const listeners = new Set<(isUp: boolean) => void>();
  const tell = (state: boolean): void => {
    isUp = state;
    for (const listener of listeners) listener(state);
  };
  const watch = async (): Promise<void> => {
    for await (const { type } of nats.status()) {
      if (type === 'disconnect' || type === 'close') tell(false);
      else if (type === 'reconnect') tell(true);
    }
  };
  watch().catch(() => tell(false));
  const link: Link = {
    isUp: () => isUp,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  links.set(nats, link);
  return link;
}

/** `DANG_05_TRANSFERS`: the stream of what one service of one province publishes. */
export function streamName(province: string, service: string): string {
  return `DANG_${province}_${service.toUpperCase()}`;
}

/** The means to ask for streams and consumers, without the account check on every call. */
export function managerOf(nats: NatsConnection): Promise<JetStreamManager> {
  return jetstreamManager(nats, { checkAPI: false });
}

const settingsOf = (province: string, service: string) =>
  ({
    name: streamName(province, service),
    subjects: [`dang.${province}.${service}.>`],
    storage: StorageType.File,
    retention: RetentionPolicy.Limits,
    max_age: nanos(STREAM_AGE_MS),
    duplicate_window: nanos(MESSAGE_ID_WINDOW_MS),
  }) satisfies Partial<StreamConfig>;

/**
 * For the publisher: makes its stream where it is missing (also after NATS has lost it) and brings its settings up to
 * date. `replicas`: on how many servers of a cluster each message lies.
 */
export async function ensureStream(
  manager: JetStreamManager,
  province: string,
  service: string,
  replicas = 1,
): Promise<string> {
  const wanted = { ...settingsOf(province, service), num_replicas: replicas };
  const { name } = wanted;
  try {
    await manager.streams.add(wanted);
  } catch (error) {
    if (!isNameInUse(error)) throw error;
    await manager.streams.update(name, wanted);
  }
  return name;
}

/**
 * For whoever hears it: the stream as it is, made where it is missing, whoever comes first. Its settings are the
 * publisher's to change, and no receiver needs the right to.
 */
export async function findStream(
  manager: JetStreamManager,
  province: string,
  service: string,
): Promise<string> {
  const wanted = settingsOf(province, service);
  try {
    await manager.streams.info(wanted.name);
  } catch (error) {
    if ((error as { code?: number }).code !== STREAM_NOT_FOUND) throw error;
    await manager.streams.add(wanted).catch((failure: unknown) => {
      if (!isNameInUse(failure)) throw failure;
    });
  }
  return wanted.name;
}

const STREAM_NAME_IN_USE = 10058;
/** The code by which NATS says that it has no stream of this name. */
export const STREAM_NOT_FOUND = 10059;

function isNameInUse(error: unknown): boolean {
  return (error as { code?: number }).code === STREAM_NAME_IN_USE;
}
