import { execFileSync } from 'node:child_process';
import { environmentFacts } from './lib/environment-facts.ts';
import type { Scenario } from './lib/scenario.ts';
import { readGoals, readResults, verdictOf, writeReport } from './report.ts';

/** `npm run bench -- <scenario…> [--quick]`; without a name, all of them. Loaded only when they run. */
const scenarios: Readonly<Record<string, () => Promise<Scenario>>> = {
  start: async () => (await import('./scenarios/start.ts')).start,
  'event-lag': async () => (await import('./scenarios/event-lag.ts')).eventLag,
  tree: async () => (await import('./scenarios/tree.ts')).tree,
  assess: async () => (await import('./scenarios/assess.ts')).assess,
  keyset: async () => (await import('./scenarios/keyset.ts')).keyset,
  import: async () => (await import('./scenarios/import.ts')).importScenario,
  confirm: async () => (await import('./scenarios/confirm.ts')).confirm,
  'confirm-batch': async () => (await import('./scenarios/confirm.ts')).confirmBatch,
  'confirm-hot-ward': async () => (await import('./scenarios/confirm.ts')).confirmHotWard,
  'totals-write-cost': async () => (await import('./scenarios/confirm.ts')).totalsWriteCost,
  totals: async () => (await import('./scenarios/totals.ts')).totals,
  'totals-slope': async () => (await import('./scenarios/totals.ts')).totalsSlope,
  'totals-under-write': async () => (await import('./scenarios/totals-under-write.ts')).totalsUnderWrite,
  export: async () => (await import('./scenarios/export.ts')).exportScenario,
  documents: async () => (await import('./scenarios/documents.ts')).documents,
  transfers: async () => (await import('./scenarios/transfers.ts')).transfers,
  image: async () => (await import('./scenarios/image.ts')).image,
  'gateway-hop': async () => (await import('./scenarios/gateway-hop.ts')).gatewayHop,
};

const words = process.argv.slice(2);
const isQuick = words.includes('--quick');
const named = words.filter((word) => word !== '--quick');
const unknown = named.filter((name) => !Object.hasOwn(scenarios, name));
if (unknown.length > 0) {
  const isHelp = unknown.includes('--help') || unknown.includes('-h');
  const usage = `npm run bench -- [<scenario> …] [--quick]\nScenarios, all of them without a name: ${Object.keys(scenarios).join(', ')}.\n`;
  if (isHelp) process.stdout.write(usage);
  else process.stderr.write(`There is no scenario ${unknown.join(', ')}.\n\n${usage}`);
  process.exit(isHelp ? 0 : 2);
}

function commitNow(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const goals = readGoals();
let isBelowFloor = false;
for (const name of named.length > 0 ? named : Object.keys(scenarios)) {
  say(`${name}${isQuick ? ' (quick)' : ''}`);
  const scenario = await scenarios[name]?.();
  if (!scenario) continue;
  const finding = await scenario({ isQuick, say: (line) => say(`  ${line}`) });
  writeReport({
    ...readResults(),
    [name]: { ...finding, isQuick, facts: environmentFacts(commitNow(), finding.packages) },
  });
  for (const row of finding.table) say(`  ${row.join(' | ').replaceAll('**', '')}`);
  for (const figure of finding.figures) {
    const goal = goals.find(({ id }) => id === figure.goal);
    if (!goal) throw new Error(`${figure.goal} is not in goals.json`);
    const verdict = verdictOf(goal, figure);
    if (verdict === 'below the floor') isBelowFloor = true;
    say(
      `  ${goal.what}: ${figure.value.toFixed(2)} ${goal.unit} (goal ${goal.goal}, floor ${goal.floor}): ${verdict}`,
    );
  }
}
say('Written: docs/PERFORMANCE.md');
process.exit(isBelowFloor ? 1 : 0);
