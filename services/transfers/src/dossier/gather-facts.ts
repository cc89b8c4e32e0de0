import { workingCalendar } from '@dang/reference/calendar';
import type { MemberRow, StandingRow } from '@dang/reference/members';
import { findMembers } from '@dang/reference/members';
import type { Officer } from '@dang/reference/officers';
import { findUnits } from '@dang/reference/units';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { findBoxes } from '../letter/letter.reads.ts';
import type { BoxRow } from '../letter/letter.row.ts';
import { findSealedFiles } from '../sealed-file/sealed-file.reads.ts';
import { findOpenConversions, findStays } from '../stay/stay.rows.ts';
import { explainedOf, findExplained } from './delay.rows.ts';
import type { DossierFacts } from './dossier.facts.ts';
import type { DossierRow } from './dossier.row.ts';

/**
 * Everything that decides who may do what to these dossiers, in a handful of queries however many there are. The dossiers
 * are taken to be readable by whoever asks, unless said otherwise.
 */
export async function gatherFacts(
  em: SqlEntityManager,
  dossiers: readonly DossierRow[],
  { readable = true } = {},
): Promise<Map<string, DossierFacts>> {
  const letterIds = dossiers.flatMap((dossier) => dossier.letterId ?? []);
  const memberIds = [...new Set(dossiers.map((dossier) => dossier.memberId))];
  const boxes = await findBoxes(em, letterIds);
  const unitIds = [
    ...new Set([...dossiers.flatMap(branchesOf), ...[...boxes.values()].flat().flatMap(unitsOf)]),
  ];
  const sealedFiles = await findSealedFiles(
    em,
    dossiers.map((dossier) => dossier.id),
  );
  const members = new Map((await findMembers(em, memberIds)).map((member) => [member.id, member]));
  const standings = await findStandings(em, memberIds);
  const units = new Map((await findUnits(em, unitIds)).map((unit) => [unit.id, unit]));
  const officers = await findOfficers(em, unitIds);
  const onStays = dossiers.flatMap(({ id, kind }) => (kind === 'TEMPORARY' ? id : []));
  const stays = await findStays(em, onStays);
  const conversions = await findOpenConversions(em, onStays);
  const explained = await findExplained(
    em,
    dossiers.map(({ id }) => id),
  );
  const calendar = await workingCalendar(em);
  return new Map(
    dossiers.map((dossier): [string, DossierFacts] => [
      dossier.id,
      {
        dossier,
        boxes: dossier.letterId === null ? [] : (boxes.get(dossier.letterId) ?? []),
        sealedFile: sealedFiles.get(dossier.id) ?? null,
        member: (members.get(dossier.memberId) as MemberRow | undefined) ?? null,
        standing: standings.get(dossier.memberId) ?? null,
        units,
        officers,
        stay: stays.get(dossier.id) ?? null,
        conversionAsked: conversions.has(dossier.id),
        explained: explainedOf(calendar, dossier, sealedFiles.get(dossier.id), explained.get(dossier.id)),
        calendar,
        readable,
      },
    ]),
  );
}

const branchesOf = (dossier: DossierRow) =>
  [dossier.originBranchId, dossier.destinationBranchId].flatMap((id) => id ?? []);
const unitsOf = ({ unitId, actingUnitId }: BoxRow) => [unitId ?? [], actingUnitId ?? []].flat();

async function findStandings(
  em: SqlEntityManager,
  memberIds: readonly string[],
): Promise<Map<string, StandingRow>> {
  const rows: StandingRow[] = await em.execute(
    `select member_id as "memberId", paid_through as "paidThrough", open_months as "openMonths", charged_by as "chargedBy"
     from standing_copy where member_id = any(array[?]::uuid[])`,
    [memberIds],
  );
  return new Map(rows.map((row) => [row.memberId, row]));
}

async function findOfficers(
  em: SqlEntityManager,
  unitIds: readonly string[],
): Promise<Map<string, Officer[]>> {
  const rows: { unitId: string; officers: Officer[] }[] = await em.execute(
    'select unit_id as "unitId", officers from officers_copy where unit_id = any(array[?]::uuid[])',
    [unitIds],
  );
  return new Map(rows.map((row) => [row.unitId, row.officers]));
}
