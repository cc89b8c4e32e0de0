import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../src/launcher/running.ts';

/** Rows of the table in docs/metrics.md, each a metric: `metrics.int.test.ts` compares them with what started processes register. */
export const documentedMetrics = (): string[] =>
  readFileSync(join(root, 'docs', 'metrics.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));

/** The metrics of our own processes by name, with their labels: what documentation and processes agree on. */
export const ownMetrics = (): Record<string, readonly string[]> =>
  Object.fromEntries(
    documentedMetrics().map((row) => {
      const [, name = '', , labels = ''] = row.split('|').map((cell) => cell.trim());
      return [name.replaceAll('`', ''), ['service', ...labels.split(', ').filter(Boolean)]];
    }),
  );
