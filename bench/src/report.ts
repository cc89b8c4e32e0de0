import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { EnvironmentFacts } from './lib/environment-facts.ts';
import type { Figure, Finding } from './lib/scenario.ts';

/** One goal of goals.json. */
export type Goal = {
  id: string;
  scenario: string;
  what: string;
  unit: string;
  better: 'higher' | 'lower';
  goal: number;
  floor: number;
};

/** The last finding of each scenario, as it is kept in results.json. */
export type Results = Record<string, Finding & { facts: EnvironmentFacts; isQuick: boolean }>;

const file = (name: string): URL => new URL(`../${name}`, import.meta.url);

export const readGoals = (): Goal[] => JSON.parse(readFileSync(file('goals.json'), 'utf8'));

export function readResults(): Results {
  return existsSync(file('results.json')) ? JSON.parse(readFileSync(file('results.json'), 'utf8')) : {};
}

/** Keeps the results and writes the report that people read. */
export function writeReport(results: Results): void {
  writeFileSync(file('results.json'), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(file('../docs/PERFORMANCE.md'), report(readGoals(), results));
}

/** Where a figure stands against its goal. */
export function verdictOf(
  goal: Goal,
  figure: Figure,
): 'goal reached' | 'above the floor' | 'below the floor' {
  const reaches = (mark: number) => (goal.better === 'higher' ? figure.value >= mark : figure.value <= mark);
  if (reaches(goal.goal)) return 'goal reached';
  return reaches(goal.floor) ? 'above the floor' : 'below the floor';
}

const number = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toString() : value.toFixed(2);
const table = ([heads = [], ...rows]: string[][]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function goalRow(goal: Goal, results: Results): string[] {
  const figure = results[goal.scenario]?.figures.find(({ goal: id }) => id === goal.id);
  const sign = goal.better === 'higher' ? '≥' : '≤';
  const mark = (value: number) => `${sign} ${value} ${goal.unit}`;
  if (!figure) return [goal.what, mark(goal.goal), mark(goal.floor), '–', 'not measured yet'];
  const interval =
    figure.low === undefined ? '' : ` (${number(figure.low)}–${number(figure.high ?? figure.value)})`;
  return [
    goal.what,
    mark(goal.goal),
    mark(goal.floor),
    `**${number(figure.value)} ${goal.unit}**${interval}`,
    verdictOf(goal, figure),
  ];
}

function section(name: string, { facts, isQuick, notes, table: rows, foreign }: Results[string]): string {
  const shares = foreign.filter((share) => share !== null).map((share) => `${Math.round(share * 100)} %`);
  const packages = Object.entries(facts.packages).map(([pack, version]) => `${pack} ${version}`);
  const where = `${facts.date}, commit ${facts.commit}, ${facts.cpu}, ${facts.cores} cores, ${facts.memoryGib} GiB, Linux ${facts.kernel}, Node ${facts.node}; ${packages.join(', ')}.`;
  const others = shares.length > 0 ? ` Others used ${shares.join(', ')} of the machine in its rounds.` : '';
  return [`## ${name}${isQuick ? ' (quick run)' : ''}`, table(rows), ...notes, `${where}${others}`].join(
    '\n\n',
  );
}

/** The report as Markdown: every goal with what was measured last, then each scenario's own table. */
export function report(goals: readonly Goal[], results: Results): string {
  const rows = goals.map((goal) => goalRow(goal, results));
  return `${[
    '# Performance',
    'Written by `npm run bench`; do not edit. How to read it: [bench/README.md](../bench/README.md).',
    table([['what', 'goal', 'floor', 'measured (95 %)', 'verdict'], ...rows]),
    ...Object.entries(results).map(([name, result]) => section(name, result)),
  ].join('\n\n')}\n`;
}
