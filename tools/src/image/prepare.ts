import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { dataFolder, root } from '../launcher/running.ts';
import { dependencies, realFolder, runtimeFiles } from './dependencies.ts';
import { ownFiles } from './own-files.ts';
import { makeRootfs } from './rootfs.ts';

/** Where the two folders are made that the Dockerfile copies. */
export const imageFolder = join(dataFolder, 'image');
export const packageCache = join(dataFolder, 'cache', 'image');

const workspacesIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .map((name) => `${folder}/${name}`)
    .filter((path) => existsSync(join(root, path, 'package.json')));

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { dereference: true });
}

/** Makes `app/`: our own files, and of what is installed only what they need when they run. */
function makeApp(folder: string): { files: number; packages: number } {
  rmSync(folder, { recursive: true, force: true });
  const workspaces = ['gateway', ...workspacesIn('packages'), ...workspacesIn('services')];
  const { files, packages } = ownFiles(root);
  for (const file of files) copy(join(root, file), join(folder, file));
  const needed = dependencies(root, workspaces, packages);
  for (const place of needed) {
    const real = realFolder(root, place);
    for (const file of runtimeFiles(real)) copy(join(real, file), join(folder, place, file));
  }
  const links = join(folder, 'node_modules/@dang');
  mkdirSync(links, { recursive: true });
  for (const workspace of [...workspaces, 'tools']) {
    const link = join(links, workspace.split('/').at(-1) ?? '');
    symlinkSync(relative(links, join(folder, workspace)), link);
  }
  return { files: files.length, packages: needed.length };
}

/**
 * Makes what the Dockerfile copies, `.data/image/rootfs` and `.data/image/app`, from this checkout as it is installed. Needs
 * `apt-get`, `dpkg-deb` and `strip`, and no container engine.
 */
export async function prepareImage(): Promise<{ files: number; packages: number }> {
  await makeRootfs(join(imageFolder, 'rootfs'), packageCache, process.execPath);
  const made = makeApp(join(imageFolder, 'app'));
  return made;
}
