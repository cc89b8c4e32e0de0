import { scopeUnitOf } from '@dang/access/actor';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { blindIndex } from '@dang/service/sealed-text';
import { z } from 'zod';
import { actsInOffice, signedIn } from '../account/account-view.ts';
import { environmentOf } from '../environment.ts';
import type { Resolvers } from '../generated/graph.ts';
import { findMembersLike } from './member-search.rows.ts';
import { readSearch } from './member-search.rules.ts';

const cursorShape = z.tuple([z.string(), z.guid()]);

export const memberSearchResolvers: Resolvers = {
  Query: {
    async searchMembers(_parent, { text, unitId, first, after }, context) {
      const actor = signedIn(context);
      const page = pageArgs(first, after);
      const place = page.after === null ? null : decodeCursor(page.after, cursorShape);
      const wanted = readSearch(text);
      const scopeId = scopeUnitOf(actor, 'MEMBER_READ');
      const isOpen = scopeId !== null && (await actsInOffice(context, actor));
      if (!wanted || !isOpen) return connection([], page.first, () => []);
      const index =
        'digits' in wanted ? blindIndex(environmentOf(context).PROVINCE_INDEX_KEY, wanted.digits) : null;
      const search = { unitId: unitId ?? scopeId, scopeId, index, limit: page.limit, after: place };
      const rows = await findMembersLike(context.em, wanted, search);
      return connection(rows, page.first, (row) => [row.nameKey, row.id]);
    },
  },
};
