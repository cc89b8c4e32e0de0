import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly main?: string;
  readonly module?: string;
  readonly exports?: unknown;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
}

/** Of the gateway, for the explorer alone, which is no part of a production image. */
const forDevelopment = new Set(['@graphql-yoga/render-graphiql', 'graphql-yoga']);

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** Where Node would find this package from here, up to the root of the checkout. */
function find(root: string, from: string, name: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name);
    if (existsSync(join(place, 'package.json'))) return place;
    if (folder === root || folder === dirname(folder)) return null;
  }
}

/**
 * The installed packages that these workspaces need when they run, and all that those need, as paths from the root.
 * @throws when an installed version is not the one of the lockfile.
 */
export function dependencies(
  root: string,
  workspaces: readonly string[],
  more: readonly string[],
): readonly string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string }>;
  };
  const found = new Set<string>();
  const queue: string[] = [];
  const ask = (from: string, names: Iterable<string>) => {
    for (const name of names) {
      if (forDevelopment.has(name) || name.startsWith('@dang/')) continue;
      const place = find(root, from, name);
      if (place && !found.has(place)) {
        found.add(place);
        queue.push(place);
      }
    }
  };
  for (const workspace of workspaces)
    ask(join(root, workspace), Object.keys(manifestOf(join(root, workspace)).dependencies ?? {}));
  ask(join(root, 'tools'), more);
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    const { dependencies: own, optionalDependencies, peerDependencies, version } = manifestOf(place);
    const locked = lock.packages[relative(root, place).split(sep).join('/')]?.version;
    if (locked !== version)
      throw new Error(
        `${relative(root, place)} is ${version}, and the lockfile says ${locked}: run npm ci first.`,
      );
    // where its files really are: a checkout may share its node_modules
    ask(existsSync(join(place, 'node_modules')) ? place : dirname(place), [
      ...Object.keys({ ...own, ...optionalDependencies, ...peerDependencies }),
    ]);
  }
  return [...found].map((place) => relative(root, place)).sort();
}

const leftOut =
  /\.(map|d\.[cm]?ts|md|markdown|flow|tsbuildinfo|ts|mts|cts)$|(^|\/)(\.[^/]+|LICENSE-MIT\.txt)$|\.standalone\.js$/i;
const leftOutFolders = new Set([
  'test',
  'tests',
  '__tests__',
  'docs',
  'doc',
  'example',
  'examples',
  'benchmark',
  'benchmarks',
  'coverage',
]);

/** What is large and never read by Node: builds for browsers, faces that no paper uses. */
const unread: Readonly<Record<string, RegExp>> = {
  pdfkit: /^js\/pdfkit\.(standalone|browser)/,
  fontkit: /^dist\/browser/,
  pngjs: /^browser\.js$/,
  luxon: /^build\/(amd|global)\//,
  'csv-parse': /^dist\/(umd|iife)\//,
  'csv-stringify': /^dist\/(umd|iife)\//,
  '@expo-google-fonts/be-vietnam-pro':
    /^(?!(400Regular|400Regular_Italic|600SemiBold)\/|package\.json).*\/|\.png$/,
};

/** A second build for bundlers, which Node never reads: a `module` beside a `main`, and no `exports`. */
function unreadBuilds({ main, module, exports }: Manifest): string[] {
  if (!main || !module || exports !== undefined) return [];
  const folderOf = (file: string) => file.replace(/^\.\//, '').split('/').slice(0, 2).join('/');
  const second = folderOf(module);
  return second.includes('/') && second !== folderOf(main) && !second.includes('.')
    ? [second, second.replace(/esm$/, 'esnext')]
    : [];
}

/** The files of one installed package that Node may read, as paths from its folder; packages inside it are not among them. */
export function runtimeFiles(place: string): readonly string[] {
  const manifest = manifestOf(place);
  const builds = unreadBuilds(manifest);
  const unreadHere = unread[manifest.name ?? ''];
  const walk = (folder: string): string[] =>
    readdirSync(join(place, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        const isLeftOut =
          entry.name === 'node_modules' ||
          builds.includes(path) ||
          entry.name.startsWith('.') ||
          (folder === '' && leftOutFolders.has(entry.name) && !isNamed(place, entry.name));
        return isLeftOut ? [] : walk(path);
      }
      return leftOut.test(path) || unreadHere?.test(path) ? [] : [path];
    });
  return walk('');
}

/** Does the package itself lead into this folder? */
const isNamed = (place: string, folder: string): boolean => {
  const { main, exports } = manifestOf(place);
  return JSON.stringify([main, exports]).includes(`${folder}/`);
};

/** The real folder behind a path that may be a link. */
export const realFolder = (root: string, place: string): string => realpathSync(join(root, place));
