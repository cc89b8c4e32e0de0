import { placeFaults, type RenderedProvince, renderPlaces } from './k8s/check-places.ts';
import { leadsNowhere } from './k8s/leads-nowhere.ts';
import { writeNatsFiles } from './k8s/nats-files.ts';
import { overlayFolder, writeOverlay } from './k8s/overlay.ts';
import { readProvinces } from './k8s/province-table.ts';
import { kustomize } from './k8s/render.ts';
import { snapshotFaults, writeSnapshot } from './k8s/snapshot.ts';

const [, , command, wanted = ''] = process.argv;

const USAGE = `npm run k8s -- province <code>   writes the overlay of a province from its row in k8s/provinces.json, what it renders to k8s/rendered, and checks it
npm run k8s -- all               the same for every province
npm run k8s -- render <slug>     prints what would be applied
npm run k8s -- check [<slug>]    renders overlays and holds them against types, rules, arrows and the schemas of our processes;
                                 of one it names what its operator must still give
npm run k8s -- nats [hub <codes>]  writes the rights of NATS users anew; the accounts of the hub
`;

async function check(places: readonly RenderedProvince[]): Promise<void> {
  const faults = [...(await placeFaults(places)), ...snapshotFaults(places)];
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  const objects = places.reduce((sum, place) => sum + place.objects.length, 0);
  process.stdout.write(`${places.length} overlays, ${objects} objects, ${faults.length} faults\n`);
  const [first] = places;
  if (places.length === 1 && first) {
    for (const place of leadsNowhere(first.objects))
      process.stdout.write(`The operator must still give ${place}.\n`);
  } else {
    const unready = places.filter((place) => leadsNowhere(place.objects).length > 0).length;
    process.stdout.write(
      `${unready} of them still name systems outside that do not exist: check one to see which\n`,
    );
  }
  if (faults.length > 0) process.exitCode = 1;
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
  const places = await renderPlaces(chosen);
  writeSnapshot(places);
  await check(places);
} else if (command === 'check') {
  await check(await renderPlaces(chosen));
} else if (command === 'render' && wanted !== '') {
  for (const row of chosen) process.stdout.write(await kustomize(overlayFolder(row)));
} else {
  process.stdout.write(USAGE);
  process.exitCode = 2;
}
