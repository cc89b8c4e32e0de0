import type { Client } from 'pg';
import { openConnection } from './leader.ts';
import { ARRIVED } from './link.ts';
import type { AnyReaction, Aside, Projection } from './reaction.ts';

/** A service whose inbox is held against the outboxes of the services that it hears. */
export interface ComparedService {
  readonly name: string;
  readonly databaseUrl: string;
  readonly reactions: readonly AnyReaction[];
  readonly projections?: readonly Projection[];
  readonly asides?: readonly Aside[];
}

/** What two services disagree on: an event that one sent and the other has not taken in, or one that nobody has sent. */
export interface Disagreement {
  readonly service: string;
  readonly kind: 'NOT_TAKEN_IN' | 'NEVER_SENT';
  /** The reaction's name in the inbox. */
  readonly reaction: string;
  readonly events: number;
  /** One of them. */
  readonly example: string;
}

type Sent = { id: string; service: string; name: string };

async function withDatabase<Answer>(url: string, work: (client: Client) => Promise<Answer>): Promise<Answer> {
  const { client } = await openConnection(url, 'events comparison');
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Every reaction of a service under its name in the inbox. */
const listeningOf = ({ reactions, projections = [], asides = [] }: ComparedService) => [
  ...[...reactions, ...projections.flatMap((each) => each.reactions)].map((reaction) => ({
    reaction,
    known: reaction.name,
  })),
  ...asides.flatMap(({ name, reactions: own }) =>
    own.map((reaction) => ({ reaction, known: `${name}/${reaction.name}` })),
  ),
];

const sentSince = (url: string, since: Date): Promise<Sent[]> =>
  withDatabase(url, async (client) => {
    const { rows } = await client.query<Sent>(
      'select id, service, name from outbox where occurred_at >= $1 and published_at is not null',
      [since],
    );
    return rows;
  });

/** Which of these events no outbox holds, however old. */
async function unknownTo(urls: readonly string[], ids: readonly string[]): Promise<Set<string>> {
  const left = new Set(ids);
  for (const url of urls) {
    if (left.size === 0) break;
    await withDatabase(url, async (client) => {
      const { rows } = await client.query<{ id: string }>(
        'select id from outbox where id = any($1::uuid[])',
        [[...left]],
      );
      for (const { id } of rows) left.delete(id);
    });
  }
  return left;
}

function tally(
  found: Map<string, Disagreement>,
  one: Omit<Disagreement, 'events' | 'example'>,
  id: string,
): void {
  const key = `${one.service} ${one.kind} ${one.reaction}`;
  const known = found.get(key);
  found.set(key, { ...one, events: (known?.events ?? 0) + 1, example: known?.example ?? id });
}

/**
 * Holds inboxes against outboxes, over the events since `since`: every event that has left must have been taken in by every reaction
 * that listens to it, and nothing may have been taken in that no outbox knows. The second is what databases show that were restored to
 * different moments: an effect whose cause never happened (what came from other provinces stands in no outbox here, and is left out). Meant for a system that has settled; what is on its way counts as not taken
 * in. Memory: the ids of the events since then.
 */
export async function disagreements(
  services: readonly ComparedService[],
  since: Date,
): Promise<{ events: number; found: Disagreement[] }> {
  const sent = (await Promise.all(services.map(({ databaseUrl }) => sentSince(databaseUrl, since)))).flat();
  const ids = new Set(sent.map(({ id }) => id));
  const found = new Map<string, Disagreement>();
  for (const service of services) {
    const taken = await withDatabase(service.databaseUrl, async (client) => {
      const { rows } = await client.query<{ reaction: string; id: string }>(
        `select reaction, event_id as id from inbox where received_at >= $1 and reaction not like '%(unreadable)'
           and reaction not like '${ARRIVED}/%'`,
        [since],
      );
      return rows;
    });
    const has = new Set(taken.map(({ reaction, id }) => `${reaction} ${id}`));
    for (const { reaction, known } of listeningOf(service))
      for (const event of sent)
        if (
          event.name === reaction.event.name &&
          reaction.services.includes(event.service) &&
          !has.has(`${known} ${event.id}`)
        )
          tally(found, { service: service.name, kind: 'NOT_TAKEN_IN', reaction: known }, event.id);
    const strange = taken.filter(({ id }) => !ids.has(id));
    const unknown = await unknownTo(
      services.map(({ databaseUrl }) => databaseUrl),
      [...new Set(strange.map(({ id }) => id))],
    );
    for (const { reaction, id } of strange)
      if (unknown.has(id)) tally(found, { service: service.name, kind: 'NEVER_SENT', reaction }, id);
  }
  return { events: sent.length, found: [...found.values()] };
}
