import { plannedOnce } from '@dang/service/planned-once';
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

/** The number that the box would be given now; whoever is quicker takes it. */
export async function foreseeNumber(em: SqlEntityManager, box: RegisterPlace): Promise<RegisterNumber> {
  const year = yearOf(box.day);
  const [foreseen]: RegisterNumber[] = await em.execute(
    `select coalesce(entry.seq, counter.last + 1, 1) as number, coalesce(entry.year, ?) as year
     from (values (?::uuid, ?::smallint, ?::uuid)) as box (letter_id, box_index, unit_id)
     left join register_entry entry using (letter_id, box_index, unit_id)
     left join register_counter counter on counter.unit_id = box.unit_id and counter.year = ? and counter.direction = ?`,
    [year, box.letterId, box.index, box.unitId, year, box.direction],
  );
  if (!foreseen) throw new Error('the register foresees no number');
  return foreseen;
}

/**
 * Enters a signed box into the register of its unit (Sổ giới thiệu sinh hoạt đảng, mẫu 10-SHĐ) and answers its number: gap-free
 * per unit, year and direction, because the counter's row stays locked until the signature commits or is rolled back
 * with it. A box that is signed again by the same unit keeps its number, and so does a letter that becomes void. Another unit, to which the box
 * has come since, enters it into its own register; the entry of the first stays in that of the first.
 */
export async function enterIntoRegister(em: SqlEntityManager, box: RegisterPlace): Promise<RegisterNumber> {
  const { letterId, index, unitId, direction, day } = box;
  const [entry]: RegisterNumber[] = await em.execute(
    plannedOnce(`with known as (
       select seq as number, year from register_entry where letter_id = ? and box_index = ? and unit_id = ?
     ), taken as (
       insert into register_counter (unit_id, year, direction, last)
       select ?::uuid, ?::int, ?, 1 where not exists (select from known)
       on conflict (unit_id, year, direction) do update set last = register_counter.last + 1
       returning unit_id, year, direction, last
     ), entered as (
       insert into register_entry (unit_id, year, direction, seq, letter_id, box_index, entered_on)
       select unit_id, year, direction, last, ?, ?, ? from taken
       returning seq as number, year
     )
     select number, year from known union all select number, year from entered`),
    [letterId, index, unitId, unitId, yearOf(day), direction, letterId, index, day],
  );
  if (!entry) throw new Error('the register gave no number');
  return entry;
}
