import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { arrowFaults } from '../src/k8s/arrows.ts';
import { policyFaults } from '../src/k8s/check.ts';
import { renderPlaces } from '../src/k8s/check-places.ts';
import { environmentFaults } from '../src/k8s/environment-check.ts';
import { readinessFaults } from '../src/k8s/leads-nowhere.ts';
import { ofKind } from '../src/k8s/object.ts';
import { overlayFiles, overlayFolder } from '../src/k8s/overlay.ts';
import { type Province, readProvinces, tableFaults } from '../src/k8s/province-table.ts';
import { snapshotFaults, writeSnapshot } from '../src/k8s/snapshot.ts';
import { type Rendered, typeFaults, valueFaults } from '../src/k8s/strict-types.ts';
import { root } from '../src/launcher/running.ts';

// 34 overlays, each rendered by a kubectl of its own
jest.setTimeout(300_000);

const rows = readProvinces();
const hanoi = rows.find(({ slug }) => slug === 'hanoi') as Province;

describe('the table of provinces', () => {
  test('has the 34 provinces of the country, at least', () => {
    expect(rows.length).toBeGreaterThanOrEqual(34);
    expect(rows.map(({ slug }) => slug)).toEqual(expect.arrayContaining(['hanoi', 'thanh-hoa']));
  });

  const pilots = { '05.200': { DUES: '2026-02-01' } };
  test.each<[string, Partial<Province>, RegExp]>([
    ['a code of one digit', { code: '5' }, /its code is not two digits/],
    ['a slug in capitals', { slug: 'HaNoi' }, /its slug/],
    ['a size that its members do not make', { size: 'S' }, /make it L, not S/],
    ['a tag that moves', { release: 'latest' }, /its release is not a version/],
    ['a canary that moves', { canary: { release: 'next' } }, /the release of its canary is not a version/],
    ['a canary in one word', { canary: '1.1.0' as never }, /its canary is no object/],
    [
      'a canary of the same release',
      { canary: { release: hanoi.release } },
      /its canary is the release that it has/,
    ],
    [
      'a canary whose digest is none',
      { canary: { release: '1.1.0', digest: 'sha256:1' } },
      /the digest of its canary/,
    ],
    ['a canary for most', { canary: { release: '1.1.0', weight: 51 } }, /from 0 to 50/],
    ['a canary for a part of one', { canary: { release: '1.1.0', weight: 2.5 } }, /from 0 to 50/],
    [
      'a canary with something else',
      { canary: { release: '1.1.0', wieght: 9 } as never },
      /its canary has no wieght/,
    ],
    ['databases of another kind', { databases: 'one' as 'per-service' }, /its databases/],
    ['a network of another kind', { network: 'calico' as 'cilium' }, /its network is not cilium/],
    ['names from nowhere', { dns: 'node' as 'node-local' }, /its dns is not node-local/],
    ['a readiness in words', { ready: 'soon' as unknown as boolean }, /its ready/],
    ['a field that nobody reads', { canry: '1.1.0' } as object, /nobody reads its canry/],
    ['a field of another kind', { members: '500000' as unknown as number }, /its members is no number/],
    ['a row without a slug', { slug: undefined as unknown as string }, /its slug is no string/],
    ['a digest that is none', { digest: 'sha256:1' }, /its digest/],
    ['images in no place', { images: 'https://images.dcs.vn/' }, /its images are in no place/],
    ['a day that is none', { starts: { ...hanoi.starts, DUES: '2026-02-30' } }, /is not a day/],
    ['a pilot that begins with everybody', { pilots }, /05.200 is a pilot of DUES that begins no earlier/],
    ['a pilot of another province', { pilots: { '38.168': {} } }, /38.168 is not a unit in it/],
    ['a host of another', { graphHost: 'graph.thanh-hoa.dcs.vn' }, /share the graphHost/],
  ])('refuses %s', (_, change, said) => {
    const others = rows.filter((row) => row !== hanoi);
    expect(tableFaults([...others, { ...hanoi, ...change }])).toContainEqual(expect.stringMatching(said));
  });

  test('makes exactly the overlays that are there, so that a review shows every change', () => {
    const folders = readdirSync(join(root, 'k8s/overlays')).sort();
    expect(folders).toEqual(rows.map(({ slug }) => slug).sort());
    for (const row of rows) {
      const written = Object.fromEntries(
        readdirSync(overlayFolder(row))
          .filter((name) => name !== 'own')
          .map((name) => [name, readFileSync(join(overlayFolder(row), name), 'utf8')]),
      );
      expect(written).toEqual(overlayFiles(row));
    }
  });
});

describe('every overlay', () => {
  let places: Rendered[];
  beforeAll(async () => {
    places = await renderPlaces(rows);
  });

  test('has objects of the right shape only, unknown fields refused', async () => {
    expect(await typeFaults(places)).toEqual([]);
    for (const place of places) expect(await valueFaults(place)).toEqual([]);
  });

  test('holds the rules of a cluster, and tells our processes what they know', () => {
    for (const { place, objects } of places) {
      expect({ place, faults: policyFaults(objects) }).toEqual({ place, faults: [] });
      expect({ place, faults: environmentFaults(objects) }).toEqual({ place, faults: [] });
    }
  });

  test('opens exactly the arrows of the table, and has no placeholder left where it says it is ready', () => {
    for (const [index, { place, objects }] of places.entries()) {
      expect({ place, faults: arrowFaults(objects) }).toEqual({ place, faults: [] });
      expect(readinessFaults(rows[index] as Province, objects)).toEqual([]);
    }
  });

  test('is written down as it renders, so that a review shows what a change does to it', () => {
    expect(snapshotFaults(places)).toEqual([]);
    const lines = readFileSync(join(root, 'k8s/rendered/digests.txt'), 'utf8').trim().split('\n');
    const others = rows.map(({ slug }) => slug).filter((slug) => slug !== 'hanoi');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(others.sort());
  });

  test('would be seen to render otherwise by one value, until it is written down anew', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dang-rendered-'));
    const two = structuredClone(places.filter(({ place }) => ['hanoi', 'hue'].includes(place)));
    writeSnapshot(two, folder);
    expect(snapshotFaults(two, folder)).toEqual([]);
    for (const { objects } of two) {
      const route = ofKind(objects, 'HTTPRoute').find(({ metadata }) => metadata.name === 'graphql');
      Object.assign(route?.spec.rules[0].backendRefs[0], { weight: 7 });
    }
    const said = 'renders otherwise than k8s/rendered says: npm run k8s -- all, and look at the diff';
    expect(snapshotFaults(two, folder).sort()).toEqual([`hanoi: ${said}`, `hue: ${said}`]);
    writeSnapshot(two.slice(1), folder);
    expect(snapshotFaults(two, folder)).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });

  test('bears the values of its own row, and nothing of another province', () => {
    for (const [index, { objects }] of places.entries()) {
      const row = rows[index] as Province;
      const text = JSON.stringify(objects);
      for (const value of [
        row.graphHost,
        row.doorsHost,
        row.orderPrefix,
        row.accountHolder,
        `dang-${row.slug}`,
      ])
        expect(text).toContain(value);
      const others = rows.filter((other) => other !== row);
      expect(others.filter(({ graphHost }) => text.includes(graphHost))).toEqual([]);
      const [namespace] = ofKind(objects, 'Namespace');
      expect(namespace?.metadata).toMatchObject({
        name: `dang-${row.slug}`,
        labels: { 'dang.vn/province': row.code },
      });
    }
  });
});
