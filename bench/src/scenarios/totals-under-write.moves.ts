import { randomUUID } from 'node:crypto';
import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { UnitRecorded } from '@dang/events/contracts/orgtree/unit-recorded';
import type { ReceivedEvent } from '@dang/events/envelope';
import type { AnyReaction } from '@dang/events/reaction';
import { unitPlaces } from '@dang/fees/totals/unit-place';
import { makeClock } from '@dang/service/clock';
import { makeLogger } from '@dang/service/logger';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from 'pg';
import { today } from './confirm.data.ts';

const clock = makeClock(today);
const log = makeLogger({ service: 'fees', role: 'bench', level: 'error' });

type Place = { path: string[]; version: number };

const reactionTo = (event: { name: string }): AnyReaction => {
  const found = unitPlaces.reactions.find((reaction) => reaction.event.name === event.name);
  if (!found) throw new Error(`nothing reacts to ${event.name}`);
  return found;
};

const DAY = '2026-07-01';

/** Moves units by what fees hears of it: their new paths, then the day of their reorganisation. */
export class Moves {
  readonly #orm: MikroORM;
  readonly #places: Map<string, Place>;
  /** Units that were given a new path so far, with all that moved below another. */
  moved = 0;

  private constructor(orm: MikroORM, places: Map<string, Place>) {
    this.#orm = orm;
    this.#places = places;
  }

  static async open(orm: MikroORM, client: Client): Promise<Moves> {
    const { rows } = await client.query<{ id: string; path: string[]; version: number }>(
      'select unit_id as id, path::text[] as path, version::int as version from unit_path',
    );
    return new Moves(orm, new Map(rows.map(({ id, path, version }) => [id, { path, version }])));
  }

  get units(): string[] {
    return [...this.#places.keys()];
  }

  /** The units so far below the root: 4 is a branch. */
  at(depth: number): string[] {
    return this.units.filter((id) => this.#places.get(id)?.path.length === depth + 1);
  }

  /** Puts a unit, with everything below it, under another one. */
  async move(unitId: string, parentId: string): Promise<void> {
    const above = this.#places.get(parentId)?.path ?? [];
    const moving = [...this.#places].filter(([, { path }]) => path.includes(unitId));
    const reorganisationId = randomUUID();
    const units = moving.map(([id, { path, version }]) => ({
      id,
      version: version + 1,
      path: [...above, ...path.slice(path.indexOf(unitId))],
      reorganisationId,
    }));
    for (const { id, version, path } of units) this.#places.set(id, { version, path });
    await this.#hear(UnitRecorded, { units });
    await this.#hear(ReorganisationApplied, { reorganisationId, effectiveOn: DAY });
    this.moved += units.length;
  }

  #hear(event: { name: string }, data: object): Promise<void> {
    const reaction = reactionTo(event);
    return this.#orm.em.fork().transactional(async (em) => {
      const time = new Date();
      const event = { data, time } as ReceivedEvent<unknown>;
      await reaction.handle({ em, clock, log, service: 'fees', province: '05' }, event);
    });
  }
}
