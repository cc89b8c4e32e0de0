import { scopeUnitOf } from '@dang/access/actor';
import { recordAudit } from '@dang/audit/record';
import { type AuditRow, findAuditRows } from '@dang/audit/trail';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { GraphContext } from './context.ts';
import { type Connection, connection, decodeCursor, pageArgs } from './keyset.ts';

/** The tree by which a service decides who may read which part of its trail. */
export type AuditTree = {
  /** The ids from the root to this unit, joined by dots, as of today; null for a unit that nobody knows. */
  pathOf(em: SqlEntityManager, unitId: string, today: string): Promise<string | null>;
  /** SQL for the ids of a unit and of everything below it, ended ones included; its one `?` is the path of the unit. */
  unitsBelow: string;
  /** SQL that has a row when a unit, its one `?`, is the province (or stands above it). */
  isTop: string;
};

type AuditTrailArgs = {
  unitId?: string | null;
  memberId?: string | null;
  action?: string | null;
  from?: string | null;
  to?: string | null;
  first?: number | null;
  after?: string | null;
};

const trailCursor = z.tuple([z.guid()]);

/**
 * The resolver of a service's trail: lines of a unit and of everything below it (without one: the actor's own), newest
 * first. Null for a unit out of the actor's scope. What belongs to no unit is read at the top of the tree. Reading the trail
 * leaves a line in it.
 */
export const auditTrail =
  (tree: AuditTree) =>
  async (_: unknown, args: AuditTrailArgs, context: GraphContext): Promise<Connection<AuditRow> | null> => {
    const { actor, clock } = context;
    const page = pageArgs(args.first, args.after);
    const before = page.after === null ? null : decodeCursor(page.after, trailCursor)[0];
    const scope = actor && scopeUnitOf(actor, 'AUDIT_READ');
    const unitId = args.unitId ?? scope;
    if (!scope || !unitId) return null;
    const em = context.em.fork();
    const path = await tree.pathOf(em, unitId, clock.today());
    if (!path?.split('.').includes(scope)) return null;
    const { memberId = null, action = null, from = null, to = null } = args;
    const line = { action: 'readAuditTrail', subjectKind: 'unit', subjectId: unitId, unitId };
    await recordAudit(em, [{ ...line, after: { memberId, action, from, to } }], context);
    const rows = await findAuditRows(em, {
      units: { sql: tree.unitsBelow, value: path },
      withoutUnit: (await em.execute(tree.isTop, [unitId])).length > 0,
      memberId,
      action,
      from,
      to,
      before,
      limit: page.limit,
    });
    return connection(rows, page.first, ({ id }) => [id]);
  };
