import { parseArgs } from 'node:util';
import { TableFault } from '@dang/tabular/table-row';
import { runMembers } from './imports/members.ts';
import { Mistake } from './imports/place.ts';
import { runStatement } from './imports/statement.ts';
import { runReorganisation, runUnits } from './imports/tree.ts';

const usage = `npm run import -- members|units|reorganisation|statement <file.csv|file.xlsx> [--dry-run] [--report <report.csv>]

Works on what \`npm start\` runs, else on DATABASE_URL_<SERVICE>, PROVINCE_KEY and PROVINCE_INDEX_KEY.
--dry-run says what would happen and changes nothing. Broken off, the same command goes on where it was.`;

type Options = { dryRun: boolean; report: string | undefined };

const commands: Record<string, (file: string | undefined, options: Options) => Promise<void>> = {
  members: runMembers,
  units: runUnits,
  reorganisation: runReorganisation,
  statement: runStatement,
};

/** What a file or a call got wrong is said in one sentence; everything else is a bug and shows its stack. */
function tell(error: unknown): void {
  const isPlain = error instanceof Mistake || error instanceof TableFault || isMissing(error);
  const named = error as Error;
  process.stderr.write(
    `${isPlain || named.name === 'UnusableFile' ? named.message : (named.stack ?? named)}\n`,
  );
  process.exitCode = 1;
}
const isMissing = (error: unknown): boolean => (error as { code?: string }).code === 'ENOENT';

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, report: { type: 'string' } },
  });
  const [what, file] = positionals;
  const run = Object.hasOwn(commands, what ?? '') ? commands[what ?? ''] : undefined;
  if (!run) throw new Mistake(usage);
  await run(file, { dryRun: values['dry-run'], report: values.report });
} catch (error) {
  tell(error);
}
