import { execFileSync } from 'node:child_process';
import { root } from './launcher/running.ts';
import { Mistake, runTool, WrongCall } from './launcher/tool.ts';
import { contentNow, lastRelease, record } from './release/source.ts';

const usage = `npm run release -- show
npm run release -- record <tag>

\`record\` writes down what the commit checked out here promises to the versions before and after it (k8s/releases/last): its
schemas, its events, its migrations. Do it when an image is made of that commit; the tag is the one of the image.`;

const git = (...words: string[]) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();

async function run([order, tag]: readonly string[]): Promise<void> {
  if (order === 'show') {
    const last = lastRelease();
    process.stdout.write(`The last release is ${last.tag}, commit ${last.commit}.\n`);
    return;
  }
  if (order === undefined) throw new WrongCall('What shall it do?');
  if (order !== 'record') throw new WrongCall(`There is no command ${order}.`);
  if (tag === undefined) throw new WrongCall('Under which tag?');
  if (!/^\d+\.\d+\.\d+$/.test(tag))
    throw new WrongCall(`${tag} is no tag of a release: three numbers, as in 1.2.0.`);
  const changed = git('status', '--porcelain', '--', 'gateway', 'services', 'packages');
  if (changed !== '') throw new Mistake('What is not committed is in no release: commit it first.');
  const commit = git('rev-parse', 'HEAD');
  record({ tag, commit, ...(await contentNow()) });
  process.stdout.write(`Release ${tag} is commit ${commit}: commit k8s/releases/last.\n`);
}

await runTool(usage, run);
