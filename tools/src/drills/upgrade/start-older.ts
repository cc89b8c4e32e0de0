import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { startProvince } from '../../launcher/province.ts';
import { serviceNames } from '../../launcher/settings.ts';
import { settled } from '../../launcher/settled.ts';
import type { Fleet } from './fleet.ts';
import { type Ground, migrateService } from './ground.ts';
import { startReplica } from './replica.ts';
import type { Version } from './version.ts';

const SETTLED_MS = 180_000;

type ProvinceModule = { startProvince: typeof startProvince };

/** Makes the demo province as the older version makes it: its people before the stand-ins start, its data afterwards. */
async function olderProvince(ground: Ground, version: Version) {
  const file = join(version.folder, 'tools/src/launcher/province.ts');
  const module = (await import(pathToFileURL(file).href)) as ProvinceModule;
  const { VNEID_PEOPLE_FILE = '', REGISTRY_MEMBERS_FILE = '', NODE_COMPILE_CACHE = '' } = ground.environment;
  const province = module.startProvince(() => {}, NODE_COMPILE_CACHE);
  return {
    writePeople: () => province.writePeople(VNEID_PEOPLE_FILE, REGISTRY_MEMBERS_FILE),
    load: () => province.load({ ...ground.databases }, { ...ground.environment }),
    end: () => province.end(),
  };
}

/** Starts the whole system in the older version, with the demo province in it. Answers what ends its stand-ins. */
export async function startOlder(
  ground: Ground,
  fleet: Fleet,
  older: Version,
  say: (sentence: string) => void,
): Promise<() => void> {
  for (const name of serviceNames) await migrateService(ground, older, name);
  const province = await olderProvince(ground, older);
  await province.writePeople();
  const sandbox = startReplica({
    name: 'sandbox',
    version: older,
    file: 'sandbox/src/main.ts',
    environment: ground.environment,
    logs: ground.logs,
    ports: {},
    monitorPort: 0,
    probe: `${ground.environment.VNEID_ISSUER}/.well-known/openid-configuration`,
  });
  await sandbox.ready;
  await province.load();
  say('The demo province is loaded into the databases of version A.');
  for (const name of serviceNames) {
    await fleet.deploy(`${name}-api`, older);
    await fleet.deploy(`${name}-worker`, older);
  }
  await fleet.deploy('gateway', older);
  await settled(fleet.workers(), SETTLED_MS);
  say('Version A runs: two replicas of each api and of the gateway, a worker for each service.');
  return () => {
    province.end();
    sandbox.kill();
  };
}
