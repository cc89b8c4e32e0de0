import type { ServiceDefinition } from '@dang/service/definition';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Client } from 'pg';
import type { ServiceName } from '../launcher/settings.ts';

/** `trouble` needs somebody now; `notice` is worth knowing, and will be trouble some day; `fine` was looked at. */
export type Level = 'fine' | 'notice' | 'trouble';

/** What the doctor says of one thing, in one sentence. */
export interface Finding {
  readonly level: Level;
  /** Whose: a service, `nats`, `gateway`. */
  readonly of: string;
  readonly says: string;
}

/** A service in reach: its database is connected, its variables are those of its processes. */
export interface Patient {
  readonly name: ServiceName;
  readonly definition: ServiceDefinition;
  readonly client: Client;
  readonly databaseUrl: string;
  readonly source: Readonly<Record<string, string | undefined>>;
  readonly province: string;
  /** Null while NATS does not answer. */
  readonly nats: NatsConnection | null;
}

/** Makes findings of one thing. */
export const findingsOf = (of: string) => ({
  fine: (says: string): Finding => ({ level: 'fine', of, says }),
  notice: (says: string): Finding => ({ level: 'notice', of, says }),
  trouble: (says: string): Finding => ({ level: 'trouble', of, says }),
});

/** How long the doctor looks at something before it says that it stands still. */
export const LOOK_AGAIN_MS = 3_000;
