import { BeneficiaryAccountApproved } from '@dang/events/contracts/fees/beneficiary-account-approved';
import { BeneficiaryAccountDeclared } from '@dang/events/contracts/fees/beneficiary-account-declared';
import { BeneficiaryAccountEnded } from '@dang/events/contracts/fees/beneficiary-account-ended';
import { BeneficiaryAccountRejected } from '@dang/events/contracts/fees/beneficiary-account-rejected';
import { defineProjection, defineReaction } from '@dang/events/reaction';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

type Told = { beneficiaryAccountId: string; unitId: string; holderMemberId: string | null };

/** An account only ever moves to the right in this list, so that facts may come in any order, and twice. */
const states = ['DECLARED', 'APPROVED', 'REJECTED', 'ENDED'] as const;

async function keep(em: SqlEntityManager, state: (typeof states)[number], told: Told): Promise<void> {
  await em.execute(
    `insert into retained_dues_holder as known (beneficiary_account_id, unit_id, member_id, state) values (?, ?, ?, ?)
     on conflict (beneficiary_account_id) do update
       set unit_id = excluded.unit_id, member_id = excluded.member_id, state = excluded.state
     where array_position(?::text[], known.state) < array_position(?::text[], excluded.state)`,
    [
      told.beneficiaryAccountId,
      told.unitId,
      told.holderMemberId,
      state,
      `{${states.join(',')}}`,
      `{${states.join(',')}}`,
    ],
  );
}

/** Who holds, or has declared, an account for retained dues: their approvals go to the direct superior (domain 5.3). */
export const retainedDuesHolders = defineProjection({
  name: 'retainedDuesHolders',
  tables: ['retained_dues_holder'],
  reactions: [
    defineReaction({
      name: 'copyDeclaredBeneficiaries',
      event: BeneficiaryAccountDeclared,
      handle: ({ em }, { data }) => keep(em, 'DECLARED', data),
    }),
    defineReaction({
      name: 'copyApprovedBeneficiaries',
      event: BeneficiaryAccountApproved,
      handle: ({ em }, { data }) => keep(em, 'APPROVED', data),
    }),
    defineReaction({
      name: 'copyRejectedBeneficiaries',
      event: BeneficiaryAccountRejected,
      handle: ({ em }, { data }) => keep(em, 'REJECTED', data),
    }),
    defineReaction({
      name: 'copyEndedBeneficiaries',
      event: BeneficiaryAccountEnded,
      handle: ({ em }, { data }) => keep(em, 'ENDED', data),
    }),
  ],
});
