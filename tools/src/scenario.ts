import { parseArgs } from 'node:util';
import { getRunning } from './launcher/running.ts';
import { runTool, WrongCall } from './launcher/tool.ts';
import { feeTotals } from './scenarios/fee-totals.ts';
import { officialTransfer } from './scenarios/official-transfer.ts';
import { payBranch } from './scenarios/pay-branch.ts';
import { payDues } from './scenarios/pay-dues.ts';
import { quarterlyReport } from './scenarios/quarterly-report.ts';
import { reconcile } from './scenarios/reconcile.ts';
import { register } from './scenarios/register.ts';
import { reorganise } from './scenarios/reorganise.ts';
import { residenceComment } from './scenarios/residence-comment.ts';
import { openStage, type Play, type Stage } from './scenarios/stage.ts';
import { Surprise } from './scenarios/surprise.ts';
import { temporaryTransfer } from './scenarios/temporary-transfer.ts';

const scenarios: Record<string, (stage: Stage, play: Play) => Promise<void>> = {
  'official-transfer': officialTransfer,
  register,
  'quarterly-report': quarterlyReport,
  reconcile,
  reorganise,
  'pay-dues': payDues,
  'pay-branch': payBranch,
  'fee-totals': feeTotals,
  'residence-comment': residenceComment,
  'temporary-transfer': temporaryTransfer,
};

const usage = `npm run scenario -- [<name> …] [--kill <process,…>]

Plays people of the demo province through the public endpoint and checks what it must find; without a name all, one after the other:
${Object.keys(scenarios).join(', ')}. --kill ends processes of what runs here in the middle of official-transfer.`;

await runTool(usage, async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { kill: { type: 'string', default: '' } },
  });
  const names = positionals.length > 0 ? positionals : Object.keys(scenarios);
  const unknown = names.filter((name) => !Object.hasOwn(scenarios, name));
  if (unknown.length > 0) throw new WrongCall(`There is no scenario ${unknown.join(', ')}.`);
  const stage = openStage(getRunning());
  const kill = values.kill.split(',').filter(Boolean);
  for (const name of names) {
    process.stdout.write(`Scenario ${name}\n`);
    try {
      await scenarios[name]?.(stage, { kill });
      process.stdout.write(`\n✓ ${name}\n`);
    } catch (error) {
      const told = error instanceof Surprise ? error.message : ((error as Error).stack ?? String(error));
      process.stderr.write(`\n✗ ${name}: ${told}\n`);
      process.exit(1);
    }
  }
});
