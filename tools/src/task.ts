import { json } from 'node:stream/consumers';
import { commands } from './image/own-files.ts';
import { runTool, WrongCall } from './launcher/tool.ts';
import { deploymentsIn, jobOf } from './task/job-of.ts';

const usage = `kubectl get deploy/fees-worker -o json | npm run -s task -- <tool> [<words> …] | kubectl create -f -

Writes a Job that runs one of the tools of the image (${commands.join(', ')}) once, as the Deployments that
come in are run: for when no process of theirs runs, or the tool needs the databases of several. The first one lends its labels, and with
them its rights in the network.`;

await runTool(usage, async ([tool, ...words]) => {
  if (tool === undefined) throw new WrongCall('Which tool?');
  if (!commands.includes(tool)) throw new WrongCall(`${tool} is no tool of the image.`);
  if (process.stdin.isTTY) throw new WrongCall('Nothing comes in.');
  const deployments = deploymentsIn(await json(process.stdin).catch(() => null));
  const name = ['task', tool, ...words.filter((word) => /^[a-z]+$/.test(word))].join('-').slice(0, 50);
  const job = jobOf(deployments, name, ['node', `tools/src/${tool}.ts`, ...words]);
  process.stdout.write(`${JSON.stringify(job, null, 2)}\n`);
});
