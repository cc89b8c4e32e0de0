/**
 * Orders to pay dues. A line names one charge and carries its allocation, computed when the order was initiated: the units and the
 * amount of each, nearest to the member first, adding up to the line's amount. Confirming only posts it.
 */
export const orderTables: readonly string[] = [
  `create type order_mode as enum ('SELF', 'BRANCH', 'CASH')`,
  `create type order_status as enum ('INITIATED', 'PROCESSING', 'SUCCEEDED', 'SUCCEEDED_DUPLICATE', 'FAILED', 'EXPIRED',
    'CANCELLED', 'REFUNDED')`,
  `create table payment_order (
    id uuid primary key default uuidv7(),
    number text not null unique,
    version int not null default 1,
    unit_id uuid not null,
    mode order_mode not null,
    status order_status not null default 'INITIATED',
    payer_account_id uuid not null,
    payer_member_id uuid not null,
    payer_capacity jsonb,
    total bigint not null check (total > 0),
    initiated_at timestamptz not null,
    initiated_on date not null,
    expires_at timestamptz not null,
    provider text,
    provider_ref text,
    checkout_url text,
    method text,
    paid_at timestamptz,
    paid_on date,
    paid_late boolean not null default false,
    clock_differs boolean not null default false,
    failure text,
    ended_at timestamptz,
    recorded_by jsonb,
    confirmed_by jsonb,
    next_query_at timestamptz,
    queries int not null default 0,
    unique (provider, provider_ref),
    check ((status in ('SUCCEEDED', 'SUCCEEDED_DUPLICATE', 'REFUNDED')) = (paid_at is not null)),
    check ((paid_at is null) = (paid_on is null))
  )`,
  'create index payment_order_of_unit on payment_order (unit_id, initiated_at, id)',
  'create index payment_order_of_payer on payment_order (payer_member_id, initiated_at, id)',
  'create index payment_order_of_account on payment_order (payer_account_id, initiated_on)',
  `create index payment_order_waiting on payment_order (next_query_at) where status in ('INITIATED', 'PROCESSING')`,
  `create table order_line (
    order_id uuid not null,
    line smallint not null check (line >= 1),
    period date not null,
    member_id uuid not null,
    origin charge_origin not null,
    seq smallint not null,
    branch_id uuid not null,
    category dues_category not null,
    amount bigint not null check (amount > 0),
    status_before dues_charge_status not null,
    policy_id text not null,
    share_units uuid[] not null,
    share_amounts bigint[] not null,
    primary key (order_id, line),
    unique (order_id, member_id, period, origin, seq),
    check (cardinality(share_units) = cardinality(share_amounts))
  )`,
  'create index order_line_of_member on order_line (member_id, period)',
  `create table order_counter (
    unit_id uuid not null,
    day date not null,
    last int not null,
    primary key (unit_id, day)
  )`,
  `create table order_step (
    id uuid primary key default uuidv7(),
    order_id uuid not null,
    at timestamptz not null,
    action text not null,
    from_status order_status,
    to_status order_status not null,
    actor jsonb,
    reason text
  )`,
  'create index order_step_of on order_step (order_id, id)',
  // money that goes back: of a payment in error, or of one that came twice
  `create table refund (
    id uuid primary key default uuidv7(),
    version int not null default 1,
    order_id uuid not null,
    kind text not null check (kind in ('PAYMENT', 'DUPLICATE')),
    provider_ref text,
    amount bigint not null check (amount > 0),
    status text not null default 'REQUESTED'
      check (status in ('REQUESTED', 'REJECTED', 'APPROVED', 'INSTRUCTED', 'PAID', 'FAILED')),
    reason text not null,
    requested_by jsonb,
    decided_by jsonb,
    requested_on date not null,
    requested_at timestamptz not null default now(),
    decided_on date,
    paid_on date,
    failure text,
    sent_as uuid,
    asked_at timestamptz
  )`,
  'create index refund_of on refund (order_id)',
  // the platform knows a refund by its id; one that it refused is sent again by another
  'create unique index refund_sent_as on refund (coalesce(sent_as, id))',
  `create index refund_open on refund (id) where status not in ('REJECTED', 'PAID')`,
  `create table refund_step (
    id uuid primary key default uuidv7(),
    refund_id uuid not null,
    at timestamptz not null,
    action text not null,
    from_status text,
    to_status text not null,
    actor jsonb,
    reason text
  )`,
  'create index refund_step_of on refund_step (refund_id, id)',
  // a refund begins where money comes twice, too: its first step is never forgotten
  `create function begin_refund() returns trigger language plpgsql as $$
  begin
    insert into refund_step (refund_id, at, action, to_status, actor, reason)
    values (new.id, new.requested_at, 'REQUEST', new.status, new.requested_by, new.reason);
    return null;
  end $$`,
  'create trigger refund_begun after insert on refund for each row execute function begin_refund()',
  `create unique index refund_one_of_a_payment on refund (order_id) where kind = 'PAYMENT' and status <> 'REJECTED'`,
  `create unique index refund_one_of_a_duplicate on refund (order_id, provider_ref) where kind = 'DUPLICATE' and status <> 'REJECTED'`,
  // the first member of a branch to pay in a calendar month, whatever for: counts payers on the axis of payment
  `create table payer_month (
    paid_month date not null,
    branch_id uuid not null,
    member_id uuid not null,
    primary key (paid_month, member_id, branch_id)
  )`,
  // what a provider has told, right or wrong: a message counts once
  `create table provider_message (
    provider text not null,
    message_id text not null,
    kind text not null,
    order_number text,
    amount bigint,
    outcome text not null,
    received_at timestamptz not null default now(),
    primary key (provider, message_id)
  )`,
];
