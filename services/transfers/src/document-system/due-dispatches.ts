import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { isAwaited } from './dispatch.rows.ts';
import type { Receipt } from './document-system.port.ts';

/** Longer than any call may last: whoever still holds it by then is dead. */
const LEASE = '3 minutes';

/** How often the receiving office is asked for, and a unit without a code looked at again. */
const ASK_EVERY = '10 minutes';
const LOOK_AGAIN = '1 hour';

/** Calls off what is awaited no longer and has surely not left: nobody was ever called for it. Answers how many. */
export async function withdrawStale(em: SqlEntityManager): Promise<number> {
  const rows = await em.execute(
    `update letter_dispatch dispatch set status = 'WITHDRAWN', answered_at = now()
     from transfer_dossier dossier
     where dossier.id = dispatch.dossier_id and dispatch.status in ('WAITING', 'NO_ADDRESS') and dispatch.called_at is null
       and coalesce(dispatch.leased_until <= now(), true) and not ${isAwaited('dispatch')}
     returning dispatch.id`,
  );
  return rows.length;
}

/** A letter that is due to leave; without a code of either end it cannot. */
export type DueLetter = {
  id: string;
  attempts: number;
  fileId: string;
  number: string;
  issuedOn: string;
  senderCode: string | null;
  senderName: string;
  receiverCode: string | null;
  receiverName: string;
  /** The system was called for it before, and it is not known what became of that. */
  mayHaveLeft: boolean;
};

/** The unit itself, or the nearest above that exchanges documents; what stands above provinces does not receive for them. */
const addressOf = (unit: string): string => `
  select coded.code, above.name from unit_copy own
  join unit_copy above on own.path <@ above.path and nlevel(above.path) > 1
  join unit_document_code coded on coded.unit_id = above.id and coded.code is not null
  where own.id = ${unit} order by nlevel(above.path) desc limit 1`;

const claimLetters = `
  with due as (
    select dispatch.id from letter_dispatch dispatch join transfer_dossier dossier on dossier.id = dispatch.dossier_id
    where dispatch.status in ('WAITING', 'NO_ADDRESS') and dispatch.next_attempt_at <= now()
      and coalesce(dispatch.leased_until <= now(), true) and ${isAwaited('dispatch')}
    order by dispatch.next_attempt_at, dispatch.id limit ? for update of dispatch skip locked
  ),
  claimed as (
    update letter_dispatch dispatch set attempts = attempts + 1, leased_until = now() + interval '${LEASE}'
    from due where dispatch.id = due.id returning dispatch.*
  )
  select claimed.id, claimed.attempts, claimed.file_id as "fileId", letter.number || '/' || letter.register_year as number,
    letter.issued_on as "issuedOn", sender.code as "senderCode", coalesce(sender.name, '') as "senderName",
    receiver.code as "receiverCode", coalesce(receiver.name, '') as "receiverName", claimed.called_at is not null as "mayHaveLeft"
  from claimed join introduction_letter letter on letter.id = claimed.letter_id
  left join lateral (${addressOf('claimed.sender_unit_id')}) sender on true
  left join lateral (${addressOf('claimed.receiver_unit_id')}) receiver on true`;

/** Takes letters that are due to leave, at most `limit`, for three minutes. */
export const claimDueLetters = (em: SqlEntityManager, limit: number): Promise<DueLetter[]> =>
  em.execute(claimLetters, [limit]);

/**
 * Notes that the document system is about to be called for a letter: from here on it may have left, whatever becomes of us. False when it is
 * awaited no longer: then nobody is called.
 */
export async function noteCalled(em: SqlEntityManager, id: string): Promise<boolean> {
  const rows = await em.execute(
    `update letter_dispatch dispatch set called_at = now() from transfer_dossier dossier
     where dispatch.id = ? and dossier.id = dispatch.dossier_id and dispatch.status in ('WAITING', 'NO_ADDRESS') and ${isAwaited('dispatch')}
     returning dispatch.id`,
    [id],
  );
  return rows.length > 0;
}

/**
 * What became of handing a letter over: `ref` when it was taken; else `error`, with `againIn` seconds to wait, null: refused for good, and
 * `reason` says so to people.
 */
export type HandedOver = Pick<DueLetter, 'id' | 'senderCode' | 'receiverCode'> & {
  ref: string | null;
  error: string | null;
  reason: string | null;
  againIn: number | null;
};

/** Writes down what became of a batch. */
export async function recordHandedOver(em: SqlEntityManager, outcomes: readonly HandedOver[]): Promise<void> {
  if (outcomes.length === 0) return;
  await em.execute(
    `update letter_dispatch dispatch set leased_until = null, last_error = outcome.error, ref = outcome.ref,
       sender_code = outcome."senderCode", receiver_code = outcome."receiverCode",
       handed_over_at = case when outcome.ref is not null then now() end,
       answered_at = case when outcome.ref is null and outcome."againIn" is null then now() end,
       reason = outcome.reason,
       status = case when outcome.ref is not null then 'HANDED_OVER'
         when outcome."senderCode" is null or outcome."receiverCode" is null then 'NO_ADDRESS'
         when outcome."againIn" is null then 'REFUSED' else 'WAITING' end,
       next_attempt_at = now() + case
         when outcome.ref is not null then interval '${ASK_EVERY}'
         when outcome."senderCode" is null or outcome."receiverCode" is null then interval '${LOOK_AGAIN}'
         else make_interval(secs => coalesce(outcome."againIn", 0)) end
     from jsonb_to_recordset(?::jsonb) as outcome(id uuid, "senderCode" text, "receiverCode" text, ref text, error text,
       reason text, "againIn" integer)
     where dispatch.id = outcome.id and dispatch.status in ('WAITING', 'NO_ADDRESS')`,
    [JSON.stringify(outcomes)],
  );
}

/** Takes up to `limit` letters of which the receiving office is to be asked; the next time to ask is set with it. */
export async function claimUnanswered(em: SqlEntityManager, limit: number): Promise<string[]> {
  const rows: { id: string }[] = await em.execute(
    `with due as (
       select dispatch.id from letter_dispatch dispatch join transfer_dossier dossier on dossier.id = dispatch.dossier_id
       where dispatch.status in ('HANDED_OVER', 'ARRIVED') and dispatch.next_attempt_at <= now() and dossier.status = 'SENT_OUT'
       order by dispatch.next_attempt_at, dispatch.id limit ? for update of dispatch skip locked
     )
     update letter_dispatch dispatch set next_attempt_at = now() + interval '${ASK_EVERY}' from due where dispatch.id = due.id
     returning dispatch.id`,
    [limit],
  );
  return rows.map(({ id }) => id);
}

/** Writes down what receiving offices have said; what is over is not changed by anything that comes later. */
export async function recordReceipts(em: SqlEntityManager, receipts: readonly Receipt[]): Promise<void> {
  if (receipts.length === 0) return;
  await em.execute(
    `update letter_dispatch dispatch set status = receipt.step, reason = receipt.reason, answered_at = receipt.at
     from jsonb_to_recordset(?::jsonb) as receipt(id uuid, step text, at timestamptz, reason text)
     where dispatch.id = receipt.id and dispatch.status in ('HANDED_OVER', 'ARRIVED')`,
    [JSON.stringify(receipts)],
  );
}
