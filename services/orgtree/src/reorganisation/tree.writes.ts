import { pathRange } from '../unit/subtree.ts';
import type { UnitType } from '../unit/unit.rules.ts';
import { type Change, changePeriods, periodColumns, snapshot } from './period.writes.ts';
import { codePrefix, codesAfter } from './plan.rules.ts';
import type { NewUnit } from './plan.ts';
import { fault, type Place, type Work } from './work.ts';

/** The units as they stand on the day; one that does not is a fault, and missing from the answer. */
export async function placesNow(work: Work, ids: readonly string[]): Promise<Place[]> {
  const rows: (Place & { ended: boolean; later: boolean; known: boolean; wanted: string })[] =
    await work.em.execute(
      `select wanted.id as wanted, period.unit_id as id, period.path::text as path, period.code, period.type, period.name,
         period.parent_id as "parentId", unit.id is not null as known,
         coalesce(unit.valid_to <= ?::date, false) as ended,
         exists (select from unit_period later where later.unit_id = unit.id and lower(later.during) > ?::date) as later
       from unnest(array[?]::uuid[]) with ordinality as wanted(id, n)
       left join unit on unit.id = wanted.id
       left join unit_period period on period.unit_id = unit.id and period.during @> ?::date
       order by wanted.n`,
      [work.day, work.day, ids, work.day],
    );
  for (const { id, known, ended, later, name, wanted } of rows) {
    if (!known) fault(work, 'UNIT_NOT_FOUND', wanted);
    else if (ended) fault(work, 'UNIT_ENDED', name ?? wanted);
    else if (later || id === null) fault(work, 'UNIT_CHANGED_LATER', name ?? wanted);
  }
  return rows.filter(({ id, later }) => id !== null && !later);
}

/** Holds the units until the end of the transaction, and notes how they stood before the plan came to them. */
export async function touch(work: Work, ids: readonly string[]): Promise<void> {
  await work.em.execute('select id from unit where id = any(array[?]::uuid[]) order by id for update', [ids]);
  await work.em.execute(
    `insert into reorganisation_change (reorganisation_id, unit_id, before)
     select ?, period.unit_id, ${snapshot('period')}
     from unit_period period where period.unit_id = any(array[?]::uuid[]) and period.during @> ?::date
     on conflict do nothing`,
    [work.id, ids, work.day],
  );
}

/** How the tables have it on the day: the number of groups of a type's code. */
async function codeGroups(work: Work, type: UnitType): Promise<number | null> {
  const [row] = await work.em.execute<{ groups: number | null }[]>(
    'select code_groups as groups from unit_type where code = ? and during @> ?::date',
    [type, work.day],
  );
  return row?.groups ?? null;
}

/** Codes that nothing below the unit ever had; empty, with a fault, where they have run out. */
async function freeCodes(work: Work, parent: Place, type: UnitType, count: number): Promise<string[]> {
  const prefix = codePrefix(parent.code, await codeGroups(work, type));
  const [row] = await work.em.execute<{ last: number }[]>(
    `select coalesce(max(right(code, 3)::int), 0) as last from unit_period
     where code like ? and length(code) = ?`,
    [`${prefix}%`, prefix.length + 3],
  );
  const codes = parent.code === 'CENTRAL' ? null : codesAfter(prefix, row?.last ?? 0, count);
  if (codes === null) fault(work, 'UNIT_CODE_MISFIT', parent.name);
  return codes ?? [];
}

const CODE_SHAPE = '^(CENTRAL|\\d{2}(\\.\\d{3}){0,5})$';

/** Makes a unit below one that stands. */
export async function createUnit(work: Work, unit: NewUnit): Promise<void> {
  const [parent] = await placesNow(work, [unit.parentId]);
  if (!parent) return;
  const [code] = unit.code === null ? await freeCodes(work, parent, unit.type, 1) : [unit.code];
  if (code === undefined) return;
  if (!new RegExp(CODE_SHAPE).test(code)) return fault(work, 'UNIT_CODE_MISFIT', code);
  await work.em.execute('insert into unit (id, valid_from, established_on) values (?, ?, ?)', [
    unit.id,
    work.day,
    unit.establishedOn,
  ]);
  await work.em.execute(
    `insert into unit_period (unit_id, during, ${periodColumns.join(', ')})
     values (?, daterange(?::date, null), ?, ?, ?, ?, ?, ?, ?::ltree, ?, ?, ?, ?)`,
    [
      ...[unit.id, work.day, code, unit.name, unit.shortName, unit.type, unit.kind, parent.id],
      ...[`${parent.path}.${unit.id}`, unit.regionMinWage, unit.hasDigitalSignature, unit.address],
      unit.eDocumentCode,
    ],
  );
  await work.em.execute('insert into reorganisation_change (reorganisation_id, unit_id) values (?, ?)', [
    work.id,
    unit.id,
  ]);
}

/** Gives a unit another name from the day on. */
export async function renameUnit(
  work: Work,
  { unitId, name, shortName }: { unitId: string; name: string; shortName: string | null },
): Promise<void> {
  const [unit] = await placesNow(work, [unitId]);
  if (!unit) return;
  if (unit.name === name && shortName === null) return fault(work, 'NOTHING_CHANGES', unit.name);
  await touch(work, [unitId]);
  await changePeriods(work, {
    from: 'select ?::uuid as unit_id, ?::text as name, coalesce(?, short_name) as short_name from unit_period where unit_id = ? and during @> ?::date',
    values: [unitId, name, shortName, unitId, work.day],
    columns: ['name', 'short_name'],
  });
}

/** The units and everything below them on the day. */
async function subtreeNow(work: Work, roots: readonly Place[]): Promise<string[]> {
  const rows: { id: string }[] = await work.em.execute(
    roots
      .map(
        () =>
          'select unit_id as id from unit_period where path >= ?::ltree and path < ?::ltree and during @> ?::date',
      )
      .join(' union '),
    roots.flatMap(({ path }) => [...pathRange(path.split('.')), work.day]),
  );
  return rows.map(({ id }) => id);
}

/** New codes for the roots of a move, in their old order; a root that stays where it is keeps its code. */
async function codesOfMoved(
  work: Work,
  roots: readonly Place[],
  parent: Place,
  { type, code }: { type: UnitType | null; code: string | null },
): Promise<string[]> {
  if (code !== null) return [code];
  const codes = new Map(roots.map((root) => [root.id, root.code]));
  const leaving = roots.filter((root) => root.parentId !== parent.id);
  for (const [kind, group] of Map.groupBy(leaving, (root) => type ?? root.type)) {
    const free = await freeCodes(work, parent, kind, group.length);
    for (const [n, root] of group.toSorted((a, b) => (a.code < b.code ? -1 : 1)).entries())
      codes.set(root.id, free[n] ?? root.code);
  }
  return roots.map((root) => codes.get(root.id) ?? root.code);
}

/**
 * Puts units with everything below them under another one (or under the same with another type or code): paths and codes of
 * the whole subtree in one statement each, whatever its size.
 */
export async function relocate(
  work: Work,
  ids: readonly string[],
  parentId: string,
  to: { type: UnitType | null; code: string | null },
): Promise<void> {
  if (ids.length === 0) return;
  const roots = await placesNow(work, ids);
  const [parent] = await placesNow(work, [parentId]);
  if (!parent || roots.length < ids.length) return;
  const above = new Set(parent.path.split('.'));
  for (const root of roots) {
    const isSame = root.parentId === parentId && (to.type ?? root.type) === root.type;
    if (above.has(root.id)) fault(work, 'UNIT_BELOW_ITSELF', root.name);
    else if (isSame && (to.code ?? root.code) === root.code) fault(work, 'NOTHING_CHANGES', root.name);
    else continue;
    return;
  }
  const below = await subtreeNow(work, roots);
  const codes = await codesOfMoved(work, roots, parent, to);
  const moved: Change = {
    from: `
      select period.unit_id, ?::ltree || subpath(period.path, nlevel(moved.path) - 1) as path,
        case when period.code = moved.old_code or starts_with(period.code, moved.old_code || '.')
          then moved.new_code || substr(period.code, length(moved.old_code) + 1) else period.code end as code,
        case when period.unit_id = moved.id then ?::uuid else period.parent_id end as parent_id,
        case when period.unit_id = moved.id then coalesce(?::text, period.type) else period.type end as type
      from unnest(array[?]::uuid[], array[?]::ltree[], array[?]::text[], array[?]::text[]) as moved(id, path, old_code, new_code)
      join unit_period period on period.path <@ moved.path
      where period.unit_id = any(array[?]::uuid[]) and period.during @> ?::date`,
    values: [
      ...[parent.path, parent.id, to.type],
      ...[roots.map(({ id }) => id), roots.map(({ path }) => path), roots.map(({ code }) => code), codes],
      ...[below, work.day],
    ],
    columns: ['path', 'code', 'parent_id', 'type'],
  };
  const misfits: { code: string }[] = await work.em.execute(
    `select code from (${moved.from}) moved where code !~ ? order by code limit 1`,
    [...moved.values, CODE_SHAPE],
  );
  for (const { code } of misfits) fault(work, 'UNIT_CODE_MISFIT', code);
  if (misfits.length > 0 || (await hasLaterPeriods(work, below))) return;
  await touch(work, below);
  await changePeriods(work, moved);
}

/** Does anything of this change again after the day? Then the day has passed for this plan: a fault. */
async function hasLaterPeriods(work: Work, ids: readonly string[]): Promise<boolean> {
  const rows: { name: string }[] = await work.em.execute(
    `select name from unit_period where unit_id = any(array[?]::uuid[]) and lower(during) > ?::date limit 1`,
    [ids, work.day],
  );
  for (const { name } of rows) fault(work, 'UNIT_CHANGED_LATER', name);
  return rows.length > 0;
}

/** The units directly below these on the day. */
export async function childrenNow(work: Work, ids: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await work.em.execute(
    `select unit_id as id from unit_period
     where parent_id = any(array[?]::uuid[]) and during @> ?::date and not unit_id = any(array[?]::uuid[])
     order by code`,
    [ids, work.day, ids],
  );
  return rows.map(({ id }) => id);
}

/** Ends units: the day before is their last. What belonged to them must have gone elsewhere. */
export async function closeUnits(
  work: Work,
  units: readonly Place[],
  successorId: string | null,
): Promise<void> {
  const ids = units.map(({ id }) => id);
  const young: { id: string }[] = await work.em.execute(
    'select id from unit where id = any(array[?]::uuid[]) and valid_from >= ?::date',
    [ids, work.day],
  );
  for (const { id } of young)
    fault(work, 'UNIT_CHANGED_LATER', units.find((unit) => unit.id === id)?.name ?? id);
  if (young.length > 0) return;
  await touch(work, ids);
  await work.em.execute(
    'delete from unit_period where unit_id = any(array[?]::uuid[]) and lower(during) >= ?::date',
    [ids, work.day],
  );
  await work.em.execute(
    `update unit_period set during = daterange(lower(during), ?::date)
     where unit_id = any(array[?]::uuid[]) and during @> ?::date`,
    [work.day, ids, work.day],
  );
  await work.em.execute('update unit set valid_to = ?::date where id = any(array[?]::uuid[])', [
    work.day,
    ids,
  ]);
  await work.em.execute(
    `update reorganisation_change set successor_id = ?
     where reorganisation_id = ? and unit_id = any(array[?]::uuid[])`,
    [successorId, work.id, ids],
  );
}

/** What became of each unit that the plan came to, by comparing before and after; their versions rise. */
export async function noteOutcome(work: Work): Promise<void> {
  await work.em.execute(
    `update reorganisation_change change set after = now.after, what = case
         when change.before is null then 'CREATED'
         when now.after is null then 'ENDED'
         when change.before->>'parentId' is distinct from now.after->>'parentId'
           or change.before->>'type' <> now.after->>'type' then 'MOVED'
         when change.before->>'name' <> now.after->>'name'
           or change.before->>'shortName' <> now.after->>'shortName' then 'RENAMED'
         when change.before <> now.after then 'FOLLOWED'
         else 'TOUCHED' end
     from (
       select touched.unit_id, case when period.unit_id is not null then ${snapshot('period')} end as after
       from reorganisation_change touched
       left join unit_period period on period.unit_id = touched.unit_id and period.during @> ?::date
       where touched.reorganisation_id = ?
     ) now
     where change.reorganisation_id = ? and change.unit_id = now.unit_id`,
    [work.day, work.id, work.id],
  );
  await work.em.execute(
    `update unit set version = version + 1
     from reorganisation_change change
     where change.reorganisation_id = ? and change.unit_id = unit.id and change.what <> 'CREATED'`,
    [work.id],
  );
}
