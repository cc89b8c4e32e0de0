import { expect, test } from '@jest/globals';
import { environmentFaults } from '../src/k8s/environment-check.ts';
import { renderComponents } from './kustomize.ts';

test('every secret of a system outside reaches who reads it, also one that a province may not have yet', async () => {
  const objects = await renderComponents([], { withBase: true });
  const unreached = () => environmentFaults(objects).filter((fault) => fault.startsWith('nobody'));
  expect(unreached()).toEqual([]);
  for (const { metadata, spec } of objects) {
    if (!/^transfers-(api|worker)$/.test(metadata.name) || !spec?.template) continue;
    const [container] = spec.template.spec.containers;
    container.env = container.env.filter(({ name }: { name: string }) => name !== 'DOCUMENTS_SECRET');
  }
  expect(unreached()).toEqual([expect.stringContaining('nobody of transfers is told DOCUMENTS_SECRET')]);
});

test('a setting that connects a system outside, and nobody who brings its secret, is a fault that names both', async () => {
  const objects = await renderComponents([], { withBase: true });
  const halves = () => environmentFaults(objects).filter((fault) => fault.includes('set both'));
  const settings = objects.find(
    ({ kind, metadata }) => kind === 'ConfigMap' && /^orgtree-/.test(metadata.name),
  );
  if (!settings) throw new Error('orgtree has no settings');
  settings.data = { ...settings.data, PORTAL_URL: 'https://portal.example' };
  expect(halves()).toEqual([]);
  for (const { metadata, spec } of objects) {
    if (metadata.name !== 'orgtree-worker' || !spec?.template) continue;
    const [container] = spec.template.spec.containers;
    container.env = container.env.filter(({ name }: { name: string }) => name !== 'PORTAL_SECRET');
  }
  expect(halves()).toEqual([
    'Deployment orgtree-worker: PORTAL_URL: is set and PORTAL_SECRET is not: set both, or neither',
  ]);
});
