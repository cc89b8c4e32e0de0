import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openConnection } from '@dang/events/leader';
import { definition as fees } from '@dang/fees/definition';
import { definition as identity } from '@dang/identity/definition';
import { definition as orgtree } from '@dang/orgtree/definition';
import { migrate } from '@dang/service/database';
import type { ServiceDefinition } from '@dang/service/definition';
import { migrateJobs } from '@dang/service/jobs';
import { makeLogger } from '@dang/service/logger';
import { describe, expect, test } from '@jest/globals';
import { commands } from '../src/image/own-files.ts';
import { serviceNames } from '../src/launcher/settings.ts';

const root = join(import.meta.dirname, '..', '..');
const book = readFileSync(join(root, 'docs/runbook.md'), 'utf8');
const sections = new Map(
  book
    .split(/^## /m)
    .slice(1)
    .map((text): [string, string] => [text.slice(0, text.indexOf('\n')), text]),
);
const rare = [
  'Restore',
  'A dump into another cluster',
  'Hub loss',
  'Province split',
  'Key rotation',
  'Rollback of a release',
];
const rules = join(root, 'k8s/components/monitoring');
const alerts = readdirSync(rules)
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => [...readFileSync(join(rules, file), 'utf8').matchAll(/^\s*- alert: (\w+)$/gm)])
  .map(([, name]) => name ?? '');

/** Commands of a text that no script, tool or drill of this repository answers to. */
function unknownCommands(text: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const unknown: string[] = [];
  const check = (tool: string, word: string | undefined, said: string) => {
    const file = join(root, 'tools/src', `${tool}.ts`);
    if (!existsSync(file)) unknown.push(said);
    else if (word && tool === 'drill') {
      if (!existsSync(join(root, 'tools/src/drills', `${word}.drill.ts`))) unknown.push(said);
    } else if (word && /^[a-z]/.test(word) && !(serviceNames as readonly string[]).includes(word)) {
      if (!new RegExp(`\\b${word}\\b`).test(readFileSync(file, 'utf8'))) unknown.push(said);
    }
  };
  for (const [said, script = '', word] of text.matchAll(/npm run (?:-s )?([\w-]+)(?: -- ([\w-]+))?/g)) {
    if (!(script in scripts)) unknown.push(said);
    else if (scripts[script]?.includes('tools/src/')) check(script, word, said);
  }
  // these two run where the image does, which has no other tools
  const checkInImage = (tool: string, word: string | undefined, said: string) =>
    commands.includes(tool) ? check(tool, word, said) : void unknown.push(said);
  for (const [said, tool = '', word] of text.matchAll(/tools\/src\/(\w+)\.ts(?: ([\w-]+))?/g))
    checkInImage(tool, word, said);
  for (const [said, tool = '', word] of text.matchAll(
    /^\s*(?:for .* do )?task (?:"[^"]+"|\S+) (\w+)(?: ([\w-]+))?/gm,
  ))
    checkInImage(tool, word, said);
  return unknown;
}

/** Workloads that a text names and the manifests do not have. */
function unknownWorkloads(text: string): string[] {
  const known = new Set([
    'deploy/gateway',
    'statefulset/nats',
    'cluster/postgres',
    'svc/postgres-rw',
    ...[...serviceNames, '$s'].flatMap((name) => [
      `deploy/${name}-api`,
      `deploy/${name}-worker`,
      `job/${name}-migrate`,
    ]),
  ]);
  const named = text.matchAll(/\b(?:deploy|statefulset|cluster|svc|job)\/[\w$-]+/g);
  // `deploy/$1` is what the function `logs` of the book makes of its first word
  const logged = [...text.matchAll(/(?<!-n \$NS )\blogs ([a-z]+(?:-[a-z]+)?)\b/g)].map(
    ([, name]) => `deploy/${name}`,
  );
  const all = [...[...named].map(([name]) => name).filter((name) => name !== 'deploy/$1'), ...logged];
  return all.filter((name) => !known.has(name));
}

describe('the runbook', () => {
  test('has one section for every alert, and for what is done rarely', () => {
    expect([...sections.keys()].toSorted()).toEqual([...new Set(alerts), ...rare].toSorted());
  });

  test.each([...sections].filter(([name]) => !rare.includes(name)))(
    '%s says what it means, how to see it, what to do and whom to call',
    (_, text) => {
      for (const part of ['It means', 'See', 'Do', 'Call']) expect(text).toContain(`**${part}**`);
    },
  );

  test('leads nowhere that is not there', () => {
    const anchors = new Set([...sections.keys()].map((name) => name.toLowerCase().replaceAll(' ', '-')));
    const links = [...book.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor]) => anchor ?? '');
    expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([]);
  });

  test('names only commands that exist', () => {
    expect(unknownCommands(book)).toEqual([]);
    expect(unknownWorkloads(book)).toEqual([]);
  });

  test('tells KEDA before it takes workers away, for KEDA brings them back', () => {
    const stopping = [...sections].filter(([, text]) => /-worker --replicas=0/.test(text));
    expect(stopping.map(([name]) => name)).toEqual(['Restore', 'Hub loss']);
    for (const [, text] of stopping) {
      const told = text.indexOf('autoscaling.keda.sh/paused=true autoscaling.keda.sh/paused-replicas=0');
      expect(told).toBeGreaterThan(0);
      expect(told).toBeLessThan(text.indexOf('-worker --replicas=0'));
      expect(text.lastIndexOf('autoscaling.keda.sh/paused- ')).toBeGreaterThan(told);
    }
  });

  test('a command that does not exist would be found', () => {
    const wrong =
      'npm run evnts -- status, npm run events -- sttus, npm run drill -- restor, node tools/src/verfy.ts audit, deploy/fee-api';
    expect(unknownCommands(`${wrong}\ntask deploy/fees-worker events reply fees`)).toHaveLength(5);
    expect(unknownCommands('task deploy/fees-worker release show')).toHaveLength(1);
    expect(unknownWorkloads(`${wrong}; logs identity-wrker`)).toEqual([
      'deploy/fee-api',
      'deploy/identity-wrker',
    ]);
  });
});

describe.each([
  ['fees', fees],
  ['identity', identity],
  ['orgtree', orgtree],
] as [string, ServiceDefinition][])('queries in the database of %s', (name, definition) => {
  test('run as they stand', async () => {
    const queries = [...book.matchAll(/^ *```sql (\w+)\n([\s\S]*?)^ *```/gm)]
      .filter(([, of]) => of === name)
      .map(([, , sql]) => sql ?? '');
    expect(queries.length).toBeGreaterThan(0);
    const url = new URL(process.env.TEST_DATABASE_URL ?? '');
    const { client: server } = await openConnection(url.href, 'runbook test');
    const database = `runbook_${name}_${process.pid}`;
    await server.query(`create database ${database}`);
    await server.end();
    url.pathname = database;
    const log = makeLogger({ service: name, role: 'test', level: 'silent' });
    await migrate({ definition, url: url.href, log });
    await migrateJobs(url.href, name, definition.jobs ?? [], log);
    const { client } = await openConnection(url.href, 'runbook test');
    try {
      for (const sql of queries) await expect(client.query(sql)).resolves.toBeDefined();
      await expect(client.query('select nothing from payment_order_of_nobody')).rejects.toThrow();
    } finally {
      await client.end();
    }
  });
});
