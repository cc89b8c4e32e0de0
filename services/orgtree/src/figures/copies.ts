import type { DataOf } from '@dang/events/contract';
import { BranchDuesRecorded } from '@dang/events/contracts/fees/branch-dues-recorded';
import { MemberRecorded } from '@dang/events/contracts/identity/member-recorded';
import { defineProjection, defineReaction } from '@dang/events/reaction';
import { upsertNewer } from '@dang/reference/upsert';

type Recorded = DataOf<typeof MemberRecorded>['members'][number];

/** Who has left the Party, or whose activity is suspended, whatever the table of reasons says. */
const goneStatuses: ReadonlySet<string> = new Set([
  'SUSPENDED',
  'STRUCK_OFF',
  'EXPELLED',
  'LEFT',
  'TRANSFERRED_OUT',
  'DECEASED',
  'MISSING',
]);

const excludingStatuses: Readonly<Record<string, string>> = {
  SUSPENDED_DETENTION: 'EXCLUDED_SUSPENDED',
  CONVICTED: 'EXCLUDED_CONVICTED',
};

/**
 * Why a member is left out of the denominators of every rate (domain 1.4), null when counted. What identity says from its own
 * table of reasons (`exclusion`, null for none) decides; where it says nothing, status and force do.
 */
export function exclusionCode({
  status,
  forceCategory,
  exclusion,
}: Pick<Recorded, 'status' | 'forceCategory' | 'exclusion'>): string | null {
  if (goneStatuses.has(status)) return 'MEMBER_NOT_ACTIVE';
  if (exclusion !== undefined) return exclusion;
  return forceCategory === 'NONE' ? (excludingStatuses[status] ?? null) : 'EXCLUDED_FORCE';
}

/** Who does not count. */
export const memberExclusions = defineProjection({
  name: 'member-exclusions',
  tables: ['member_exclusion'],
  reactions: [
    defineReaction({
      name: 'keep-member-exclusions',
      event: MemberRecorded,
      handle: ({ em }, { data }) =>
        upsertNewer(
          em,
          {
            table: 'member_exclusion',
            key: ['member_id'],
            columns: {
              member_id: { field: 'memberId', type: 'uuid' },
              code: { field: 'code', type: 'text' },
            },
          },
          data.members.map((member) => ({
            memberId: member.id,
            version: member.version,
            code: exclusionCode(member),
          })),
        ),
    }),
  ],
});

/** What each branch was charged and has paid, by month. */
export const branchDues = defineProjection({
  name: 'branch-dues',
  tables: ['branch_dues'],
  reactions: [
    defineReaction({
      name: 'keep-branch-dues',
      event: BranchDuesRecorded,
      handle: ({ em }, { data }) =>
        upsertNewer(
          em,
          {
            table: 'branch_dues',
            key: ['branch_id', 'month'],
            columns: {
              branch_id: { field: 'branchId', type: 'uuid' },
              month: { field: 'month', type: 'text' },
              due: { field: 'due', type: 'bigint' },
              paid: { field: 'paid', type: 'bigint' },
              members: { field: 'members', type: 'integer' },
              payers: { field: 'payers', type: 'integer' },
            },
          },
          data.branches,
        ),
    }),
  ],
});
