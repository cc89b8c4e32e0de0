import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Envelope } from '@dang/events/envelope';
import { makeClock } from '@dang/service/clock';
import { runJob } from '@dang/service/jobs';
import { makeLogger } from '@dang/service/logger';
import { openSubgraph, testActor, testDatabase } from '@dang/service/testing';
import { definition } from '../src/definition.ts';
import { loadDemoData } from '../src/demo-data.ts';
import { applyReorganisations } from '../src/reorganisation/reorganisation.jobs.ts';
import { smallTree, unit } from './orgtree-stage.ts';

/** The organisation board of the city, which may change everything below the city. */
export const board = testActor({
  role: 'ORG_BOARD_STAFF',
  unitId: unit.city,
  title: 'Chuyên viên Ban Tổ chức',
});

/** What comes back of a reorganisation, for tests. */
export const TOLD = `reorganisation { id version status effectiveOn membersMoved temporaryMembersMoved
  changes(first: 100) { edges { node { unit { id } what before { code name } after { code name } successor { id } } } } }
  refusal { code field message }`;

/** The small tree with hands to change it. */
export async function openTree() {
  const subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('orgtree') });
  /** The small tree, as if nothing had happened to it. */
  async function reset(): Promise<void> {
    await subgraph.em().execute(
      `truncate unit, unit_period, membership, headcount, placement, member_name, demo_load, inbox, parked_event, outbox,
           idempotency_key, dossier_state, officers_copy cascade`,
    );
    await loadDemoData(subgraph.em(), smallTree);
    await subgraph.drainOutbox();
  }
  await reset();
  const { orm, environment } = subgraph;
  const given = {
    orm,
    environment,
    log: makeLogger({ service: 'orgtree', role: 'worker', level: 'silent' }),
    service: 'orgtree',
  };

  /** Runs an act with a decision of today, unless `input` says otherwise; answers `{ reorganisation, refusal }`. */
  async function act(name: string, input: object, actor: Actor | null = board, over: object = {}) {
    const decision = { number: '12-QĐ/TU', decidedOn: '2026-07-01', effectiveOn: '2026-07-06', ...over };
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await subgraph.execute(
      `mutation($input: ${type}!) { ${name}(input: $input) { ${TOLD} } }`,
      {
        input: { idempotencyKey: randomUUID(), ...(name.startsWith('cancel') ? {} : { decision }), ...input },
      },
      actor,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data?.[name];
  }

  /** A unit with its version, as an act names it. */
  async function seen(id: string): Promise<{ id: string; expectedVersion: number }> {
    const [row] = await subgraph
      .em()
      .execute<{ version: number }[]>('select version from unit where id = ?', [id]);
    return { id, expectedVersion: row?.version ?? 1 };
  }

  async function ask(query: string, variables: Record<string, unknown> = {}, actor: Actor = board) {
    const { data, errors } = await subgraph.execute(query, variables, actor);
    if (errors) throw new Error(JSON.stringify(errors));
    return data ?? {};
  }

  /** The code, name and parent of a unit on a day; null when it is not there. */
  const look = async (id: string, asOf: string | null = null) =>
    (
      await ask('query($id: UUID!, $asOf: Date) { unit(id: $id, asOf: $asOf) { code name parent { id } } }', {
        id,
        asOf,
      })
    ).unit;

  const made = (name: string, more: object = {}) => ({ name, type: 'BRANCH', kind: 'RESIDENTIAL', ...more });

  /** The day comes: what was planned for it is done. */
  const later = (day: string) => runJob(applyReorganisations, { ...given, clock: makeClock(day) });

  return { ...subgraph, reset, later, act, seen, ask, look, made };
}

/** The data of the events of one name. */
export const dataOf = (events: readonly Envelope[], name: string) =>
  // biome-ignore lint/suspicious/noExplicitAny: a test says what shape it expects
  events.filter(({ type }) => type.includes(name)).map(({ data }) => data as any);
