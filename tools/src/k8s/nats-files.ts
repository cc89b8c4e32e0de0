import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../launcher/running.ts';
import { WrongCall } from '../launcher/tool.ts';
import { hubAccountsFile, linkFile } from './nats-link.ts';
import { natsUsersFile } from './nats-users.ts';

/** Writes the rights of NATS users and the closed doors of the link anew; `hub <codes…>` prints the hub's accounts instead. */
export async function writeNatsFiles([what, ...codes]: readonly string[]): Promise<void> {
  if (what === 'hub') {
    if (codes.length === 0) throw new WrongCall('Between which provinces? Name their codes.');
    process.stdout.write(hubAccountsFile(codes));
    return;
  }
  if (what !== undefined) throw new WrongCall(`There is nothing called ${what} of NATS: hub, or no word.`);
  const components = join(root, 'k8s', 'components');
  writeFileSync(join(components, 'nats', 'users.conf'), await natsUsersFile());
  writeFileSync(join(components, 'leaf-link', 'link.conf'), linkFile());
}
