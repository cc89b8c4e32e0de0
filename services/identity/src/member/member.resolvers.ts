import { type GraphContext, loaderOf } from '@dang/service/context';
import { openText } from '@dang/service/sealed-text';
import { maskDigits } from '@dang/vietnam/identifiers';
import { environmentOf } from '../environment.ts';
import type { Resolvers } from '../generated/graph.ts';
import { heldPositionsOf } from '../position/position.rows.ts';
import type { HeldPosition } from '../position/position.rules.ts';
import { noteReads } from './file-reads.ts';
import { findMembers, findNames, type MemberRow } from './member.rows.ts';
import { memberKind, shownStatus } from './member.rules.ts';
import { visibleMember } from './member.visibility.ts';

/** A parent of `Member` fields: somebody has already decided that the viewer may see this member. */
type MemberReference = { id: string };

/** The file: everything but the name. Who opens somebody else's is on record before it is shown. */
function fileOf(context: GraphContext, { id }: MemberReference): Promise<MemberRow | null> {
  return loaderOf<string, MemberRow | null>(context, 'member-file', async (ids) => {
    const byId = new Map((await findMembers(context.em, ids)).map((row) => [row.id, row]));
    await noteReads(context, 'member', [...byId.keys()]);
    return ids.map((key) => byId.get(key) ?? null);
  }).load(id);
}

/** The name, which lists show, opens nobody's file. */
async function nameOf(context: GraphContext, member: MemberReference): Promise<string | null> {
  if (member.id === context.actor?.memberId) return (await fileOf(context, member))?.fullName ?? null;
  return loaderOf<string, string | null>(context, 'member-name', async (ids) => {
    const byId = new Map((await findNames(context.em, ids)).map((row) => [row.id, row.fullName]));
    return ids.map((key) => byId.get(key) ?? null);
  }).load(member.id);
}

function positionsOf(context: GraphContext, { id }: MemberReference): Promise<HeldPosition[]> {
  return loaderOf<string, HeldPosition[]>(context, 'held-positions', async (ids) => {
    const byMember = Map.groupBy(await heldPositionsOf(context.em, ids), ({ memberId }) => memberId);
    return ids.map((key) => byMember.get(key) ?? []);
  }).load(id);
}

/** A field that is a column of the member's file. */
const column =
  <Name extends keyof MemberRow>(name: Name) =>
  async (parent: MemberReference, _args: unknown, context: GraphContext) =>
    (await fileOf(context, parent))?.[name] as never;

/** The last digits of a sealed number, or of a clear one where nothing is sealed. */
function masked(context: GraphContext, sealed: string | null, clear: string | null = null): string | null {
  const digits = sealed === null ? clear : openText(environmentOf(context).PROVINCE_KEY, sealed);
  return digits === null ? null : maskDigits(digits);
}

export const memberResolvers: Resolvers = {
  Query: {
    me: (_parent, _args, { actor }) => (actor?.memberId ? { id: actor.memberId } : null),
    member: (_parent, { id }, context) => visibleMember(context, context.actor, id),
  },
  Member: {
    __resolveReference: (reference, context) => visibleMember(context, context.actor, reference.id),
    fullName: (parent, _args, context) => nameOf(context, parent),
    otherName: column('otherName'),
    gender: column('gender'),
    dateOfBirth: column('dateOfBirth'),
    joinDate: column('joinDate'),
    officialDate: column('officialDate'),
    async status(parent, _args, context) {
      const row = await fileOf(context, parent);
      return (row && shownStatus(row)) as never;
    },
    underInspection: column('underInspection'),
    forceCategory: column('forceCategory'),
    profileNumber: column('profileNumber'),
    async kind(parent, _args, context) {
      const row = await fileOf(context, parent);
      return row && memberKind(row.officialDate, context.clock.today());
    },
    async cardNumberMasked(parent, _args, context) {
      const row = await fileOf(context, parent);
      return row && masked(context, row.cardNumberSealed, row.legacyCardNumber);
    },
    async personalIdMasked(parent, _args, context) {
      const row = await fileOf(context, parent);
      return row && masked(context, row.personalIdSealed);
    },
    async positions(parent, _args, context) {
      return (await positionsOf(context, parent)).filter(({ kind }) => kind !== 'ADMIN_GRANT');
    },
  },
};
