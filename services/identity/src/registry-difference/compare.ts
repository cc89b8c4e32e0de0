import { blindIndex, sealText } from '@dang/service/sealed-text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { RegistryMember } from '../registry/registry.port.ts';
import type { SealingKeys } from '../sealing-keys.ts';
import { type ComparedMember, differencesOf } from './difference.rules.ts';

type OurRow = ComparedMember & { id: string; index: string };

/** Those of these people whom we know, as they are compared. */
async function findOurs(em: SqlEntityManager, indexes: readonly string[]): Promise<Map<string, OurRow>> {
  const rows = await em.execute<OurRow[]>(
    `select member.id, member.personal_id_index as index, full_name as "FULL_NAME", other_name as "OTHER_NAME",
       gender as "GENDER", date_of_birth::text as "DATE_OF_BIRTH", permanent_address as "PERMANENT_ADDRESS",
       card_number_index as "CARD_NUMBER", legacy_card_number as "LEGACY_CARD_NUMBER",
       profile_number as "PROFILE_NUMBER", join_date::text as "JOIN_DATE", official_date::text as "OFFICIAL_DATE",
       status as "STATUS", force_category as "FORCE_CATEGORY", placement.branch_id as "BRANCH"
     from member left join placement_copy placement on placement.member_id = member.id
     where member.personal_id_index = any(array[?]::text[])`,
    [indexes],
  );
  return new Map(rows.map((row) => [row.index, row]));
}

async function findBranches(
  em: SqlEntityManager,
  codes: readonly string[],
  today: string,
): Promise<Map<string, string>> {
  const rows = await em.execute<{ id: string; code: string }[]>(
    'select id, code from unit_copy where code = any(array[?]::text[]) and (valid_to is null or valid_to > ?)',
    [codes, today],
  );
  return new Map(rows.map(({ id, code }) => [code, id]));
}

/**
 * Takes a page of what the member database says into the queue: new differences, those that say something else by now, and
 * those that are none any more. What was rejected with the same word is not asked again. One transaction, twice harmless.
 */
export async function compareMembers(
  em: SqlEntityManager,
  members: readonly RegistryMember[],
  { keys, today }: { keys: SealingKeys; today: string },
): Promise<void> {
  const indexOf = (text: string) => blindIndex(keys.indexKey, text);
  const said = members.map((member) => ({ member, index: indexOf(member.personalId) }));
  const ours = await findOurs(
    em,
    said.map(({ index }) => index),
  );
  const codes = members.flatMap(({ branchCode }) => (branchCode ? [branchCode] : []));
  const branches = await findBranches(em, codes, today);
  const known = said.flatMap(({ member, index }) => {
    const own = ours.get(index);
    return own ? [{ member, own }] : [];
  });
  const rows = known.flatMap(({ member, own }) => {
    const theirs: ComparedMember = {
      FULL_NAME: member.fullName,
      OTHER_NAME: member.otherName,
      GENDER: member.gender,
      DATE_OF_BIRTH: member.dateOfBirth,
      PERMANENT_ADDRESS: member.permanentAddress,
      CARD_NUMBER: member.cardNumber && indexOf(member.cardNumber),
      LEGACY_CARD_NUMBER: member.legacyCardNumber,
      PROFILE_NUMBER: member.profileNumber,
      JOIN_DATE: member.joinDate,
      OFFICIAL_DATE: member.officialDate,
      STATUS: member.status,
      FORCE_CATEGORY: member.forceCategory,
      BRANCH: own.BRANCH === null ? null : (branches.get(member.branchCode ?? '') ?? null),
    };
    return differencesOf(own, theirs).map(({ field, ours: mine, theirs: word }) => {
      if (field !== 'CARD_NUMBER') return { memberId: own.id, field, ours: mine, theirs: word };
      const sealed = sealText(keys.key, member.cardNumber ?? '');
      return { memberId: own.id, field, ours: null, theirs: null, sealed, index: word };
    });
  });
  await em.execute(
    `with said as (
       select "memberId" as member_id, field, ours, theirs, sealed, index
       from json_to_recordset(?::json)
         as row ("memberId" uuid, field text, ours text, theirs text, sealed text, index text)
     ), settled as (
       update registry_difference known set status = 'SETTLED', decided_on = ?, version = version + 1
       where known.status = 'OPEN' and known.member_id = any(array[?]::uuid[])
         and not exists (select from said where said.member_id = known.member_id and said.field = known.field)
     )
     insert into registry_difference (member_id, field, ours, theirs, theirs_sealed, theirs_index, found_on)
     select member_id, field, ours, theirs, sealed, index, ?::date from said
     where not exists (
       select from registry_difference rejected
       where rejected.status = 'REJECTED' and rejected.member_id = said.member_id and rejected.field = said.field
         and rejected.theirs is not distinct from said.theirs and rejected.theirs_index is not distinct from said.index)
     on conflict (member_id, field) where status = 'OPEN' do update
       set ours = excluded.ours, theirs = excluded.theirs, theirs_sealed = excluded.theirs_sealed,
         theirs_index = excluded.theirs_index, found_on = excluded.found_on, version = registry_difference.version + 1
       where registry_difference.theirs is distinct from excluded.theirs
         or registry_difference.theirs_index is distinct from excluded.theirs_index`,
    [JSON.stringify(rows), today, known.map(({ own }) => own.id), today],
  );
}
