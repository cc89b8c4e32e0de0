/**
 * Posting. What a transaction says is hashed by one function, `ledger_content_hash`, over its head and the texts of its entries
 * (`ledger_entry_text`) in their order; `ledger/content.ts` computes the same independently. The reason comes last, after a
 * sign that it is there, so that no reason can look like something else.
 */
export const ledgerFunctions: readonly string[] = [
  `create function ledger_entry_text(line smallint, account ledger_account, unit_id uuid, amount bigint, period date,
      member_id uuid, origin charge_origin, seq smallint)
    returns text stable parallel safe language sql as $$
    select line || ',' || account || ',' || coalesce(unit_id::text, '') || ',' || amount || ','
      || coalesce(to_char(period, 'YYYY-MM-DD'), '') || ',' || coalesce(member_id::text, '') || ','
      || coalesce(origin::text, '') || ',' || coalesce(seq::text, '')
  $$`,
  `create function ledger_content_hash(id uuid, kind ledger_kind, booked_on date, unit_id uuid, subject_id uuid, reason text,
      entries text)
    returns bytea stable parallel safe language sql as $$
    select sha256(convert_to('ledger 1|' || id || '|' || kind || '|' || to_char(booked_on, 'YYYY-MM-DD') || '|' || unit_id || '|'
      || subject_id || '|' || entries || '|' || coalesce('+' || reason, '-'), 'UTF8'))
  $$`,
  // entries: [{ account, unitId, amount, period, memberId, origin, seq }], in their order; null values may be left out
  `create function post_transaction(posted_kind ledger_kind, posted_unit uuid, subject uuid, booked date, posted_reason text,
      entries jsonb)
    returns uuid language plpgsql as $$
  declare
    posted uuid := uuidv7();
  begin
    with given as (
      select number::smallint as line, account, "unitId" as unit_id, amount, period, "memberId" as member_id, origin, seq
      from rows from (jsonb_to_recordset(entries) as (account ledger_account, "unitId" uuid, amount bigint, period date,
        "memberId" uuid, origin charge_origin, seq smallint))
        with ordinality as entry(account, "unitId", amount, period, "memberId", origin, seq, number)),
    head as (
      insert into ledger_transaction (id, kind, booked_on, unit_id, subject_id, reason, content_hash)
      select posted, posted_kind, booked, posted_unit, subject, posted_reason,
        ledger_content_hash(posted, posted_kind, booked, posted_unit, subject, posted_reason,
          (select string_agg(ledger_entry_text(line, account, unit_id, amount, period, member_id, origin, seq), ';' order by line)
           from given)))
    insert into ledger_entry (transaction_id, line, account, unit_id, amount, period, member_id, origin, seq)
    select posted, line, account, unit_id, amount, period, member_id, origin, seq from given;
    return posted;
  end $$`,
];
