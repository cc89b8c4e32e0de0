import { type Actor, scopeUnitOf } from '@dang/access/actor';
import { withinScope } from '@dang/reference/units';
import { type GraphContext, loaderOf } from '@dang/service/context';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { actsInOffice } from '../account/account-view.ts';
import { holdsCapacity } from '../position/position.rows.ts';
import { type CertificateRow, certificatesOf, officeHoldersWithin, officersOf } from './certificate.rows.ts';

/** The unit in and below which the viewer reads certificates; null for none, and for an office that is over. */
async function scopeOf(context: GraphContext, viewer: Actor): Promise<string | null> {
  const scope = scopeUnitOf(viewer, 'CERTIFICATE_READ');
  return scope && (await actsInOffice(context, viewer)) ? scope : null;
}

/** The certificates of a member, for themselves and for whoever reads those of their office; else null. Asked together, read once. */
export function certificatesOfMember(
  context: GraphContext,
  viewer: Actor,
  memberId: string,
): Promise<CertificateRow[] | null> {
  return loaderOf<string, CertificateRow[] | null>(context, 'certificates of members', async (ids) => {
    const { em } = context;
    const scope = await scopeOf(context, viewer);
    const inSight = scope ? await officeHoldersWithin(em, ids, scope) : new Set<string>();
    if (viewer.memberId) inSight.add(viewer.memberId);
    const seen = ids.filter((id) => inSight.has(id));
    const rows = Map.groupBy(seen.length > 0 ? await certificatesOf(em, seen) : [], (row) => row.memberId);
    return ids.map((id) => (inSight.has(id) ? (rows.get(id) ?? []) : null));
  }).load(memberId);
}

/** The certificates of whoever is in office in a unit today; null outside of the viewer's scope. Asked together, read once. */
export function certificatesOfUnit(
  context: GraphContext,
  viewer: Actor,
  unitId: string,
): Promise<CertificateRow[] | null> {
  return loaderOf<string, CertificateRow[] | null>(context, 'certificates of units', async (ids) => {
    const { em, clock } = context;
    const scope = await scopeOf(context, viewer);
    const inSight = scope ? await withinScope(em, ids, scope) : new Set<string>();
    const officers = inSight.size > 0 ? await officersOf(em, [...inSight], clock.today()) : [];
    const memberIds = [...new Set(officers.map(({ memberId }) => memberId))];
    const rows = memberIds.length > 0 ? await certificatesOf(em, memberIds) : [];
    const holders = Map.groupBy(officers, ({ unitId: id }) => id);
    return ids.map((id) => {
      if (!inSight.has(id)) return null;
      const here = new Set(holders.get(id)?.map((officer) => officer.memberId));
      return rows.filter((row) => here.has(row.memberId));
    });
  }).load(unitId);
}

/**
 * What the actor is to the certificates of each of these members: HOLDER, and ADMINISTRATOR where the member has or had an office in the
 * scope in which the actor, whose office runs, ends certificates.
 */
export async function relationsTo(
  em: SqlEntityManager,
  { clock }: Pick<GraphContext, 'clock'>,
  actor: Actor,
  memberIds: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  const named = scopeUnitOf(actor, 'CERTIFICATE_END');
  const scope = named && (await holdsCapacity(em, actor, clock.today())) ? named : null;
  const inScope = scope ? await officeHoldersWithin(em, memberIds, scope) : new Set<string>();
  const relations = (id: string) => [
    ...(id === actor.memberId ? ['HOLDER'] : []),
    ...(inScope.has(id) ? ['ADMINISTRATOR'] : []),
  ];
  return new Map(memberIds.map((id) => [id, new Set(relations(id))]));
}

/** The same for a request that shows many certificates. Asked together, read once. */
export function shownRelationsTo(
  context: GraphContext,
  actor: Actor,
  memberId: string,
): Promise<ReadonlySet<string>> {
  return loaderOf<string, ReadonlySet<string>>(context, 'relations to certificates', async (ids) => {
    const relations = await relationsTo(context.em, context, actor, ids);
    return ids.map((id) => relations.get(id) ?? new Set<string>());
  }).load(memberId);
}
