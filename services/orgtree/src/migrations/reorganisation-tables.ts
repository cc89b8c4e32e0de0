/** Reorganisations as they were decided, and what each did to each unit. */
export const reorganisationTables: readonly string[] = [
  `create table reorganisation (
    id uuid primary key default uuidv7(),
    version integer not null default 1,
    status text not null check (status in ('SCHEDULED', 'APPLIED', 'CANCELLED', 'FAILED')),
    title text not null check (title <> ''),
    decision_number text not null check (decision_number <> ''),
    decision_on date not null,
    effective_on date not null,
    scope_unit_id uuid not null references unit,
    steps jsonb not null,
    members_moved integer not null default 0,
    temporary_members_moved integer not null default 0,
    applied_at timestamptz,
    failure jsonb,
    history jsonb not null default '[]',
    check ((status = 'APPLIED') = (applied_at is not null)),
    check ((status = 'FAILED') = (failure is not null))
  )`,
  `create index reorganisation_due on reorganisation (effective_on) where status = 'SCHEDULED'`,
  'create index reorganisation_scope on reorganisation (scope_unit_id, id)',
  `create table reorganisation_change (
    reorganisation_id uuid not null references reorganisation,
    unit_id uuid not null references unit,
    what text check (what in ('CREATED', 'MOVED', 'RENAMED', 'FOLLOWED', 'ENDED', 'TOUCHED')),
    successor_id uuid references unit,
    before jsonb,
    after jsonb,
    primary key (reorganisation_id, unit_id)
  )`,
  'create index reorganisation_change_of_unit on reorganisation_change (unit_id, reorganisation_id)',
  // where what belonged to a unit goes today: itself while it stands, else its successor, and the successor of that one
  `create function current_unit(wanted uuid) returns uuid language sql stable as $$
    with recursive follow (id, depth) as (
      select wanted, 0
      union all
      select change.successor_id, depth + 1
      from follow
      join reorganisation_change change on change.unit_id = follow.id and change.successor_id is not null
      where depth < 50
    )
    select id from follow order by depth desc limit 1
  $$`,
  'create index placement_residence on placement (residence_branch_id) where residence_branch_id is not null',
];
