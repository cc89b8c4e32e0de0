import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Workspaces whose files all go into the image, except what only development and tests need. */
const whole = ['gateway', 'packages', 'services'];
/** Commands that operators run inside the image: of `tools` only these and what they import. */
export const commands: readonly string[] = [
  'doctor',
  'events',
  'verify',
  'keys',
  'operator',
  'renumber',
  'retention',
  'import',
  'export',
];

const forDevelopment =
  /(^|\/)(node_modules|test|test-subgraph|testing|demo|explorer|bench)\/|\.test\.ts$|(^|\/)(testing|demo)[\w.-]*\.ts$|(^|\/)(tsconfig|jest\.config)[\w.]*$|\.md$/;

/** Modules that this text loads when it runs: `import type` vanishes, everything else counts. */
export function importsOf(text: string): string[] {
  const statements = text.matchAll(/^\s*(?:import|export)\s+(?!type\b)[^'"`;]*?\bfrom\s+'([^']+)'/gm);
  const bare = text.matchAll(/^\s*import\s+'([^']+)'/gm);
  const dynamic = text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g);
  return [...statements, ...bare, ...dynamic].map(([, name]) => name ?? '');
}

/** A package's name in `@dang/events/stream`, `pg` or `node:fs`; null for files and for Node itself. */
export const packageOf = (specifier: string): string | null => {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return null;
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
};

const below = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

/** What a run of a process in the image may touch of this checkout. */
export interface OwnFiles {
  /** Paths from the root of the checkout. */
  readonly files: readonly string[];
  /** Packages that the commands import and no workspace names. */
  readonly packages: readonly string[];
}

/** The files of this checkout that belong into the image. @throws when a file imports one that is kept out. */
export function ownFiles(root: string): OwnFiles {
  const files = new Set(
    whole.flatMap((folder) => below(root, folder)).filter((file) => !forDevelopment.test(file)),
  );
  const packages = new Set<string>();
  const queue = commands.map((name) => `tools/src/${name}.ts`).filter((file) => existsSync(join(root, file)));
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const specifier of importsOf(readFileSync(join(root, file), 'utf8'))) {
      if (specifier.startsWith('.')) queue.push(join(dirname(file), specifier));
      else if (packageOf(specifier) !== null) packages.add(packageOf(specifier) as string);
    }
  }
  for (const name of ['package.json', 'tools/package.json', 'LICENSE', 'package-lock.json']) files.add(name);
  const missing = [...files].flatMap((file) => missingFor(root, file, files));
  if (missing.length > 0)
    throw new Error(`Files of the image import what is kept out of it:\n${missing.join('\n')}`);
  return {
    files: [...files].sort(),
    packages: [...packages].filter((name) => !name.startsWith('@dang/')).sort(),
  };
}

/** Loaded in development only, behind a condition. */
const mayBeMissing = new Set(['gateway/src/explorer/explorer.ts']);

function missingFor(root: string, file: string, files: ReadonlySet<string>): string[] {
  if (!file.endsWith('.ts')) return [];
  return importsOf(readFileSync(join(root, file), 'utf8'))
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(file), specifier))
    .filter((wanted) => !files.has(wanted) && !mayBeMissing.has(wanted))
    .map((wanted) => `  ${file} → ${wanted}`);
}
