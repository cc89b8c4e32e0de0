import { parseArgs } from 'node:util';
import { auditChain } from '@dang/audit/audit-chain';
import { type Verdict, verifyChain } from '@dang/audit/verify';
import { openConnection } from '@dang/events/leader';
import { databaseOf, endWith, Mistake, serviceCalled } from './launcher/databases.ts';
import { serviceNames } from './launcher/settings.ts';

const usage = `npm run verify -- audit [<service>]

Makes every hash of the audit trail again from what is stored, and says what does not fit. Exit code 1 when something does
not. Services: ${serviceNames.join(', ')}. Works on what \`npm start\` runs, else on DATABASE_URL_<SERVICE>.`;

const say = (sentence: string): void => {
  process.stdout.write(`${sentence}\n`);
};

function tell(service: string, { sealed, chains, unsealed, seal, faults }: Verdict, tookMs: number): void {
  const waiting = unsealed.since ? `${unsealed.count} since ${unsealed.since.toISOString()}` : '0';
  const verdict = faults.length === 0 ? 'whole' : 'BROKEN';
  say(
    `${service.padEnd(11)} ${verdict}: ${sealed} lines in ${chains} chains, ${waiting} not sealed yet, ${tookMs} ms`,
  );
  say(`            seal ${seal}`);
  for (const fault of faults) say(`            ${fault}`);
}

async function verifyService(service: string): Promise<boolean> {
  const { client } = await openConnection(databaseOf(service), `${service} verification`);
  try {
    const start = performance.now();
    const verdict = await verifyChain(client, auditChain);
    tell(service, verdict, Math.round(performance.now() - start));
    return verdict.faults.length === 0;
  } finally {
    await client.end();
  }
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  const [what, service] = positionals;
  if (values.help || what === undefined) return say(usage);
  if (what !== 'audit') throw new Mistake(`There is nothing called ${what} to verify.\n\n${usage}`);
  const names = service === undefined ? serviceNames : [serviceCalled(service, usage)];
  let isWhole = true;
  for (const name of names) isWhole = (await verifyService(name)) && isWhole;
  if (!isWhole) process.exitCode = 1;
}

main().catch(endWith);
