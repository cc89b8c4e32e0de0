import { policyFaults } from './k8s/check.ts';
import { environmentFaults } from './k8s/environment-check.ts';
import { writeNatsFiles } from './k8s/nats-files.ts';
import { render } from './k8s/render.ts';
import { typeFaults, valueFaults } from './k8s/strict-types.ts';

const [, , command, folder = ''] = process.argv;
if (command === 'check' && folder !== '') {
  const objects = await render(folder);
  const place = folder.split('/').at(-1) ?? folder;
  const faults = [
    ...(await typeFaults([{ place, objects }])),
    ...(await valueFaults({ place, objects })),
    ...policyFaults(objects),
    ...environmentFaults(objects),
  ];
  process.stdout.write(
    `${faults.map((fault) => `${fault}\n`).join('')}${objects.length} objects, ${faults.length} faults\n`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
} else if (command === 'nats') {
  await writeNatsFiles(process.argv.slice(3));
} else {
  process.stdout.write(
    'npm run k8s -- check <folder>   renders a kustomization and holds it against types and rules\n' +
      'npm run k8s -- nats [hub <codes>]  writes the rights of NATS users anew; the accounts of the hub\n',
  );
  process.exitCode = 2;
}
