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
