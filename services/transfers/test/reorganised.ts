import { randomUUID } from 'node:crypto';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { type Envelope, makeEnvelope } from '@dang/events/envelope';
import { TODAY, type TransferStage, type UnitName, units } from './transfer-stage.ts';

/** The fact that a reorganisation is whole: who goes on in whose place, and what stands elsewhere now. */
export function applied(
  successions: Partial<Record<UnitName, UnitName>>,
  moved: UnitName[] = [],
): Envelope & { aggregateId: string } {
  const reorganisationId = randomUUID();
  const data = {
    reorganisationId,
    decisionNumber: '12-QĐ/TU',
    effectiveOn: TODAY,
    successions: Object.entries(successions).map(([from, to]) => ({
      unitId: units[from as UnitName],
      successorId: units[to as UnitName],
    })),
    movedUnitIds: moved.map((name) => units[name]),
  };
  const envelope = makeEnvelope(
    ReorganisationApplied,
    { aggregateId: reorganisationId, data },
    { province: 't' },
  );
  return { ...envelope, aggregateId: reorganisationId };
}

/** Where a member is placed by a reorganisation. */
export function placed(
  stage: TransferStage,
  memberId: string,
  branch: UnitName,
  {
    version = 2,
    temporary = null,
    reorganisationId = randomUUID(),
  }: { version?: number; temporary?: UnitName | null; reorganisationId?: string } = {},
): Envelope {
  const placement = {
    memberId,
    version,
    branchId: units[branch],
    since: stage.now.current,
    temporaryBranchId: temporary && units[temporary],
    temporarySince: temporary && stage.now.current,
    residenceBranchId: null,
    reorganisationId,
  };
  return makeEnvelope(
    PlacementRecorded,
    { aggregateId: memberId, data: { placements: [placement] } },
    { province: 't' },
  );
}

interface Standing {
  number: string;
  status: string;
  version: number;
  origin: string | null;
  destination: string | null;
  waitsFor: string | null;
  letterId: string | null;
}

/** The dossier as the tables hold it: names of its branches, who is waited for, and the boxes that are not crossed out with their units. */
export async function readStanding(stage: TransferStage, id: string) {
  const [row] = await stage.em().execute<Standing[]>(
    `select number, status, version, origin_branch_id as origin, destination_branch_id as destination,
       waiting_unit_id as "waitsFor", letter_id as "letterId"
     from transfer_dossier where id = ?`,
    [id],
  );
  if (!row) throw new Error(`no dossier ${id}`);
  const boxes: { i: number; status: string; unit: string }[] = await stage
    .em()
    .execute(
      'select box_index as i, status, unit_id as unit from letter_box where letter_id = ? order by box_index',
      [row.letterId],
    );
  const nameOf = (unitId: string | null) =>
    Object.entries(units).find(([, own]) => own === unitId)?.[0] ?? null;
  return {
    ...row,
    letterId: undefined,
    origin: nameOf(row.origin),
    destination: nameOf(row.destination),
    waitsFor: nameOf(row.waitsFor),
    boxes: boxes
      .filter(({ status }) => status !== 'CROSSED_OUT')
      .map((box) => `${box.i} ${nameOf(box.unit)} ${box.status}`),
  };
}
