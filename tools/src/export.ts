import { runResults } from './exports/results.ts';
import { Mistake } from './imports/place.ts';

const usage = `npm run export -- results <unit code> <year> <file.xlsx|file.csv>

Works on what \`npm start\` runs, else on DATABASE_URL_<SERVICE>.`;

const commands: Record<string, (given: readonly string[]) => Promise<void>> = { results: runResults };

try {
  const [what, ...given] = process.argv.slice(2);
  const run = Object.hasOwn(commands, what ?? '') ? commands[what ?? ''] : undefined;
  if (!run) throw new Mistake(usage);
  await run(given);
} catch (error) {
  // what was asked wrongly is said in one sentence; everything else is a bug and shows its stack
  process.stderr.write(`${error instanceof Mistake ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}
