import pg from 'pg';

/** How large: Hà Nội in its branches, and the tree of a province in its units. */
export type TreeSize = { superiors: number; grassroots: number; units: number; members: number };

/** The unit, or member, of this number. */
export const unitId = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** Which numbers are what: 0 the Centre, 1 and 2 the provinces (everything begins in 1), then level by level. */
export const numbersOf = ({ superiors, grassroots, units }: TreeSize) => ({
  superior: (n: number) => 3 + (n % superiors),
  grassroots: (n: number) => 3 + superiors + (n % grassroots),
  branch: (n: number) => 3 + superiors + grassroots + (n % branchCount({ superiors, grassroots, units })),
});

const branchCount = ({ superiors, grassroots, units }: Omit<TreeSize, 'members'>) =>
  units - 3 - superiors - grassroots;

const FIRST_DAY = '2025-07-01';
const CHUNK = 50_000;

const idSql = (n: string) => `('00000000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const memberSql = (n: string) => `('00000000-0000-7000-9000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** One level of the tree: as many units as said, dealt out to the units above in turn. */
function level({
  type,
  first,
  count,
  parents,
  parentFirst,
  infix,
}: {
  type: string;
  first: number;
  count: number;
  parents: number;
  parentFirst: number;
  infix: string;
}): string {
  return `
    with made as (
      select ${first} + n as number, ${parentFirst} + n % ${parents} as parent_number, n / ${parents} + 1 as place
      from generate_series(0, ${count - 1}) as n
    ),
    unit_rows as (insert into unit (id, valid_from) select ${idSql('number')}, '${FIRST_DAY}' from made)
    insert into unit_period (unit_id, during, code, name, short_name, type, kind, parent_id, path)
    select ${idSql('made.number')}, daterange('${FIRST_DAY}', null), parent.code || '${infix}.' || lpad(place::text, 3, '0'),
      '${type === 'BRANCH' ? 'Chi bộ' : 'Đảng bộ'} ' || (array['Việt Hưng', 'Tây Hồ', 'Sông Hồng', 'Bách Khoa', 'Đống Đa'])[1 + number % 5] || ' số ' || number,
      'Số ' || number, '${type}', 'OTHER', parent.unit_id, parent.path || ${idSql('made.number')}::text
    from made join unit_period parent on parent.unit_id = ${idSql('made.parent_number')}`;
}

/**
 * Fills a migrated, empty database of orgtree with a province of this size, set-based: the tree, one membership and one placement a
 * member, names to sort by. Members stand branch by branch, as an import leaves them; names are at random (the same every time).
 */
export async function loadBigTree(url: string, size: TreeSize): Promise<void> {
  const { superiors, grassroots, members } = size;
  const branches = branchCount(size);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select setseed(0.42)');
    await client.query(
      `insert into unit (id, valid_from) select ${idSql('n')}, '${FIRST_DAY}' from generate_series(0, 2) as n`,
    );
    await client.query(
      `insert into unit_period (unit_id, during, code, name, short_name, type, kind, parent_id, path)
       select ${idSql('n')}, daterange('${FIRST_DAY}', null), code, 'Đảng bộ ' || code, code, type, 'OTHER',
         case when n > 0 then ${idSql('0')} end,
         (case when n > 0 then ${idSql('0')} || '.' else '' end || ${idSql('n')})::ltree
       from (values (0, 'CENTRAL', 'CENTRAL'), (1, '05', 'PROVINCE'), (2, '06', 'PROVINCE')) as top(n, code, type)`,
    );
    const firstGrassroots = 3 + superiors;
    const firstBranch = firstGrassroots + grassroots;
    await client.query(
      level({ type: 'SUPERIOR', first: 3, count: superiors, parents: 1, parentFirst: 1, infix: '' }),
    );
    await client.query(
      level({
        type: 'GRASSROOTS_COMMITTEE',
        first: firstGrassroots,
        count: grassroots,
        parents: superiors,
        parentFirst: 3,
        infix: '',
      }),
    );
    await client.query(
      level({
        type: 'BRANCH',
        first: firstBranch,
        count: branches,
        parents: grassroots,
        parentFirst: firstGrassroots,
        infix: '.000',
      }),
    );
    const branchOfMember = idSql(`${firstBranch} + (n::bigint * ${branches} / ${members})::int`);
    for (let from = 0; from < members; from += CHUNK)
      await client.query(
        `with made as (
           select n, (array['an','anh','bich','chi','dung','ha','hoa','hung','huong','lan','linh','long','mai','minh','nam','nga','phuc','quan','son','thao','thu','trang','tuan','yen'])[1 + floor(random() * 24)::int]
             || ' ' || (array['nguyen','tran','le','pham','hoang','vu','dang','bui','do','ngo'])[1 + floor(random() * 10)::int]
             || ' ' || substr(md5(n::text), 1, 6) as name_key
           from generate_series(${from}, ${Math.min(from + CHUNK, members) - 1}) as n
         ),
         named as (insert into member_name (member_id, version, name_key) select ${memberSql('n')}, 1, name_key from made),
         placed as (
           insert into placement (member_id, branch_id, since)
           select ${memberSql('n')}, ${branchOfMember}, '${FIRST_DAY}' from made
         )
         insert into membership (id, member_id, unit_id, kind, valid_from, cause, name_key)
         select uuidv7(), ${memberSql('n')}, ${branchOfMember}, 'OFFICIAL', '${FIRST_DAY}', 'IMPORT', name_key
         from made`,
      );
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
