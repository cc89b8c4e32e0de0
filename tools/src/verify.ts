import { parseArgs } from 'node:util';
import { auditChain } from '@dang/audit/audit-chain';
import { type Verdict, verifyChain } from '@dang/audit/verify';
import { verifyLedger } from '@dang/fees/ledger/verify-ledger';
import { type TotalsVerdict, verifyTotals } from '@dang/fees/totals/verify-totals';
import { Client } from 'pg';
import { databaseOf, serviceCalled, servicesInReach } from './launcher/databases.ts';
import { serviceNames } from './launcher/settings.ts';
import { Mistake, runTool, WrongCall } from './launcher/tool.ts';
import { tellFiles, verifyFilesOf } from './verify-files.ts';

/** What can be verified: in which services, how, and what to say of what was found. */
type Verification = {
  services: readonly string[];
  run(client: Client, service: string): Promise<{ faults: readonly string[] }>;
  tell(verdict: never): readonly string[];
};

const tellChains = ({ sealed, chains, unsealed, seal }: Verdict): string[] => {
  const waiting = unsealed.since ? `${unsealed.count} since ${unsealed.since.toISOString()}` : '0';
  return [`${sealed} lines in ${chains} chains, ${waiting} not sealed yet`, `seal ${seal}`];
};

const tellTotals = ({ months, cells, waiting }: TotalsVerdict): string[] => [
  `${months} months and ${cells} cells of units, ${waiting} changes not folded yet`,
];

const verifications: Readonly<Record<string, Verification>> = {
  audit: { services: serviceNames, run: (client) => verifyChain(client, auditChain), tell: tellChains },
  ledger: { services: ['fees'], run: verifyLedger, tell: tellChains },
  totals: { services: ['fees'], run: verifyTotals, tell: tellTotals },
  files: { services: serviceNames, run: (_, service) => verifyFilesOf(service), tell: tellFiles },
};

const usage = `npm run verify -- ${Object.keys(verifications).join(' | ')}, or several of them [<service>]

audit    makes every hash of the audit trail again from what is stored
ledger   the same of the ledger; and that every transaction balances, every paid charge has exactly one standing payment of its
         amount, orders agree with their lines and shares, and balances with their entries
totals   adds up anew, from charges and ledger, what every unit was due, paid and kept in every month, in the tree as it was
files    reads every stored file: its bytes are there with their hash, every signature holds and names the one before it

Says what does not fit; exit code 1 when something does not. Services: ${serviceNames.join(', ')}. Works on what \`npm start\`
runs, else on DATABASE_URL_<SERVICE>.`;

const say = (sentence: string): void => {
  process.stdout.write(`${sentence}\n`);
};

async function verifyService(what: string, { run, tell }: Verification, service: string): Promise<boolean> {
  // the sums over years of dues take longer than any request may
  const client = new Client({
    connectionString: databaseOf(service),
    application_name: `${service} verification`,
  });
  await client.connect();
  try {
    const start = performance.now();
    const verdict = await run(client, service);
    const [first = '', ...more] = tell(verdict as never);
    const isWhole = verdict.faults.length === 0;
    say(
      `${what.padEnd(7)} ${service.padEnd(11)} ${isWhole ? 'whole' : 'BROKEN'}: ${first}, ${Math.round(performance.now() - start)} ms`,
    );
    for (const line of [...more, ...verdict.faults]) say(`                    ${line}`);
    return isWhole;
  } finally {
    await client.end();
  }
}

await runTool(usage, async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  if (positionals.length === 0) throw new WrongCall('What shall be verified?');
  const wanted = positionals.filter((word) => word in verifications);
  const [service, ...others] = positionals.filter((word) => !(word in verifications));
  if (wanted.length === 0 || others.length > 0)
    throw new WrongCall(`There is nothing called ${others[0] ?? service} to verify.`);
  const places: readonly string[] = service === undefined ? servicesInReach() : [serviceCalled(service)];
  let isWhole = true;
  for (const what of wanted) {
    const verification = verifications[what] as Verification;
    const names = verification.services.filter((each) => places.includes(each));
    if (names.length === 0) throw new Mistake(`${places.join(', ')} has no ${what}.`);
    for (const name of names) isWhole = (await verifyService(what, verification, name)) && isWhole;
  }
  if (!isWhole) process.exitCode = 1;
});
