import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import type { ClusterObject } from '../src/k8s/object.ts';
import { overlayFolder } from '../src/k8s/overlay.ts';
import { type Province, readProvinces } from '../src/k8s/province-table.ts';
import { render } from '../src/k8s/render.ts';
import { root } from '../src/launcher/running.ts';
import { type Requests, requestsOf } from './requests.ts';

const rows = readProvinces();
const sizes = ['S', 'M', 'L'] as const;
const parts = [
  ['gateway', /^Deployment gateway$/],
  ['services', /^Deployment \w+-(api|worker)$/],
  ['PostgreSQL', /^Cluster /],
  ['NATS', /^StatefulSet nats$/],
  ['collectors of traces', /^Deployment otel-collector$/],
] as const;

const none: Requests = { pods: 0, cpu: 0, memoryGiB: 0, diskGiB: 0 };
const plus = (one: Requests, other: Requests, count = 1): Requests => ({
  pods: one.pods + count * other.pods,
  cpu: one.cpu + count * other.cpu,
  memoryGiB: one.memoryGiB + count * other.memoryGiB,
  diskGiB: one.diskGiB + count * other.diskGiB,
});
const short = (number: number) => String(Math.round(number * 10) / 10);
const said = ({ pods, cpu, memoryGiB }: Requests) =>
  `${pods} pods, ${short(cpu)} cores, ${short(memoryGiB)} GiB`;

let rendered: Map<Province['size'], ClusterObject[]>;
beforeAll(async () => {
  rendered = new Map();
  for (const size of sizes) {
    const row = rows.find((one) => one.size === size && one.databases === undefined) as Province;
    rendered.set(size, await render(overlayFolder(row)));
  }
}, 120_000);

const sumOf = (size: Province['size'], names = /./): Requests =>
  [...requestsOf(rendered.get(size) ?? [])]
    .filter(([owner]) => names.test(owner))
    .reduce((sum, [, each]) => plus(sum, each), none);

/** The lines of the table "Machines", as the manifests have it. */
function tableLines(): string[] {
  const line = (name: string, cell: (size: Province['size']) => string) =>
    `| ${[name, ...sizes.map(cell)].join(' | ')} |`;
  return [
    ...parts.map(([name, owners]) => line(name, (size) => said(sumOf(size, owners)))),
    line('**a province**', (size) => `**${said(sumOf(size))}**`),
    line('its volumes', (size) => `${sumOf(size).diskGiB} GiB`),
  ];
}

const page = () => readFileSync(join(root, 'docs/capacity.md'), 'utf8');

test('every pod of a province is in a line of the table', () => {
  for (const size of sizes) {
    const total = parts.reduce((sum, [, owners]) => plus(sum, sumOf(size, owners)), none);
    expect([size, said(total)]).toEqual([size, said(sumOf(size))]);
  }
});

test('the page on capacity says what the manifests ask for', () => {
  const missing = tableLines().filter((line) => !page().includes(`${line}\n`));
  expect(missing).toEqual([]);
});

test('and what that makes for the country', () => {
  const count = (size: Province['size']) => rows.filter((row) => row.size === size).length;
  const country = sizes.reduce((sum, size) => plus(sum, sumOf(size), count(size)), none);
  const figures = `${sizes.map((size) => `${count(size)} of size ${size}`).join(', ')}: ${Math.round(country.cpu)} cores, ${Math.round(country.memoryGiB)} GiB of memory and ${Math.round(country.diskGiB)} GiB of volumes`;
  expect(page().replaceAll('\n', ' ')).toContain(figures);
});

test('a province that asks for more would be seen', () => {
  const small = rendered.get('S') as ClusterObject[];
  const before = tableLines();
  const larger = structuredClone(small);
  const cluster = larger.find(({ kind }) => kind === 'Cluster');
  Object.assign(cluster?.spec.resources.requests, { memory: '16Gi' });
  rendered.set('S', larger);
  const after = tableLines();
  rendered.set('S', small);
  expect(after.filter((line) => !before.includes(line)).map((line) => line.split(' | ')[0])).toEqual([
    '| PostgreSQL',
    '| **a province**',
  ]);
});
