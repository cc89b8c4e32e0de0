import { statfs } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { storageOf } from '@dang/documents/files/storage';
import { parseEnvironment, serviceEnvironmentSchema } from '@dang/service/environment';
import { keyRingOf } from '@dang/service/key-ring';
import { sealedColumnsOf } from '@dang/service/key-rotation';
import { idleSecrets } from '@dang/service/outside/paired-variables';
import { openText } from '@dang/service/sealed-text';
import { gatewayVariables } from '../../../gateway/src/environment.ts';
import { type Finding, findingsOf, type Patient } from './finding.ts';

const FREE_SHARE = 0.1;

/** Does the environment satisfy the service? All its faults, as the service itself would tell them at its start, and secrets that wait for an address. */
export function examineConfiguration({ name, definition, source }: Patient): Finding[] {
  const { fine, notice, trouble } = findingsOf(name);
  const { faults } = parseEnvironment(serviceEnvironmentSchema(name, definition.environment), source);
  const idle = idleSecrets(definition.environment ?? {}, source).map(({ secret, address }) =>
    notice(`configuration: ${secret} is set and ${address} is not: nothing is connected by it`),
  );
  return faults
    ? [...faults.map((fault) => trouble(`configuration: ${fault}`)), ...idle]
    : [fine('its configuration is usable'), ...idle];
}

/** The same of the gateway, where its variables are: all of what `npm start` runs, or a pod of its own. */
export function examineGateway(source: Patient['source']): Finding[] {
  if (!source.GATEWAY_PRIVATE_JWK) return [];
  const { fine, trouble } = findingsOf('gateway');
  const { faults } = parseEnvironment(gatewayVariables, source);
  return faults
    ? faults.map((fault) => trouble(`configuration: ${fault}`))
    : [fine('its configuration is usable')];
}

/** Opens one sealed text of every column: a key that does not fit would show people nothing, and seal anew what others cannot open. */
export async function examineKeys({ client, name, source }: Patient): Promise<Finding[]> {
  const { fine, notice, trouble } = findingsOf(name);
  if (!source.PROVINCE_KEY)
    return [notice('PROVINCE_KEY is not known here: whether it fits was not looked at')];
  let ring: ReturnType<typeof keyRingOf>;
  try {
    ring = keyRingOf(source);
  } catch {
    // what is wrong with it is told of the configuration
    return [];
  }
  const opened: string[] = [];
  const shut: string[] = [];
  for (const { table, column, isJson } of await sealedColumnsOf(client)) {
    if (isJson) continue;
    const { rows } = await client.query<{ text: string }>(
      `select ${column} as text from ${table} where ${column} is not null limit 1`,
    );
    const [row] = rows;
    if (!row) continue;
    try {
      openText(ring, row.text);
      opened.push(`${table}.${column}`);
    } catch {
      shut.push(`${table}.${column}`);
    }
  }
  if (shut.length === 0)
    return [fine(`the province's keys open what is sealed, in ${opened.length} columns`)];
  const why =
    opened.length === 0
      ? 'is it the key of another province, or of an older installation? Stop the services before they seal with it, and give them the right one from the vault'
      : 'a key that sealed them is missing in PROVINCE_KEYS_OLD (runbook, "Key rotation")';
  return [trouble(`PROVINCE_KEY and PROVINCE_KEYS_OLD do not open ${shut.join(', ')}: ${why}`)];
}

/** Can the files of a service be reached, and has their disk room? */
export async function examineStorage({ name, source, province }: Patient): Promise<Finding[]> {
  const { fine, trouble } = findingsOf(name);
  const place = source.STORAGE_URL;
  if (!place) return [];
  const owner = {
    SERVICE: name,
    PROVINCE_CODE: province,
    STORAGE_URL: place,
    STORAGE_ACCESS_KEY: source.STORAGE_ACCESS_KEY ?? '',
    STORAGE_SECRET_KEY: source.STORAGE_SECRET_KEY ?? '',
  };
  try {
    await storageOf(owner).get('doctor/nothing');
    const found = [fine('the storage of files answers')];
    if (!place.startsWith('file:')) return found;
    const { bavail, blocks } = await statfs(fileURLToPath(place));
    const free = Math.round((bavail / blocks) * 100);
    return bavail < FREE_SHARE * blocks ? [trouble(`the disk of the files has ${free} % left`)] : found;
  } catch (error) {
    return [trouble(`the storage of files does not answer: ${(error as Error).message}`)];
  }
}
