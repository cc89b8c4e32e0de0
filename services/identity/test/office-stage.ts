import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { actorNamed, type House, ids } from './identity-stage.ts';

/** Puts one of the people into an office and answers them acting in it. */
export async function inOffice(house: House, name: string, role: Role, unitId: string): Promise<Actor> {
  const positionId = randomUUID();
  await house
    .em()
    .execute(
      `insert into position (id, member_id, unit_id, role, title, from_date) values (?, ?, ?, ?, ?, '2026-01-01')`,
      [positionId, ids.member(name), unitId, role, role],
    );
  return actorNamed(name, { capacity: { positionId, role, title: role, unitId } });
}
