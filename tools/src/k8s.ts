import { placeFaults, type RenderedProvince, renderPlaces } from './k8s/check-places.ts';
import { leadsNowhere } from './k8s/leads-nowhere.ts';
import { writeNatsFiles } from './k8s/nats-files.ts';
import { overlayFolder, writeOverlay } from './k8s/overlay.ts';
import { type Province, readProvinces } from './k8s/province-table.ts';
import { kustomize } from './k8s/render.ts';
import { snapshotFaults, writeSnapshot } from './k8s/snapshot.ts';
import { runTool, WrongCall } from './launcher/tool.ts';

const usage = `npm run k8s -- province <code|slug>   writes the overlay of a province from its row in k8s/provinces.json, what it renders to
                                 k8s/rendered, and checks it
npm run k8s -- all               the same for every province
npm run k8s -- render <slug>     prints what would be applied
npm run k8s -- check [<slug>]    renders overlays and holds them against types, rules, arrows and the schemas of our processes;
                                 of one it names what its operator must still give
npm run k8s -- nats [hub <codes>]  writes the rights of NATS users anew; the accounts of the hub`;

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

/** The rows that are meant: of one province by its code or slug, or of all. @throws WrongCall for one that has no row */
function rowsOf(wanted: string | undefined): Province[] {
  const rows = readProvinces();
  const chosen = rows.filter(({ code, slug }) => wanted === undefined || wanted === code || wanted === slug);
  if (chosen.length > 0) return chosen;
  throw new WrongCall(`There is no province ${wanted} in k8s/provinces.json: add its row first.`);
}

async function write(rows: readonly Province[]): Promise<void> {
  for (const row of rows) writeOverlay(row);
  const places = await renderPlaces(rows);
  writeSnapshot(places);
  await check(places);
}

await runTool(usage, async ([command, wanted, ...more]) => {
  if (command === undefined) throw new WrongCall('What shall it do?');
  if (command === 'nats') return writeNatsFiles(wanted === undefined ? [] : [wanted, ...more]);
  if (more.length > 0) throw new WrongCall(`One province at a time: what is ${more.join(' ')}?`);
  if (command === 'all' && wanted === undefined) return write(rowsOf(wanted));
  if (command === 'check') return check(await renderPlaces(rowsOf(wanted)));
  if (command !== 'province' && command !== 'render') throw new WrongCall(`There is no command ${command}.`);
  if (wanted === undefined) throw new WrongCall('Which province?');
  const rows = rowsOf(wanted);
  if (command === 'province') return write(rows);
  for (const row of rows) process.stdout.write(await kustomize(overlayFolder(row)));
});
