import { parseArgs } from 'node:util';
import { TableFault } from '@dang/tabular/table-row';
import { runMembers } from './imports/members.ts';
import { runStatement } from './imports/statement.ts';
import { runReorganisation, runUnits } from './imports/tree.ts';
import { Mistake, runTool, WrongCall } from './launcher/tool.ts';

const usage = `npm run import -- members|units|reorganisation|statement <file.csv|file.xlsx> [--dry-run] [--report <report.csv>]

Works on what \`npm start\` runs, else on DATABASE_URL_<SERVICE>, PROVINCE_KEY and PROVINCE_INDEX_KEY.
--dry-run says what would happen and changes nothing. Broken off, the same command goes on where it was. Columns: of members
services/identity/src/member-import/columns.rules.ts, of units and reorganisations services/orgtree/README.md, of statements services/fees/src/bank-statement/statement-table.ts.`;

type Options = { dryRun: boolean; report: string | undefined };

const commands: Record<string, (file: string | undefined, options: Options) => Promise<void>> = {
  members: runMembers,
  units: runUnits,
  reorganisation: runReorganisation,
  statement: runStatement,
};

const isMissing = (error: Error & { code?: string; path?: string }): boolean =>
  error.code === 'ENOENT' && error.path !== undefined;

/** What a file got wrong is said in one sentence, as what a call got wrong. */
async function inPlainWords(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (thrown) {
    const error = thrown as Error & { path?: string };
    if (isMissing(error)) throw new Mistake(`There is no file ${error.path}.`);
    const isPlain = error instanceof TableFault || error.name === 'UnusableFile';
    throw isPlain ? new Mistake(error.message) : error;
  }
}

await runTool(usage, async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, report: { type: 'string' } },
  });
  const [what, file] = positionals;
  if (what === undefined) throw new WrongCall('What shall be imported?');
  const run = Object.hasOwn(commands, what) ? commands[what] : undefined;
  if (!run) throw new WrongCall(`There is no import called ${what}.`);
  await inPlainWords(run(file, { dryRun: values['dry-run'], report: values.report }));
});
