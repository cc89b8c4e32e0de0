import { json } from 'node:stream/consumers';
import { endWith, Mistake } from './launcher/databases.ts';
import { deploymentsIn, jobOf } from './task/job-of.ts';

const usage = `kubectl get deploy/fees-worker -o json | npm run -s task -- <tool> [<words> …] | kubectl create -f -

Writes a Job that runs one of the tools of the image (events, verify, doctor, keys, operator, renumber, import) once, as the Deployments that
come in are run: for when no process of theirs runs, or the tool needs the databases of several. The first one lends its labels, and with
them its rights in the network.`;

const tools: readonly string[] = ['events', 'verify', 'doctor', 'keys', 'operator', 'renumber', 'import'];

async function main(): Promise<void> {
  const [tool, ...words] = process.argv.slice(2);
  if (tool === undefined || !tools.includes(tool)) throw new Mistake(usage);
  const deployments = deploymentsIn(await json(process.stdin).catch(() => null));
  const name = ['task', tool, ...words.filter((word) => /^[a-z]+$/.test(word))].join('-').slice(0, 50);
  const job = jobOf(deployments, name, ['node', `tools/src/${tool}.ts`, ...words]);
  process.stdout.write(`${JSON.stringify(job, null, 2)}\n`);
}

main().catch(endWith);
