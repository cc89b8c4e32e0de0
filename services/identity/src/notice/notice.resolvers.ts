import type { Actor } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { mutate } from '@dang/service/mutation';
import { type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { MarkNoticesReadInput, Resolvers } from '../generated/graph.ts';
import { countUnread, findNotices, markRead, markReadThrough, recipientsOf } from './notice.rows.ts';
import { findPreference, findPreferences, isMandatory, savePreference } from './preference.rows.ts';

const idsLimit = 100;
const cursorShape = z.tuple([z.guid()]);

const signedIn = ({ actor }: GraphContext): Actor => {
  if (!actor) throw new Error('a root field that needs a session was reached without one');
  return actor;
};

async function mark(
  em: SqlEntityManager,
  actor: Actor,
  { ids, through }: MarkNoticesReadInput,
): Promise<Refusal | { id: string }> {
  const done = { id: actor.accountId };
  const recipients = recipientsOf(actor);
  if (through && ids) return refuse('INVALID_INPUT', { field: 'through' });
  if (through)
    return (await markReadThrough(em, recipients, through))
      ? done
      : refuse('NOT_FOUND', { field: 'through' });
  const named = new Set(ids ?? []);
  if (named.size < 1 || named.size > idsLimit) return refuse('INVALID_INPUT', { field: 'ids' });
  const marked = await markRead(em, recipients, [...named]);
  return marked === named.size ? done : refuse('NOT_FOUND', { field: 'ids' });
}

export const noticeResolvers: Resolvers = {
  Query: {
    async notices(_parent, { unreadOnly, first, after }, context) {
      const recipients = recipientsOf(signedIn(context));
      const page = pageArgs(first, after);
      const place = page.after === null ? null : decodeCursor(page.after, cursorShape)[0];
      const wanted = { limit: page.limit, after: place, unreadOnly: unreadOnly ?? false };
      const rows = await findNotices(context.em, recipients, wanted);
      return {
        ...connection(rows, page.first, ({ id }) => [id]),
        unreadCount: () => countUnread(context.em, recipients),
      } as never;
    },
    noticePreferences: (_parent, _args, context) =>
      findPreferences(context.em, signedIn(context).accountId, context.clock.today()),
  },

  Mutation: {
    markNoticesRead(_parent, { input }, context) {
      const actor = signedIn(context);
      const call = {
        name: 'markNoticesRead',
        input,
        field: 'inbox' as const,
        load: async (em: SqlEntityManager) => ({ unreadCount: await countUnread(em, recipientsOf(actor)) }),
      };
      return mutate(context, call, (em) => mark(em, actor, input));
    },
    setNoticePreference(_parent, { input }, context) {
      const { accountId } = signedIn(context);
      const today = context.clock.today();
      const call = {
        name: 'setNoticePreference',
        input,
        field: 'preference' as const,
        load: (em: SqlEntityManager) => findPreference(em, accountId, input.kind, today),
      };
      return mutate(context, call, async (em) => {
        if (input.muted && (await isMandatory(em, input.kind, today)))
          return refuse('NOTICE_MANDATORY', { field: 'muted' });
        await savePreference(em, accountId, input);
        return { id: accountId };
      });
    },
  },
};
