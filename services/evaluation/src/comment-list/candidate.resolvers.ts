import type { GraphContext } from '@dang/service/context';
import { type Connection, connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { refusalMessage } from '@dang/service/refusal';
import { searchKey } from '@dang/vietnam/text';
import { z } from 'zod';
import type { OrgUnitCommentCandidatesArgs, RequireFields, Resolvers } from '../generated/graph.ts';
import { pathInScope } from '../seat.ts';
import { exemptionRulesOf } from './comment-list.loaders.ts';
import { findListedMembers, type ListedMember, residenceAt } from './member-facts.rows.ts';
import { needsReason, type RowBar, type RowWish, rowBar } from './row.rules.ts';

/** A member as the picker shows them. */
interface Candidate extends ListedMember {
  readonly bar: RowBar | null;
  readonly needsReason: boolean;
}

const cursorShape = z.tuple([z.string().max(500), z.guid()]);

/** The same as `searchKey`: without marks, in small letters. */
const folded = `lower(regexp_replace(normalize(translate(member.full_name, 'đĐ', 'dD'), NFD), '[\\u0300-\\u036f]', '', 'g'))`;

/** A text that is looked for as it stands. */
const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** The members below a unit by name, with what keeps each of them from a list; null for a unit outside of the actor's scope. */
async function candidatesBelow(
  context: GraphContext,
  unitId: string,
  wish: RequireFields<OrgUnitCommentCandidatesArgs, 'purpose' | 'type'>,
): Promise<Connection<Candidate> | null> {
  const { first, limit, after } = pageArgs(wish.first, wish.after);
  const place = after === null ? [] : decodeCursor(after, cursorShape);
  const unitPath = await pathInScope(context, unitId);
  if (unitPath === null) return null;
  const { year, purpose, type } = wish;
  const search = searchKey(wish.search ?? '');
  const frame = { unitPath, year, today: context.clock.today() };
  const members = await findListedMembers(context.em, frame, {
    where: `branch.path <@ ?::ltree${search ? ` and ${folded} like ?` : ''}${after === null ? '' : ' and (member.full_name, member.id) > (?, ?::uuid)'}`,
    values: [unitPath, ...(search ? [`%${literal(search)}%`] : []), ...place],
    tail: 'order by member.full_name, member.id limit ?',
    tailValues: [limit],
  });
  // as if a reason were given: whether one is needed is told beside
  const asked: RowWish = { purpose, year, type, inclusionReason: 'khi cần thiết' };
  const rows = members.map((member) => ({
    ...member,
    bar: rowBar(member, asked),
    needsReason: needsReason(member.rule, asked),
  }));
  return connection(rows, first, ({ fullName, memberId }) => [fullName, memberId]);
}

const unit = (id: string | null) => (id === null ? null : { id });

export const candidateResolvers: Resolvers = {
  OrgUnit: {
    commentCandidates: ({ id }, wish, context) => candidatesBelow(context, id, wish),
  },
  CommentCandidate: {
    member: ({ memberId }: Candidate) => ({ id: memberId }),
    memberName: ({ fullName }: Candidate) => fullName,
    branch: ({ branchId }: Candidate) => unit(branchId),
    residenceUnit: ({ place, branchId }: Candidate) => unit(residenceAt(place, branchId).residenceUnitId),
    residenceBranch: ({ place, branchId }: Candidate) => unit(residenceAt(place, branchId).residenceBranchId),
    exemption: async ({ rule }: Candidate, _, context) =>
      rule && !rule.yearlyComment
        ? ((await exemptionRulesOf(context)).find(({ code }) => code === rule.code) ?? null)
        : null,
    code: ({ bar }: Candidate) => bar?.code ?? null,
    reason: ({ bar }: Candidate, _, { language }) =>
      bar && refusalMessage(bar.code, language, bar.params ?? {}),
  },
};
