import type { Role } from '@dang/access/role';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Somebody who holds an approved position in a unit. `title` is what people read, such as `Bí thư chi bộ`. */
export interface Officer {
  readonly positionId: string;
  readonly memberId: string;
  readonly name: string;
  readonly role: Role;
  readonly title: string;
}

/** Who holds which position in a unit now; empty when identity never spoke of it. */
export async function officersOf(em: SqlEntityManager, unitId: string): Promise<Officer[]> {
  const [row]: { officers: Officer[] }[] = await em.execute(
    'select officers from officers_copy where unit_id = ?',
    [unitId],
  );
  return row?.officers ?? [];
}
