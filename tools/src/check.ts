import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './launcher/running.ts';

/** One thing that must hold; `npm test` counts it as one test beside those that jest counts. */
interface Check {
  name: string;
  command: readonly string[];
}

const node = process.execPath;
const bin = (name: string) => join(root, 'node_modules', '.bin', name);

const checks: readonly Check[] = [
  { name: 'types', command: [bin('tsc'), '-p', '.'] },
  { name: 'lint and format', command: [bin('biome'), 'ci', '--colors=off', '--error-on-warnings', '.'] },
  {
    name: 'import directions and cycles',
    command: [
      bin('depcruise'),
      '--config',
      '.dependency-cruiser.mjs',
      'gateway',
      'packages',
      'services',
      'sandbox',
      'tools',
      'bench',
    ],
  },
  { name: 'dead code', command: [bin('knip'), '--no-progress'] },
  { name: 'schema composed and fresh', command: [node, 'tools/src/compose.ts', '--check'] },
  { name: 'resolver types fresh', command: [node, 'tools/src/generate.ts', '--check'] },
];

interface JestSummary {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: { name: string; status: string; message: string }[];
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function run(command: readonly string[], isQuiet: boolean): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const [program = node, ...words] = command;
    const child = spawn(program, words, {
      cwd: root,
      stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}

async function runCheck({ name, command }: Check): Promise<boolean> {
  const began = performance.now();
  const { code, output } = await run(command, true);
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${seconds(began)})\n`);
  if (code !== 0) process.stdout.write(`${output.trim().slice(-8000)}\n`);
  return code === 0;
}

/** Runs jest on a kind of test and returns how many passed and failed; a suite that cannot even load counts as one failure. */
async function runTests(
  kind: string,
  options: readonly string[],
): Promise<{ passed: number; failed: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'dang-check-'));
  const report = join(folder, 'report.json');
  process.stdout.write(`\n${kind}\n`);
  await run(
    [
      node,
      '--disable-warning=ExperimentalWarning',
      '--experimental-vm-modules',
      'node_modules/jest/bin/jest.js',
      '--json',
      `--outputFile=${report}`,
      '--reporters=default',
      ...options,
    ],
    false,
  );
  try {
    const summary = JSON.parse(readFileSync(report, 'utf8')) as JestSummary;
    const broken = summary.numRuntimeErrorTestSuites;
    // A skipped test proves nothing: it counts as a failure.
    return {
      passed: summary.numPassedTests,
      failed: summary.numFailedTests + broken + summary.numPendingTests,
    };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const began = performance.now();
let passed = 0;
let failed = 0;
for (const check of checks) {
  if (await runCheck(check)) passed += 1;
  else failed += 1;
}
for (const [kind, options] of [
  [
    'Unit and integration tests',
    ['--testPathIgnorePatterns', '/node_modules/', '/.data/', '\\.e2e\\.test\\.ts$'],
  ],
  ['End to end, through real processes', ['--runInBand', '--testPathPatterns', '\\.e2e\\.test\\.ts$']],
] as const) {
  const counted = await runTests(kind, options);
  passed += counted.passed;
  failed += counted.failed;
}
process.stdout.write(`\nAll checks took ${seconds(began)}.\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
