import type { ServiceEnvironment } from '@dang/service/environment';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { maskedCard } from '../dossier/masked-card.ts';
import type { TransferKind } from '../dossier/workflows.ts';

/** A register of a unit: one a year for those who were introduced, one for those who came. */
export interface RegisterOf {
  readonly unitId: string;
  readonly year: number;
  readonly direction: 'OUT' | 'IN';
}

/** How far apart the two ends of a letter lie. */
export type IntroductionReach = 'SAME_SUPERIOR' | 'SAME_PROVINCE' | 'OTHER_PROVINCE';

/** A line of a register (Sổ giới thiệu sinh hoạt đảng, mẫu 10-SHĐ). Days are `YYYY-MM-DD`. */
export interface RegisterLine {
  readonly number: number;
  readonly enteredOn: string;
  readonly transferId: string;
  readonly kind: TransferKind;
  readonly fullName: string;
  readonly dateOfBirth: string | null;
  readonly joinDate: string | null;
  readonly officialDate: string | null;
  readonly cardNumberMasked: string | null;
  /** Of those who leave the organisation to which they go, of those who come the one from which. */
  readonly counterpart: string | null;
  readonly introducedBy: string | null;
  readonly receivedBy: string | null;
  readonly reach: IntroductionReach;
  readonly isVoid: boolean;
}

/** How many were introduced or received: for good by how far, and for a time. */
export interface RegisterCounts {
  readonly total: number;
  readonly official: number;
  readonly sameSuperior: number;
  readonly sameProvince: number;
  readonly otherProvince: number;
  readonly temporary: number;
}

const levelsOf = (branch: string) => `left join lateral (
  select (array_agg(a.id) filter (where a.type = 'PROVINCE'))[1] as province,
    (array_agg(a.id) filter (where a.type = 'SUPERIOR'))[1] as superior,
    (array_agg(a.id) filter (where a.type = 'GRASSROOTS_COMMITTEE'))[1] as committee,
    (array_agg(a.name) filter (where a.type in ('GRASSROOTS_COMMITTEE', 'GRASSROOTS_BRANCH')))[1] as grassroots
  from unit_copy u cross join lateral unnest(string_to_array(u.path::text, '.')::uuid[]) step(id)
    join unit_copy a on a.id = step.id where u.id = ${branch})`;

/** Entries `e` of one register with their letter `l` and dossier `d`, and the levels of both ends, `o` and `t`. */
const entries = `register_entry e
  join introduction_letter l on l.id = e.letter_id
  join transfer_dossier d on d.id = l.dossier_id
  join letter_box b on b.letter_id = e.letter_id and b.box_index = e.box_index
  ${levelsOf('d.origin_branch_id')} o on true
  ${levelsOf('d.destination_branch_id')} t on true
  where e.unit_id = ? and e.year = ? and e.direction = ?`;

const reach = `case
  when o.province is null or t.province is null or o.province <> t.province then 'OTHER_PROVINCE'
  when o.superior = t.superior or o.committee = t.committee then 'SAME_SUPERIOR'
  else 'SAME_PROVINCE' end`;

/** Does this box stand on the way back of a stay, on which who leaves goes home? */
const goesHome = `(l.type = 'EIGHT_BOX' and e.box_index >= 5)`;

type Raw = Omit<RegisterLine, 'cardNumberMasked'> & {
  readonly cardNumberSealed: string | null;
  readonly legacyCardNumber: string | null;
};

/** A part of a register in the order of its numbers, from behind `after`. */
export async function findRegisterLines(
  em: SqlEntityManager,
  environment: Pick<ServiceEnvironment, 'PROVINCE_KEY'>,
  { unitId, year, direction }: RegisterOf,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<RegisterLine[]> {
  const rows: Raw[] = await em.execute(
    `select e.seq as number, e.entered_on as "enteredOn", d.id as "transferId", d.kind, d.full_name as "fullName",
       d.date_of_birth as "dateOfBirth", d.join_date as "joinDate", d.official_date as "officialDate",
       d.card_number_sealed as "cardNumberSealed", d.legacy_card_number as "legacyCardNumber",
       case when (e.direction = 'OUT') <> ${goesHome} then coalesce(t.grassroots, d.destination_text)
         else coalesce(o.grassroots, d.origin_text) end as counterpart,
       case e.direction when 'OUT' then own.name else (
         select coalesce(u.name, before.unit_name, d.origin_text) from letter_box before left join unit_copy u on u.id = before.unit_id
         where before.letter_id = e.letter_id and before.box_index < e.box_index and before.status <> 'CROSSED_OUT'
         order by before.box_index desc limit 1) end as "introducedBy",
       case e.direction when 'OUT' then b.addressee else own.name end as "receivedBy",
       ${reach} as reach, l.status = 'VOID' as "isVoid"
     from unit_copy own, ${entries} and own.id = e.unit_id and e.seq > ?
     order by e.seq limit ?`,
    [unitId, year, direction, after, limit],
  );
  return rows.map(({ cardNumberSealed, legacyCardNumber, ...row }) => ({
    ...row,
    cardNumberMasked: maskedCard({ cardNumberSealed, legacyCardNumber }, environment),
  }));
}

/** What a register adds up to; a line whose letter became void is counted, as it keeps its number. */
export async function countRegister(
  em: SqlEntityManager,
  { unitId, year, direction }: RegisterOf,
): Promise<RegisterCounts> {
  const [counts]: RegisterCounts[] = await em.execute(
    `select count(*)::int as total,
       count(*) filter (where kind = 'OFFICIAL')::int as official,
       count(*) filter (where kind = 'OFFICIAL' and reach = 'SAME_SUPERIOR')::int as "sameSuperior",
       count(*) filter (where kind = 'OFFICIAL' and reach = 'SAME_PROVINCE')::int as "sameProvince",
       count(*) filter (where kind = 'OFFICIAL' and reach = 'OTHER_PROVINCE')::int as "otherProvince",
       count(*) filter (where kind = 'TEMPORARY')::int as temporary
     from (select d.kind, ${reach} as reach from ${entries}) line`,
    [unitId, year, direction],
  );
  if (!counts) throw new Error('a count gave nothing');
  return counts;
}
