import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { dataFolder, root } from '../launcher/running.ts';

const run = promisify(execFile);
const LIMIT = { maxBuffer: 64 * 1024 * 1024 };

const answers = (program: string, ...words: string[]): boolean => {
  try {
    execFileSync(program, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** What builds images here: buildah, which needs no daemon, or docker. @throws in a sentence where there is neither. */
export function engineHere(): 'buildah' | 'docker' {
  if (answers('buildah', '--version')) return 'buildah';
  if (answers('docker', 'info')) return 'docker';
  throw new Error('Images are built by buildah (`apt-get install buildah`) or docker: neither answers here.');
}

/** Images of drills and of `npm run image` lie in the checkout's own store, apart from those of the machine. */
const store = ['--root', join(dataFolder, 'containers'), '--runroot', join(dataFolder, 'containers-run')];
const driver = [...store, '--storage-driver', 'vfs'];

/** buildah on the checkout's own store. */
export const buildah = async (...words: string[]): Promise<string> =>
  (await run('buildah', [...driver, ...words], { cwd: root, ...LIMIT })).stdout.trim();

const revision = (): string => {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
};

/** Builds the Dockerfile from what `prepareImage` has made; answers the image's name with its tag. */
export async function buildImage(options: {
  release: string;
  archive?: string | undefined;
}): Promise<string> {
  const image = `dang-procedures:${options.release}`;
  const words = ['--build-arg', `RELEASE=${options.release}`, '--build-arg', `REVISION=${revision()}`];
  if (engineHere() === 'docker') {
    await run('docker', ['build', ...words, '-t', image, '.'], { cwd: root, ...LIMIT });
    if (options.archive) await run('docker', ['save', '-o', options.archive, image], LIMIT);
    return image;
  }
  await buildah(
    'bud',
    '--isolation',
    'chroot',
    '--format',
    'oci',
    '--ignorefile',
    '.dockerignore',
    ...words,
    '-t',
    image,
    '.',
  );
  if (options.archive) await buildah('push', image, `oci-archive:${options.archive}:${image}`);
  return image;
}

/** How large an image is on the disk of a node, unpacked. */
export async function sizeOf(image: string): Promise<{ unpackedBytes: number }> {
  if (engineHere() === 'docker') {
    const { stdout } = await run('docker', ['image', 'inspect', '--format', '{{.Size}}', image]);
    return { unpackedBytes: Number(stdout) };
  }
  const container = await buildah('from', '--pull-never', image);
  try {
    const { stdout } = await run(
      'find',
      [await buildah('mount', container), '-type', 'f', '-printf', '%s\n'],
      LIMIT,
    );
    return { unpackedBytes: stdout.split('\n').reduce((sum, size) => sum + Number(size), 0) };
  } finally {
    await buildah('rm', container);
  }
}
