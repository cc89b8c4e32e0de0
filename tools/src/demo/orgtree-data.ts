import type { OrgtreeDemoData } from '@dang/orgtree/demo-data';
import { demoId, laterOf } from './demo-id.ts';
import type { DemoMember } from './people.ts';
import { members, membersIn } from './people.ts';
import { mergedBranch, periods, reorganisedOn, treeBegins, unitId, units } from './province.ts';
import { demoSupport } from './support.ts';
import { completedTransfer } from './transfers-data.ts';

type MembershipRow = OrgtreeDemoData['memberships'][number];

const reorganisation = { cause: 'REORGANISATION', causeId: demoId('reorganisation:2026') } as const;

/** The four members who came to Chi bộ 1 when Chi bộ 7 was merged into it. */
const cameAlong = new Set(
  membersIn('05.200.044.000.001')
    .filter(({ persona, joinDate }) => persona === null && joinDate < treeBegins)
    .slice(-4)
    .map(({ id }) => id),
);

function membershipsOf(member: DemoMember): MembershipRow[] {
  if (member.branchCode === null) return [];
  const from = laterOf(member.joinDate, treeBegins);
  const now: MembershipRow = {
    id: demoId(`membership:${member.id}`),
    memberId: member.id,
    unitId: unitId(member.branchCode),
    kind: 'OFFICIAL',
    from,
    to: null,
    cause: 'IMPORT',
    causeId: null,
    endCause: null,
    endCauseId: null,
  };
  if (cameAlong.has(member.id)) return cameFrom(now, mergedBranch.id, reorganisedOn, reorganisation);
  if (completedTransfer.memberId !== member.id) return [now];
  const { origin, admittedOn, dossier } = completedTransfer;
  return cameFrom(now, unitId(origin), admittedOn, { cause: 'TRANSFER', causeId: dossier.id });
}

/** The membership that was before, and the one that is now. */
function cameFrom(
  now: MembershipRow,
  formerUnitId: string,
  on: string,
  why: Pick<MembershipRow, 'cause' | 'causeId'>,
): MembershipRow[] {
  const ended = { to: on, endCause: why.cause, endCauseId: why.causeId };
  const before = { ...now, id: demoId(`membership:${now.memberId}:before`), unitId: formerUnitId, ...ended };
  return [before, { ...now, from: on, ...why }];
}

/**
 * From which day each procedure runs: accounts and transfers since the pilot of 2025, dues with the new regime; temporary
 * transfers are left to the wards, of which one waits (domain 1.2).
 */
const procedureStarts: OrgtreeDemoData['starts'] = (
  [
    ['05', 'ACCOUNT', '2025-06-01'],
    ['05', 'DUES', '2026-02-01'],
    ['05', 'RESIDENCE_COMMENT', '2025-06-01'],
    ['05', 'OFFICIAL_TRANSFER', '2025-06-01'],
    ['05', 'TEMPORARY_TRANSFER', '2026-01-01'],
    ['05.400', 'TEMPORARY_TRANSFER', '2026-09-01'],
  ] as const
).map(([code, procedure, startsOn]) => ({ unitId: unitId(code), procedure, startsOn }));

/** What orgtree holds of the demo province. */
export function orgtreeData(): OrgtreeDemoData {
  return {
    units: [...units],
    periods: [...periods],
    memberships: members.flatMap(membershipsOf),
    residences: members
      .filter(({ branchCode }) => branchCode !== null)
      .map(({ id, residenceCode }) => ({ memberId: id, residenceBranchId: unitId(residenceCode) })),
    starts: procedureStarts,
    support: demoSupport(),
  };
}
