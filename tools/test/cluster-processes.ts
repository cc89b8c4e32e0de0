import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueCertificate, makeAuthority, makeSigningKey } from '@dang/documents/signing/authority';
import pg from 'pg';
import type { ClusterObject } from '../src/k8s/object.ts';
import { root } from '../src/launcher/running.ts';
import type { PostgresServer } from '../src/servers/postgres-server.ts';

type Source = { name: string; key: string };
type Variable = {
  name: string;
  value?: string;
  valueFrom?: { secretKeyRef?: Source; configMapKeyRef?: Source };
};
type Container = { command: string[]; env: Variable[]; envFrom?: { configMapRef: { name: string } }[] };
/**
 * The command of a workload and its environment as the kubelet would make it: maps first, then variables one after the other, of
 * which a later one may name an earlier `$(LIKE_THIS)`. Secrets are looked up in `secrets`; one that is missing is not set.
 */
export function processOf(
  objects: readonly ClusterObject[],
  workload: string,
  secrets: Readonly<Record<string, Record<string, string>>>,
): { command: string[]; env: Record<string, string> } {
  const found = (kind: RegExp, name: string) =>
    objects.find((each) => kind.test(each.kind) && each.metadata.name === name);
  const container: Container | undefined = found(/^(Deployment|Job)$/, workload)?.spec.template.spec
    .containers[0];
  if (!container) throw new Error(`nothing is called ${workload}`);
  const env: Record<string, string> = {};
  for (const { configMapRef } of container.envFrom ?? [])
    Object.assign(env, found(/^ConfigMap$/, configMapRef.name)?.data);
  const named: Record<string, string> = {};
  for (const { name, value, valueFrom } of container.env) {
    const { secretKeyRef: secret, configMapKeyRef: map } = valueFrom ?? {};
    const text =
      value?.replace(/\$\((\w+)\)/g, (whole, other: string) => named[other] ?? whole) ??
      (secret && secrets[secret.name]?.[secret.key]) ??
      (map && found(/^ConfigMap$/, map.name)?.data?.[map.key]);
    if (text !== undefined) named[name] = text;
  }
  return { command: container.command, env: { ...env, ...named } };
}

/** Starts it from the checkout, with nothing in its environment but what it is given. Answers the process and what it has said so far. */
export function startProcess({ command, env }: { command: string[]; env: Record<string, string> }): {
  child: ChildProcess;
  said(): string;
  ended: Promise<number | null>;
} {
  const [, ...given] = command;
  const child = spawn(process.execPath, given, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, said: () => text, ended };
}

const jwkPair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const text = (key: typeof publicKey) => JSON.stringify(key.export({ format: 'jwk' }));
  return { own: text(privateKey), known: text(publicKey) };
};

/** Secrets of the names and shapes that the manifests ask for, without any of a system outside. */
export function someSecrets(services: readonly string[]): Record<string, Record<string, string>> {
  const word = () => randomBytes(24).toString('base64url');
  const [access, gateway] = [jwkPair(), jwkPair()];
  return {
    'dang-keys': {
      ACCESS_TOKEN_PRIVATE_JWK: access.own,
      ACCESS_TOKEN_PUBLIC_JWK: access.known,
      GATEWAY_PRIVATE_JWK: gateway.own,
      GATEWAY_PUBLIC_JWK: gateway.known,
      PROVINCE_KEY: randomBytes(32).toString('base64'),
      PROVINCE_INDEX_KEY: randomBytes(32).toString('base64'),
    },
    'nats-gateway': { password: word() },
    ...Object.fromEntries(
      services.flatMap((name) => [
        [`${name}-database`, { password: word() }],
        [`nats-${name}`, { password: word() }],
        [`${name}-outside`, { SIGNING_SECRET: word() }],
      ]),
    ),
  };
}

const A_YEAR_MS = 365 * 24 * 3_600_000;

/** A new issuer's certificate and one for `localhost` under it, with its key, as PEM. */
export function certificates(): { ca: string; certificate: string; key: string } {
  const validity = { from: new Date(Date.now() - A_YEAR_MS), to: new Date(Date.now() + A_YEAR_MS) };
  const authority = makeAuthority('databases of a province', validity);
  const { privateKey, publicKey } = makeSigningKey();
  const certificate = issueCertificate(authority, { ...validity, name: 'localhost', publicKey });
  return { ca: authority.certificate, certificate, key: privateKey };
}

/** Lets into this server only who comes over TLS with a password, but for the superuser; with a database for each role, its own. */
export async function requireTls(
  server: PostgresServer,
  { certificate, key }: { certificate: string; key: string },
  passwords: Readonly<Record<string, string>>,
): Promise<void> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  const write = (file: string, lines: readonly string[]) =>
    client.query(
      `copy (select unnest(array[${lines.map((line) => `'${line}'`).join(', ')}])) to program 'umask 077; cat > ${file}'`,
    );
  await write('server.crt', certificate.trim().split('\n'));
  await write('server.key', key.trim().split('\n'));
  await write('pg_hba.conf', [
    'host all postgres 127.0.0.1/32 trust',
    'hostssl sameuser all 127.0.0.1/32 scram-sha-256',
  ]);
  for (const [name, password] of Object.entries(passwords)) {
    await client.query(`create role ${name} login password '${password}'`);
    await client.query(`create database ${name} owner ${name}`);
  }
  await client.query('alter system set ssl = on');
  await client.query('select pg_reload_conf()');
  await client.end();
}

/** A configuration in which everybody has a password of their own and nobody comes in without. */
export function writeNatsUsers(
  folder: string,
  port: number,
  passwords: Readonly<Record<string, string>>,
): string {
  const users = Object.entries(passwords).map(
    ([user, password]) => `{user: ${user}, password: "${password}"}`,
  );
  const file = join(folder, 'nats.conf');
  writeFileSync(
    file,
    `listen: "127.0.0.1:${port}"\njetstream { store_dir: ${JSON.stringify(join(folder, 'store'))} }\nauthorization { users: [${users.join(', ')}] }\n`,
  );
  return file;
}
