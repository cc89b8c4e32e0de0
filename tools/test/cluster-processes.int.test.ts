import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { definition } from '@dang/evaluation/definition';
import { openDatabase } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ClusterObject } from '../src/k8s/object.ts';
import { render } from '../src/k8s/render.ts';
import { root } from '../src/launcher/running.ts';
import { freePort } from '../src/servers/free-port.ts';
import { findNatsServer } from '../src/servers/nats-server.ts';
import { type PostgresServer, startPostgres } from '../src/servers/postgres-server.ts';
import {
  certificates,
  processOf,
  requireTls,
  someSecrets,
  startProcess,
  writeNatsUsers,
} from './cluster-processes.ts';

const log = makeLogger({ service: 'test', role: 'api', level: 'silent' });
const secrets = someSecrets(['evaluation']);
const passwordOf = (name: string): string => secrets[name]?.password ?? '';
const folder = mkdtempSync(join(tmpdir(), 'dang-cluster-'));
let base: ClusterObject[];
const { ca, ...own } = certificates();
const children: ChildProcess[] = [];
let postgres: PostgresServer;
let ports: Record<'postgres' | 'nats', number>;

beforeAll(async () => {
  base = await render(join(root, 'k8s/base'));
  ports = { postgres: await freePort(), nats: await freePort() };
  postgres = await startPostgres({
    dataDirectory: join(folder, 'postgres'),
    port: ports.postgres,
    durable: false,
    say: () => undefined,
  });
  await requireTls(postgres, own, { evaluation: passwordOf('evaluation-database') });
  writeFileSync(join(folder, 'ca.crt'), ca);
  writeFileSync(join(folder, 'other.crt'), certificates().ca);
  const users = { gateway: passwordOf('nats-gateway'), evaluation: passwordOf('nats-evaluation') };
  const program = await findNatsServer(join(root, '.data', 'cache'), () => undefined);
  children.push(spawn(program, ['-c', writeNatsUsers(folder, ports.nats, users)], { stdio: 'ignore' }));
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The workload of the base as a process of this machine: names of the cluster become addresses here, and nothing else is changed. */
async function startWorkload(name: string) {
  const { command, env } = processOf(base, name, secrets);
  const monitor = await freePort();
  const here: Record<string, string> = {
    ...Object.fromEntries(
      Object.entries(env).map(([key, value]) => [
        key,
        value
          .replace('@postgres-rw:5432', `@localhost:${ports.postgres}`)
          .replace('/etc/postgres-ca/ca.crt', join(folder, 'ca.crt'))
          .replace('nats:4222', `127.0.0.1:${ports.nats}`),
      ]),
    ),
    SIGNING_ROOTS: Buffer.from(ca).toString('base64'),
    ...(env.PORT_MONITOR && { PORT_MONITOR: String(monitor) }),
    PORT_GATEWAY: String(await freePort()),
    PORT_EVALUATION: String(await freePort()),
    PORT_EVALUATION_DOORS: String(await freePort()),
  };
  const started = startProcess({ command, env: here });
  children.push(started.child);
  const ask = async (path: string): Promise<string> => {
    const answer = await fetch(`http://127.0.0.1:${monitor}${path}`).catch(() => null);
    return answer?.ok ? answer.text() : '';
  };
  const becomes = async (path: string, words: string): Promise<void> => {
    for (const until = Date.now() + 60_000; !(await ask(path)).includes(words); await sleep(100))
      if (Date.now() > until || started.child.exitCode !== null)
        throw new Error(`${name}: no ${words}. ${started.said()}`);
  };
  return { ...started, becomes };
}

const databaseUrl = (file: string): string =>
  `postgres://evaluation:${passwordOf('evaluation-database')}@localhost:${ports.postgres}/evaluation${file && `?sslmode=verify-full&sslrootcert=${join(folder, file)}`}`;

async function isOverTls(url: string): Promise<boolean> {
  const orm = await openDatabase({ definition, url, log, poolSize: 2 });
  try {
    const [row = { ssl: false }] = await orm.em.execute(
      'select ssl from pg_stat_ssl where pid = pg_backend_pid()',
    );
    return row.ssl;
  } finally {
    await orm.close(true);
  }
}

describe('what the manifests give a process is enough, with a database and a NATS that let nobody in without a password', () => {
  test('the Job migrates and ends', async () => {
    const job = await startWorkload('evaluation-migrate');
    expect([await job.ended, job.said()]).toEqual([0, expect.stringContaining('the database is up to date')]);
  });

  test('api, worker and gateway become ready, and who needs NATS is let in', async () => {
    const api = await startWorkload('evaluation-api');
    const worker = await startWorkload('evaluation-worker');
    const gateway = await startWorkload('gateway');
    await api.becomes('/readyz', '"nats":"not used"');
    await worker.becomes('/readyz', '"nats":"up"');
    await gateway.becomes('/readyz', '"ready"');
    await gateway.becomes('/metrics', 'gateway_hears_revocations 1');
  });
});

describe('the database is asked over TLS or not at all', () => {
  test('every connection of a pool is encrypted', async () => {
    expect(await isOverTls(databaseUrl('ca.crt'))).toBe(true);
  });

  test('a server whose certificate another authority has issued is not believed, and without TLS it lets nobody in', async () => {
    await expect(isOverTls(databaseUrl('other.crt'))).rejects.toThrow(/certificate/);
    await expect(isOverTls(databaseUrl(''))).rejects.toThrow(/no pg_hba.conf entry|no encryption/);
  });
});
