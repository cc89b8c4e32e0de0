import { definition } from '@dang/orgtree/definition';
import { countMembers, foldHeadcounts } from '@dang/orgtree/membership/headcount.rows';
import { findMembersPages } from '@dang/orgtree/membership/membership.rows';
import { carryOutReorganisation, keepReorganisation } from '@dang/orgtree/reorganisation/keep-reorganisation';
import { findChildren, findUnitsOn } from '@dang/orgtree/unit/unit.rows';
import { findUnitChoices, findUnitsByText, searchPatterns } from '@dang/orgtree/unit/unit-choices.rows';
import { migrate, openDatabase } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import type { MikroORM } from '@mikro-orm/postgresql';
import { loadBigTree, numbersOf, type TreeSize, unitId } from '../lib/big-tree.ts';
import { foreignShare, readCpuUse } from '../lib/environment-facts.ts';
import type { Scenario } from '../lib/scenario.ts';
import { median, percentile } from '../lib/stats.ts';
import { onPostgres } from './own-postgres.ts';

const DAY = '2026-07-06';
const PROVINCE = 1;
const OTHER_PROVINCE = 2;
const PAGE = 51;

type Em = ReturnType<MikroORM['em']['fork']>;
type Reading = { what: string; hasGoal: boolean; read(em: Em, n: number): Promise<unknown> };

async function pathOf(em: Em, id: string): Promise<readonly string[]> {
  const [unit] = await findUnitsOn(em, [{ id, day: DAY, orLast: false }]);
  if (!unit) throw new Error(`there is no unit ${id}`);
  return unit.path;
}

/** What the graph asks of the tree, by the service's own functions; `n` chooses whom it is asked about. */
function readingsOf(size: TreeSize, paths: ReadonlyMap<string, readonly string[]>): Reading[] {
  const { superior, grassroots, branch } = numbersOf(size);
  const membersOf = (level: string, number: (n: number) => number, wide: boolean): Reading => ({
    what: `a page of ${PAGE - 1} members of a ${level}, anywhere in the list`,
    hasGoal: true,
    read: (em, n) => {
      const given = ['an', 'bich', 'hung', 'lan', 'minh', 'son', 'trang', 'yen'][n % 8] ?? '';
      const after = { nameKey: `${given} `, memberId: unitId(0) };
      const path = paths.get(unitId(number(n))) ?? [];
      return findMembersPages(em, [{ path, wide, kind: 'OFFICIAL', day: DAY, limit: PAGE, after }]);
    },
  });
  const countOf = (level: string, number: (n: number) => number, wide: boolean): Reading => ({
    what: `number of members of a ${level}`,
    hasGoal: false,
    read: (em, n) =>
      countMembers(em, [{ path: paths.get(unitId(number(n))) ?? [], kind: 'OFFICIAL', day: DAY, wide }], DAY),
  });
  return [
    // what the machine takes for nothing at all at this moment: the figures below are to be read beside it
    { what: 'select 1, to compare', hasGoal: false, read: (em) => em.execute('select 1') },
    {
      what: 'is X under Y',
      hasGoal: true,
      read: async (em, n) => (await pathOf(em, unitId(branch(n)))).includes(unitId(superior(n * 7))),
    },
    {
      what: 'ancestors of a branch',
      hasGoal: true,
      read: async (em, n) => {
        const path = await pathOf(em, unitId(branch(n)));
        return findUnitsOn(
          em,
          path.map((id) => ({ id, day: DAY, orLast: false })),
        );
      },
    },
    {
      what: `a page of ${PAGE - 1} children`,
      hasGoal: true,
      read: (em, n) => {
        const parentId = unitId([PROVINCE, superior(n), grassroots(n)][n % 3] ?? PROVINCE);
        return findChildren(em, [{ parentId, day: DAY, limit: PAGE, after: null }]);
      },
    },
    membersOf('branch', branch, false),
    membersOf('grassroots organisation', grassroots, false),
    membersOf('ward', superior, false),
    membersOf('province', () => PROVINCE, true),
    countOf('ward', superior, false),
    countOf('province', () => PROVINCE, true),
    {
      what: 'search by words of the name, first page',
      hasGoal: false,
      read: (em, n) =>
        findUnitsByText(em, searchPatterns(`viet hung ${branch(n)}`) ?? [], {
          under: null,
          type: null,
          day: DAY,
          limit: PAGE,
          after: null,
        }),
    },
    {
      what: 'the four selects of the form',
      hasGoal: false,
      read: (em, n) => {
        const path = paths.get(unitId(grassroots(n))) ?? [];
        return findUnitChoices(em, {
          provinceCode: '05',
          provinceId: null,
          superiorId: path.at(-2) ?? null,
          grassrootsId: path.at(-1) ?? null,
          subCommitteeId: null,
          day: DAY,
        });
      },
    },
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Moves a ward with everything below it to the other province, as the mutation does, to its commit. */
async function moveWard(orm: MikroORM, number: number): Promise<number> {
  const step = {
    act: 'MOVE',
    unitId: unitId(number),
    parentId: unitId(OTHER_PROVINCE),
    type: null,
    code: null,
  } as const;
  const decided = { title: 'Chuyển', decisionNumber: `${number}`, decisionOn: DAY, effectiveOn: DAY };
  const at = new Date();
  return timed(() =>
    orm.em.fork().transactional(async (em) => {
      const kept = await keepReorganisation(em, {
        ...decided,
        scopeUnitId: unitId(0),
        steps: [step],
        actor: null,
        at,
      });
      const { faults } = await carryOutReorganisation(em, kept, { actor: null, at });
      if (faults.length > 0) throw new Error(`the ward could not be moved: ${JSON.stringify(faults)}`);
    }),
  );
}

async function readPaths(orm: MikroORM): Promise<Map<string, readonly string[]>> {
  const rows: { id: string; path: string }[] = await orm.em
    .fork()
    .execute('select unit_id as id, path::text as path from unit_period');
  return new Map(rows.map(({ id, path }) => [id, path.split('.')]));
}

/** The tree of a province in its database: what is read all the time, and the move of a ward with everything below it. */
export const tree: Scenario = ({ isQuick, say }) =>
  onPostgres('tree', say, async ({ postgres }) => {
    const size: TreeSize = isQuick
      ? { superiors: 40, grassroots: 600, units: 10_000, members: 100_000 }
      : { superiors: 136, grassroots: 3_000, units: 50_000, members: 500_000 };
    const asks = isQuick ? 100 : 400;
    const log = makeLogger({ service: 'orgtree', role: 'bench', level: 'error' });
    const url = postgres.url('postgres');
    await migrate({ definition, url, log });
    const orm = await openDatabase({ definition, url, poolSize: 2, log });
    try {
      say(`loading ${size.units} units and ${size.members} members`);
      const loadSeconds = (await timed(() => loadBigTree(url, size))) / 1_000;
      await foldHeadcounts(orm.em.fork());
      say(`loaded in ${loadSeconds.toFixed(0)} s`);
      const before = readCpuUse();
      const table = [['what', 'p50 ms', 'p95 ms', 'p99 ms']];
      let worst = 0;
      for (const { what, hasGoal, read } of readingsOf(size, await readPaths(orm))) {
        const em = orm.em.fork();
        for (let n = 0; n < 20; n += 1) await read(em, n * 31);
        const times: number[] = [];
        for (let n = 0; n < asks; n += 1) times.push(await timed(() => read(em, n * 97 + 13)));
        const p95 = percentile(times, 0.95);
        if (hasGoal) worst = Math.max(worst, p95);
        table.push([what, ...[0.5, 0.95, 0.99].map((share) => percentile(times, share).toFixed(2))]);
        say(`${what}: p95 ${p95.toFixed(2)} ms`);
      }
      const moves: number[] = [];
      for (let n = 0; n < (isQuick ? 3 : 9); n += 1)
        moves.push(await moveWard(orm, numbersOf(size).superior(n * 11)));
      const below = Math.round((size.units - size.superiors) / size.superiors);
      const slowest = Math.max(...moves);
      table.push([
        `a ward moves with ${below} units below it`,
        median(moves).toFixed(0),
        slowest.toFixed(0),
        slowest.toFixed(0),
      ]);
      const share = foreignShare(before, readCpuUse());
      return {
        figures: [
          { goal: 'tree-read', value: worst },
          { goal: 'tree-move', value: slowest / 1_000 },
        ],
        table,
        notes: [
          `${size.units} units, ${size.members} members; ${asks} questions each, one after the other, by the service's own functions over one connection, so that the way there and back is part of every figure. Of the moves the median and the slowest of ${moves.length}: everything to the commit, with the events that tell the other services.`,
        ],
        packages: ['@mikro-orm/postgresql', 'pg'],
        foreign: [share?.foreign ?? null],
      };
    } finally {
      await orm.close(true);
    }
  });
