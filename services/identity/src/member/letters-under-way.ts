import { LetterIssued } from '@dang/events/contracts/transfers/letter-issued';
import { LetterVoided } from '@dang/events/contracts/transfers/letter-voided';
import { MemberTransferredOut } from '@dang/events/contracts/transfers/member-transferred-out';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import { defineProjection, defineReaction } from '@dang/events/reaction';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

async function keepLetter(
  em: SqlEntityManager,
  letter: {
    letterId: string;
    transferId: string;
    memberId: string;
    kind?: 'OFFICIAL' | 'TEMPORARY' | undefined;
  },
  voided: boolean,
): Promise<void> {
  // who goes for a time stays a member of their branch
  if (letter.kind === 'TEMPORARY') return;
  await em.execute(
    `insert into member_letter (letter_id, transfer_id, member_id, voided) values (?, ?, ?, ?)
     on conflict (letter_id) do update set voided = member_letter.voided or excluded.voided`,
    [letter.letterId, letter.transferId, letter.memberId, voided],
  );
}

async function keepCompleted(em: SqlEntityManager, transferId: string): Promise<void> {
  await em.execute('insert into completed_transfer (transfer_id) values (?) on conflict do nothing', [
    transferId,
  ]);
}

/**
 * Whose letter of introduction is under way: issued for good, not void, and nobody has received the member with it yet. Such a member is between two
 * branches (`TRANSFERRING`); that is worked out on reading, so the stored status and what is told of it stay the registry's.
 */
export const lettersUnderWay = defineProjection({
  name: 'lettersUnderWay',
  tables: ['member_letter', 'completed_transfer'],
  reactions: [
    defineReaction({
      name: 'keepIssuedLetter',
      event: LetterIssued,
      handle: ({ em }, { data }) => keepLetter(em, data, false),
    }),
    defineReaction({
      name: 'keepVoidedLetter',
      event: LetterVoided,
      handle: ({ em }, { data }) => keepLetter(em, data, true),
    }),
    defineReaction({
      name: 'keepCompletedTransfer',
      event: TransferCompleted,
      handle: ({ em }, { data }) => keepCompleted(em, data.transferId),
    }),
    defineReaction({
      name: 'keepTransferOut',
      event: MemberTransferredOut,
      handle: ({ em }, { data }) => keepCompleted(em, data.transferId),
    }),
  ],
});

/** SQL: whether a letter of the member with this id is under way. */
export const letterIsUnderWay = (memberId: string): string => `exists (
  select from member_letter letter
  where letter.member_id = ${memberId} and not letter.voided
    and not exists (select from completed_transfer done where done.transfer_id = letter.transfer_id))`;

/** Whether the member is between two branches now. */
export async function isTransferring(em: SqlEntityManager, memberId: string): Promise<boolean> {
  const [row] = await em.execute<{ underWay: boolean }[]>(
    `select ${letterIsUnderWay('?::uuid')} as "underWay"`,
    [memberId],
  );
  return row?.underWay ?? false;
}
