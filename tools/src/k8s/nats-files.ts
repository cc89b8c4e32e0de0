import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../launcher/running.ts';
import { hubAccountsFile, linkFile } from './nats-link.ts';
import { natsUsersFile } from './nats-users.ts';

/** Writes the rights of NATS users and the closed doors of the link anew; `hub <codes…>` prints the hub's accounts instead. */
export async function writeNatsFiles([what, ...codes]: readonly string[]): Promise<void> {
  if (what === 'hub') {
    process.stdout.write(hubAccountsFile(codes));
    return;
  }
  const components = join(root, 'k8s', 'components');
  writeFileSync(join(components, 'nats', 'users.conf'), await natsUsersFile());
  writeFileSync(join(components, 'leaf-link', 'link.conf'), linkFile());
}
