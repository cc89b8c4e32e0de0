import type { DataOf } from '@dang/events/contract';
import { BranchDuesRecorded } from '@dang/events/contracts/fees/branch-dues-recorded';
import { MemberRecorded } from '@dang/events/contracts/identity/member-recorded';
import { defineProjection, defineReaction } from '@dang/events/reaction';
import { upsertNewer } from '@dang/reference/upsert';

type Recorded = DataOf<typeof MemberRecorded>['members'][number];

const excludingStatuses: Readonly<Record<string, string>> = {
  SUSPENDED_DETENTION: 'EXCLUDED_SUSPENDED',
  CONVICTED: 'EXCLUDED_CONVICTED',
  SUSPENDED: 'MEMBER_NOT_ACTIVE',
  STRUCK_OFF: 'MEMBER_NOT_ACTIVE',
  EXPELLED: 'MEMBER_NOT_ACTIVE',
  LEFT: 'MEMBER_NOT_ACTIVE',
  DECEASED: 'MEMBER_NOT_ACTIVE',
  MISSING: 'MEMBER_NOT_ACTIVE',
};

/**
 * Why a member is left out of the denominators of every rate (domain 1.4), null when counted. What identity says of
 * itself (`exclusion`, from its own table of reasons) goes before what follows from status and force.
 */
export function exclusionCode(
  member: Pick<Recorded, 'status' | 'forceCategory'> & { exclusion?: string | null },
): string | null {
  if (member.exclusion) return member.exclusion;
  if (member.forceCategory !== 'NONE') return 'EXCLUDED_FORCE';
  return excludingStatuses[member.status] ?? null;
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
