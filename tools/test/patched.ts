import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { ClusterObject } from '../src/k8s/object.ts';
import { render } from '../src/k8s/render.ts';
import { root } from '../src/launcher/running.ts';

/** The base with these patches over it, as an overlay has them, or as Flux adds them to a kustomization of its own around the folder. */
export async function renderPatched(patches: unknown): Promise<ClusterObject[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dang-patched-'));
  const around = { resources: [relative(folder, join(root, 'k8s/base'))], patches };
  writeFileSync(join(folder, 'kustomization.yaml'), JSON.stringify(around));
  try {
    return await render(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
