import { setTimeout as sleep } from 'node:timers/promises';
import { auditTables } from '@dang/audit/tables';
import { defineEvent } from '@dang/events/contract';
import { SessionEnded } from '@dang/events/contracts/identity/session-ended';
import { eventTables } from '@dang/events/migrations';
import { recordEvents } from '@dang/events/outbox';
import { defineReaction } from '@dang/events/reaction';
import { Migration } from '@mikro-orm/migrations';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { afterCommit } from '../src/after-commit.ts';
import type { GraphContext } from '../src/context.ts';
import { loaderOf } from '../src/context.ts';
import type { ServiceDefinition } from '../src/definition.ts';
import { mutate } from '../src/mutation.ts';
import { mutateMany } from '../src/mutation-many.ts';
import { refuse } from '../src/refusal.ts';
import { manyOutcomesTables, serviceTables } from '../src/tables.ts';

type NoteRow = { id: string; text: string; amount: bigint | null; version: number };
type MarkNotes = { input: { idempotencyKey: string; noteIds?: string[] | null; mark: string } };
type WriteNote = { input: { idempotencyKey: string; text: string; amount?: bigint | null } };

/** The texts that were written and stayed, as a counter outside of the database would learn of them. */
export const told: string[] = [];

/** What this subgraph publishes. */
export const NoteWritten = defineEvent({
  name: 'NoteWritten',
  service: 'notes',
  kind: 'fact',
  version: 1,
  data: z.object({ text: z.string() }),
  example: { text: 'a note' },
});

const noteEndOfSession = defineReaction({
  name: 'noteEndOfSession',
  event: SessionEnded,
  handle: async ({ em }, { data }) => {
    if (data.reason === 'broken') throw new Error('this one cannot be noted');
    await em.execute('insert into note (text) values (?)', [`${data.sessionId} ended: ${data.reason}`]);
  },
});

class FirstTables extends Migration {
  override up(): void {
    for (const sql of [...serviceTables, ...manyOutcomesTables, ...eventTables, ...auditTables])
      this.addSql(sql);
    this.addSql(
      'create table note (id uuid primary key default uuidv7(), text text not null unique, amount bigint, version int not null default 1)',
    );
  }
}

async function notesOf(em: SqlEntityManager, ids: readonly string[]): Promise<(NoteRow | null)[]> {
  const rows = await em.execute<NoteRow[]>('select * from note where id = any(?::uuid[])', [
    `{${ids.join(',')}}`,
  ]);
  return ids.map((id) => rows.find((row) => row.id === id) ?? null);
}

const loadNote = (context: GraphContext, id: string) =>
  loaderOf<string, NoteRow | null>(context, 'notes', (ids) => notesOf(context.em, ids)).load(id);

async function writeNote(_: unknown, { input }: WriteNote, context: GraphContext) {
  const call = {
    name: 'writeNote',
    input,
    field: 'note' as const,
    load: async (em: SqlEntityManager, id: string) => (await notesOf(em, [id]))[0] ?? null,
  };
  return mutate(context, call, async (em) => {
    const [row] = await em.execute<{ id: string }[]>(
      'insert into note (text, amount) values (?, ?) returning id',
      [input.text, input.amount ?? null],
    );
    if (row)
      await recordEvents(em, NoteWritten, [{ aggregateId: row.id, data: { text: input.text } }], context);
    // what is asked through the context meanwhile sees what was just written
    if (!row || !(await loadNote(context, row.id))) throw new Error('the note is not there');
    afterCommit(context, () => told.push(input.text));
    if (input.text === 'refuse me') return refuse('INVALID_INPUT', { field: 'text' });
    return { id: row.id, audit: { after: { text: input.text, amount: input.amount } } };
  });
}

/** Adds a mark to each note (to all when none is named), and tells how many; one that says `refuse me` is refused after it was written, one that says `fault` breaks. */
async function markNotes(_: unknown, { input }: MarkNotes, context: GraphContext) {
  const call = {
    name: 'markNotes',
    input,
    field: 'note' as const,
    idsField: 'noteIds',
    load: (_em: SqlEntityManager, id: string) => loadNote(context, id),
  };
  const allNotes = async (em: SqlEntityManager) => {
    const rows = await em.execute<{ id: string }[]>('select id from note order by text');
    return rows.length > 0 ? rows.map(({ id }) => id) : refuse('NOT_FOUND', { field: 'noteIds' });
  };
  const tell = async (em: SqlEntityManager, ids: readonly string[]) => {
    const data = { text: `marked ${ids.length}` };
    await recordEvents(em, NoteWritten, [{ aggregateId: ids[0] ?? '', data }], context);
  };
  const work = async (em: SqlEntityManager, id: string) => {
    const [note] = await em.execute<NoteRow[]>('select * from note where id = ? for update', [id]);
    if (!note) return refuse('NOT_FOUND', { field: 'noteIds' });
    const text = `${note.text} ${input.mark}`;
    await em.execute('update note set text = ?, version = version + 1 where id = ?', [text, id]);
    await recordEvents(em, NoteWritten, [{ aggregateId: id, data: { text } }], context);
    if ((await loadNote(context, id))?.text !== text) throw new Error('the mark is not there');
    afterCommit(context, () => told.push(text));
    if (note.text === 'refuse me') return refuse('LIST_TOO_LONG', { field: 'mark', params: { most: 7n } });
    if (note.text === 'fault') throw new Error('broken');
    return { id, audit: { after: { text } } };
  };
  return mutateMany(context, call, input.noteIds ?? allNotes, work, tell);
}

/** The one position that this subgraph takes to be over. */
export const endedPosition = '00000000-0000-4000-8000-00000000000e';

/** A subgraph of one table, for the tests of this package. */
export const definition: ServiceDefinition = {
  name: 'notes',
  entities: [],
  migrations: [{ name: 'Migration0001FirstTables', class: FirstTables }],
  schemaDir: new URL('./', import.meta.url),
  resolvers: [
    {
      Query: {
        greeting: () => 'Xin chào',
        whoami: (_: unknown, __: unknown, context: GraphContext) => context.actor?.accountId,
        note: (_: unknown, { id }: { id: string }, context: GraphContext) => loadNote(context, id),
        forgotten: () => 'nobody reads this',
        broken: (_: unknown, __: unknown, context: GraphContext) =>
          context.em.execute(`select '099123456789' as personal_id from secret_table`),
        slow: async (_: unknown, { ms }: { ms: number }) => {
          await sleep(ms);
          return 'done';
        },
        month: (_: unknown, { month }: { month: string }) => month,
      },
      Mutation: { writeNote, markNotes },
      Note: {
        __resolveReference: ({ id }: { id: string }, context: GraphContext) => loadNote(context, id),
        secret: () => 'for analysts',
      },
    },
  ],
  reactions: [noteEndOfSession],
  capacityEnded: async (_em, positionId) => positionId === endedPosition,
  projections: [],
  jobs: [
    {
      name: 'count-notes',
      cron: '* * * * *',
      async run({ em, clock }) {
        await em.execute(
          `insert into note (text) select ? || count(*) || ' notes' from note on conflict do nothing`,
          [`${clock.today()}: `],
        );
      },
    },
  ],
};
