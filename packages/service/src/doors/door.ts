import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Clock } from '../clock.ts';
import type { DoorsEnvironment } from './door-environment.ts';

/** What a door works with. `pool` holds plain connections, for what streams from a cursor. */
export type DoorParts = {
  orm: MikroORM;
  pool: Pool;
  environment: DoorsEnvironment;
  clock: Clock;
  log: Logger;
  metrics: Registry;
};

/**
 * Some paths beside the graph, each with a proof of its own: a provider's signature, a signed link, or nothing personal to show.
 * It gets a scope of its own: parsers and hooks of one door do not touch another.
 */
export type Door = (app: FastifyInstance, parts: DoorParts) => void;
