import { advanceStandings } from './advance-standings.ts';
import { confirmPieces } from './confirm-pieces.ts';

/**
 * `confirm_payments(payments, today)`: everything that a success of the provider (or a second person, of cash) brings about, for any
 * number of payments, in one call and one transaction. A payment is `{ provider, messageId, number, providerRef, amount, paidAt,
 * method, clockDiffers, confirmedBy }`. Answers in the order given:
 * - `CONFIRMED`: the order is paid · `CONFIRMED_LATE`: it had ended already, and all of its charges could still be paid
 * - `DUPLICATE`: the money came for nothing: a second time for an order, or for one whose charges are paid otherwise by now. It
 *   is posted as owed back, and a refund waits for approval
 * - `REPEATED`: known already, nothing is done · `WRONG_AMOUNT`, `UNKNOWN_ORDER`: the message is kept, nothing else is done
 * Money is never believed: an order is paid with exactly its total or not at all.
 */
export const confirmFunctions: readonly string[] = [
  ...advanceStandings,
  ...confirmPieces,

  // an order that ended without being paid takes its charges again, if all of them can still be paid as they were
  `create function relock_charges(wanted uuid) returns boolean language plpgsql as $$
  declare
    expected int;
    payable int;
  begin
    select count(*) into expected from order_line where order_id = wanted;
    with regular as (
      select from order_line line
      cross join lateral (select from dues_charge charge where charge.period = line.period and charge.member_id = line.member_id
        and charge.amount = line.amount and charge.status in ('ANNOUNCED', 'OVERDUE', 'DEFERRED', 'REFUNDED')
        for update) as charge
      where line.order_id = wanted and line.origin = 'REGULAR'),
    extra as (
      select from order_line line
      cross join lateral (select from extra_charge charge where charge.member_id = line.member_id and charge.period = line.period
        and charge.origin = line.origin and charge.seq = line.seq
        and charge.amount = line.amount and charge.status in ('ANNOUNCED', 'OVERDUE', 'DEFERRED', 'REFUNDED')
        for update) as charge
      where line.order_id = wanted)
    select (select count(*) from regular) + (select count(*) from extra) into payable;
    if payable <> expected then return false; end if;
    -- the member may have moved since: what is paid belongs to the branch for which the order was placed
    update dues_charge charge set status = 'IN_PAYMENT', order_id = wanted, branch_id = line.branch_id from order_line line
    where line.order_id = wanted and line.origin = 'REGULAR' and charge.period = line.period and charge.member_id = line.member_id;
    update extra_charge charge set status = 'IN_PAYMENT', order_id = wanted, branch_id = line.branch_id from order_line line
    where line.order_id = wanted and charge.member_id = line.member_id and charge.period = line.period
      and charge.origin = line.origin and charge.seq = line.seq;
    return true;
  end $$`,

  // money that came for nothing is owed back at once; whether and when it goes back is decided by people
  `create function receive_duplicate(wanted uuid, told jsonb, today date) returns void language plpgsql as $$
  declare
    found_order payment_order;
    made uuid := uuidv7();
    moment timestamptz := (told ->> 'paidAt')::timestamptz;
    was order_status;
  begin
    select * into found_order from payment_order where id = wanted;
    insert into refund (id, order_id, kind, provider_ref, amount, reason, requested_on)
    values (made, wanted, 'DUPLICATE', told ->> 'providerRef', found_order.total, 'Khoản thanh toán trùng hoặc đến sau khi giao dịch đã kết thúc',
      today);
    perform post_transaction('DUPLICATE_RECEIPT', found_order.unit_id, made, (moment at time zone 'Asia/Ho_Chi_Minh')::date, null,
      jsonb_build_array(jsonb_build_object('account', 'CENTRAL_BANK', 'amount', found_order.total),
        jsonb_build_object('account', 'REFUND_PAYABLE', 'amount', -found_order.total)));
    was := found_order.status;
    if found_order.paid_at is null then
      update payment_order set status = 'SUCCEEDED_DUPLICATE', version = version + 1, provider = told ->> 'provider',
        provider_ref = told ->> 'providerRef', method = told ->> 'method', paid_at = moment,
        paid_on = (moment at time zone 'Asia/Ho_Chi_Minh')::date, paid_late = true,
        clock_differs = coalesce((told ->> 'clockDiffers')::boolean, false), next_query_at = null
      where id = wanted returning * into found_order;
      insert into outbox (service, name, aggregate_id, aggregate_version, data)
      values ('fees', 'DossierStateChanged', wanted::text, found_order.version, json_build_object('dossierId', wanted,
        'version', found_order.version, 'procedure', 'DUES_PAYMENT', 'number', found_order.number, 'unitId', found_order.unit_id,
        'state', found_order.status, 'channel', 'ONLINE', 'openedOn', found_order.initiated_on, 'closedOn', found_order.paid_on,
        'dueOn', null, 'memberId', found_order.payer_member_id));
    end if;
    insert into order_step (order_id, at, action, from_status, to_status, reason)
    values (wanted, moment, 'RECEIVE_DUPLICATE', was, found_order.status, told ->> 'providerRef');
    insert into outbox (service, name, aggregate_id, aggregate_version, data)
    values
      ('fees', 'RefundRequested', made::text, null, json_build_object('refundId', made, 'orderId', wanted,
        'number', found_order.number, 'unitId', found_order.unit_id, 'amount', found_order.total::text)),
      ('fees', 'DossierStateChanged', made::text, 1, json_build_object('dossierId', made, 'version', 1,
        'procedure', 'DUES_REFUND', 'number', found_order.number, 'unitId', found_order.unit_id, 'state', 'REQUESTED',
        'channel', 'ONLINE', 'openedOn', today, 'closedOn', null, 'dueOn', null, 'memberId', found_order.payer_member_id));
  end $$`,

  // what one message means for its order, which is locked; `CONFIRMED` and `CONFIRMED_LATE` have yet to be carried out
  `create function judge_payment(told jsonb, wanted uuid, state order_status, total bigint, paid_ref text, today date)
  returns text language plpgsql as $$
  begin
    if exists (select from provider_message where provider = told ->> 'provider' and message_id = told ->> 'messageId')
      or paid_ref = told ->> 'providerRef'
      or exists (select from payment_order where provider = told ->> 'provider' and provider_ref = told ->> 'providerRef'
        and id <> wanted)
      or exists (select from refund where order_id = wanted and kind = 'DUPLICATE' and provider_ref = told ->> 'providerRef')
    then return 'REPEATED'; end if;
    if total <> (told ->> 'amount')::bigint then return 'WRONG_AMOUNT'; end if;
    if state in ('INITIATED', 'PROCESSING') then return 'CONFIRMED'; end if;
    if told ->> 'provider' = 'CASH' then return 'REPEATED'; end if;
    if state in ('FAILED', 'EXPIRED', 'CANCELLED') and relock_charges(wanted) then return 'CONFIRMED_LATE'; end if;
    perform receive_duplicate(wanted, told, today);
    return 'DUPLICATE';
  end $$`,

  // one plan for all calls: planning anew each time costs more than doing it. It may be made while tables are empty and is kept for
  // as long as the connection, so it must not rest on how small they were: every row is found by an index
  `create function confirm_payments(payments jsonb, today date)
  returns table (number text, outcome text, order_id uuid) language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
  #variable_conflict use_column
  declare
    each record;
    judged text;
    numbers text[] := array(select message ->> 'number' from jsonb_array_elements(payments) as told(message));
    -- a provider knows no order of notes, and notes pay no order of a provider
    keys text[] := array(select (message ->> 'provider' = 'CASH')::text || (message ->> 'number')
      from jsonb_array_elements(payments) as told(message));
    places int[];
    outcomes text[] := array_fill('UNKNOWN_ORDER'::text, array[cardinality(numbers)]);
    orders uuid[] := array_fill(null::uuid, array[cardinality(numbers)]);
    message jsonb;
    paid uuid[] := '{}';
    paid_by jsonb[] := '{}';
    again int[] := '{}';
    place int;
  begin
    for each in
      select id, (mode = 'CASH')::text || number as key, status, total, case when paid_at is not null then provider_ref end as paid_ref
      from payment_order where number = any(numbers) order by number for update
    loop
      places := array_positions(keys, each.key);
      continue when cardinality(places) = 0;
      foreach place in array places loop
        orders[place] := each.id;
        outcomes[place] := null;
      end loop;
      again := again || places[2:];
      message := payments -> (places[1] - 1);
      judged := judge_payment(message, each.id, each.status, each.total, each.paid_ref, today);
      outcomes[places[1]] := judged;
      if judged in ('CONFIRMED', 'CONFIRMED_LATE') then
        paid := paid || each.id;
        paid_by := paid_by || (message || jsonb_build_object('isLate', judged = 'CONFIRMED_LATE'));
      end if;
    end loop;
    insert into provider_message (provider, message_id, kind, order_number, amount, outcome)
    select message ->> 'provider', message ->> 'messageId', 'SUCCESS', message ->> 'number', (message ->> 'amount')::bigint, outcomes[place]
    from jsonb_array_elements(payments) with ordinality as told(message, place)
    where outcomes[place] is not null
    order by 1, 2
    on conflict do nothing;
    if cardinality(paid) > 0 then
      perform pay_orders(paid, paid_by);
      perform settle_charges(paid);
      perform count_paid(paid);
      perform post_payments(paid);
      perform tell_payments(paid);
    end if;
    -- a second message of this call for the same order sees what the first has done
    foreach place in array again loop
      select answer.outcome into judged from confirm_payments(jsonb_build_array(payments -> (place - 1)), today) as answer;
      outcomes[place] := judged;
    end loop;
    return query select * from unnest(numbers, outcomes, orders);
  end $$`,
];
