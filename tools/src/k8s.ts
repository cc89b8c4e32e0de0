import { checkPlace } from './k8s/check-place.ts';
import { writeNatsFiles } from './k8s/nats-files.ts';
import { overlayFolder, writeOverlay } from './k8s/overlay.ts';
import { type Province, readProvinces } from './k8s/province-table.ts';
import { kustomize, twoAtATime } from './k8s/render.ts';

const [, , command, wanted = ''] = process.argv;

const USAGE = `npm run k8s -- province <code>   writes the overlay of a province from its row in k8s/provinces.json, and checks it
npm run k8s -- all               the same for every province
npm run k8s -- render <slug>     prints what would be applied
npm run k8s -- check [<slug>]    renders overlays and holds them against types, rules, arrows and the schemas of our processes;
                                 of one it names what its operator must still give
npm run k8s -- nats [hub <codes>]  writes the rights of NATS users anew; the accounts of the hub
`;

async function check(rows: readonly Province[]): Promise<void> {
  const found = await twoAtATime(rows, (row) => checkPlace(row, overlayFolder(row)));
  for (const { faults } of found) for (const fault of faults) process.stdout.write(`${fault}\n`);
  const objects = found.reduce((sum, place) => sum + place.objects, 0);
  const faults = found.reduce((sum, place) => sum + place.faults.length, 0);
  process.stdout.write(`${rows.length} overlays, ${objects} objects, ${faults} faults\n`);
  const [first] = found;
  if (found.length === 1 && first) {
    for (const place of first.nowhere) process.stdout.write(`The operator must still give ${place}.\n`);
  } else {
    const unready = found.filter(({ nowhere }) => nowhere.length > 0).length;
    process.stdout.write(
      `${unready} of them still name systems outside that do not exist: check one to see which\n`,
    );
  }
  if (faults > 0) process.exitCode = 1;
}

const rows = readProvinces();
const chosen = rows.filter(({ code, slug }) => wanted === '' || wanted === code || wanted === slug);
if (command === 'nats') {
  await writeNatsFiles(process.argv.slice(3));
} else if (chosen.length === 0) {
  process.stderr.write(`There is no province ${wanted} in k8s/provinces.json: add its row first.\n`);
  process.exitCode = 1;
} else if (command === 'all' || (command === 'province' && wanted !== '')) {
  for (const row of chosen) writeOverlay(row);
  await check(chosen);
} else if (command === 'check') {
  await check(chosen);
} else if (command === 'render' && wanted !== '') {
  for (const row of chosen) process.stdout.write(await kustomize(overlayFolder(row)));
} else {
  process.stdout.write(USAGE);
  process.exitCode = 2;
}
