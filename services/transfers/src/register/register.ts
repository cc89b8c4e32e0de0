import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Number and year of an entry in a unit's introduction register, as people write it: `15/2026`. */
export interface RegisterNumber {
  readonly number: number;
  readonly year: number;
}

/** A box that is entered into the register of its unit. `day` is `YYYY-MM-DD`. */
export interface RegisterPlace {
  readonly unitId: string;
  readonly letterId: string;
  readonly index: number;
  readonly direction: 'OUT' | 'IN';
  readonly day: string;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

async function knownNumber(em: SqlEntityManager, box: RegisterPlace): Promise<RegisterNumber | null> {
  const [known]: RegisterNumber[] = await em.execute(
    'select seq as number, year from register_entry where letter_id = ? and box_index = ?',
    [box.letterId, box.index],
  );
  return known ?? null;
}

/** The number that the box would be given now; whoever is quicker takes it. */
export async function foreseeNumber(em: SqlEntityManager, box: RegisterPlace): Promise<RegisterNumber> {
  const known = await knownNumber(em, box);
  if (known) return known;
  const year = yearOf(box.day);
  const [counter]: { last: number }[] = await em.execute(
    'select last from register_counter where unit_id = ? and year = ? and direction = ?',
    [box.unitId, year, box.direction],
  );
  return { number: (counter?.last ?? 0) + 1, year };
}

/**
 * Enters a signed box into the register of its unit (Sổ giới thiệu sinh hoạt đảng, mẫu 10-SHĐ) and answers its number: gap-free
 * per unit, year and direction, because the counter's row stays locked until the signature commits or is rolled back
 * with it. A box that is signed again keeps its number, and so does a letter that becomes void.
 */
export async function enterIntoRegister(em: SqlEntityManager, box: RegisterPlace): Promise<RegisterNumber> {
  const known = await knownNumber(em, box);
  if (known) return known;
  const [entry]: RegisterNumber[] = await em.execute(
    `with taken as (
       insert into register_counter (unit_id, year, direction, last) values (?, ?, ?, 1)
       on conflict (unit_id, year, direction) do update set last = register_counter.last + 1
       returning unit_id, year, direction, last
     )
     insert into register_entry (unit_id, year, direction, seq, letter_id, box_index, entered_on)
     select unit_id, year, direction, last, ?, ?, ? from taken
     returning seq as number, year`,
    [box.unitId, yearOf(box.day), box.direction, box.letterId, box.index, box.day],
  );
  if (!entry) throw new Error('the register gave no number');
  return entry;
}
