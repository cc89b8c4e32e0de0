import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../launcher/running.ts';
import { modelOf, typesOf } from './known-kinds.ts';
import { type ClusterObject, nameOf } from './object.ts';

/** Rendered objects of one place; `place` names it in faults: `hanoi`. */
export interface Rendered {
  readonly place: string;
  readonly objects: readonly ClusterObject[];
}

const options = {
  target: 'es2024',
  module: 'nodenext',
  moduleResolution: 'nodenext',
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  types: [],
};

function runCompiler(folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, 'node_modules', '.bin', 'tsc'), ['-p', folder, '--pretty', 'false'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
      });
    child.once('error', reject);
    child.once('close', () => resolve(output));
  });
}

/** One file of constants, each written out and typed; and which line belongs to which object. */
function fileOf(objects: readonly ClusterObject[]): { text: string; ownerOf(line: number): string } {
  const imports = new Map<string, string>();
  const constants: string[] = [];
  const starts: { line: number; name: string }[] = [];
  let line = 1;
  for (const [index, object] of objects.entries()) {
    const { apiVersion, kind } = object;
    const alias = `${apiVersion}_${kind}`.replaceAll(/\W/g, '_');
    imports.set(
      alias,
      `import type { I${kind} as ${alias} } from ${JSON.stringify(typesOf(apiVersion, kind))};\n`,
    );
    const text = `export const d${index}: ${alias} = ${JSON.stringify(object, null, 1)};\n`;
    starts.push({ line, name: nameOf(object) });
    line += text.split('\n').length - 1;
    constants.push(text);
  }
  const ownerOf = (at: number) =>
    starts.findLast((start) => start.line <= at - imports.size)?.name ?? 'an unknown kind';
  return { text: [...imports.values()].join('') + constants.join(''), ownerOf };
}

/**
 * What the compiler says about rendered objects against the published types of their kinds: a field that does not exist, one that is
 * missing, a value of another type or not in an enum. Every object is written out as a literal, so unknown fields are refused too.
 */
export async function typeFaults(rendered: readonly Rendered[]): Promise<string[]> {
  mkdirSync(join(root, '.data'), { recursive: true });
  // below the checkout, so that the compiler finds its packages
  const folder = mkdtempSync(join(root, '.data', 'cluster-types-'));
  try {
    const files = new Map(rendered.map(({ place, objects }) => [place, fileOf(objects)]));
    for (const [place, { text }] of files) writeFileSync(join(folder, `${place}.ts`), text);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, include: ['*.ts'] }),
    );
    const output = await runCompiler(folder);
    return output
      .split('\n')
      .filter((text) => text.includes('error TS'))
      .map((text) => {
        const [, place = '', line = '0', message = text] =
          /([\w-]+)\.ts\((\d+),\d+\): error (.*)$/.exec(text) ?? [];
        const file = files.get(place);
        return file ? `${place}: ${file.ownerOf(Number(line))}: ${message}` : text;
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Model = new (data: unknown) => { validate(): void };

/** What the validators beside the types say about values: whole numbers, limits, patterns, exactly one of several. */
export async function valueFaults({ place, objects }: Rendered): Promise<string[]> {
  const faults: string[] = [];
  for (const object of objects) {
    const module = modelOf(object.apiVersion, object.kind);
    if (module === null) continue;
    // what is not there the types refuse
    const found = (await import(module).catch(() => ({}))) as Record<string, Model>;
    const Kind = found[object.kind];
    if (!Kind) continue;
    try {
      new Kind(object).validate();
    } catch (error) {
      faults.push(`${place}: ${nameOf(object)}: ${(error as Error).message}`);
    }
  }
  return faults;
}
