import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../launcher/running.ts';
import { Mistake } from '../launcher/tool.ts';

const procedures = [
  'ACCOUNT',
  'DUES',
  'RESIDENCE_COMMENT',
  'OFFICIAL_TRANSFER',
  'TEMPORARY_TRANSFER',
] as const;

type Starts = Readonly<Record<(typeof procedures)[number], string>>;

/** A row of `k8s/provinces.json`: everything in which one province differs from another. */
export interface Province {
  /** Two digits, the first group of every organisation code in it. */
  readonly code: string;
  readonly name: string;
  /** The namespace is `dang-<slug>`, the overlay `k8s/overlays/<slug>`. */
  readonly slug: string;
  readonly orderPrefix: string;
  /** Who holds the central account, as the payment page names them. */
  readonly accountHolder: string;
  /** Members, estimated: what the size follows from. */
  readonly members: number;
  readonly size: 'S' | 'M' | 'L';
  readonly graphHost: string;
  readonly doorsHost: string;
  /** The tag of the image; with `digest` (`sha256:…`) nobody can move it. */
  readonly release: string;
  readonly digest?: string;
  /** From which day each procedure runs in the whole province. */
  readonly starts: Starts;
  /** Units that begin before the others, by code. */
  readonly pilots: Readonly<Record<string, Partial<Starts>>>;
  /** A newer release that only the front ends of pilot units reach, beside the one above. */
  readonly canary?: string;
  /** A database cluster for each service, instead of one for all. */
  readonly databases?: 'per-service';
  /** That its operator has given everything: from then on a placeholder in its overlay is a fault. */
  readonly ready?: boolean;
}

/** What a row has, by name: what `typeof` says of it, with `?` where it may be left out. */
const fields: Readonly<Record<keyof Province, string>> = {
  code: 'string',
  name: 'string',
  slug: 'string',
  orderPrefix: 'string',
  accountHolder: 'string',
  members: 'number',
  size: 'string',
  graphHost: 'string',
  doorsHost: 'string',
  release: 'string',
  digest: 'string?',
  starts: 'object',
  pilots: 'object',
  canary: 'string?',
  databases: 'string?',
  ready: 'boolean?',
};

/** Fields that a row lacks, that are of another kind, or that nobody reads: a misspelt one must not be lost in silence. */
function shapeFaults(row: object): string[] {
  const given = new Map(Object.entries(row));
  const wrong = Object.entries(fields).filter(([field, kind]) => {
    const found = given.has(field) ? typeof given.get(field) : 'nothing';
    return found === 'nothing' ? !kind.endsWith('?') : found !== kind.replace('?', '');
  });
  return [
    ...wrong.map(([field, kind]) =>
      given.has(field) ? `its ${field} is no ${kind.replace('?', '')}` : `it has no ${field}`,
    ),
    ...[...given.keys()].filter((field) => !(field in fields)).map((field) => `nobody reads its ${field}`),
  ];
}

/** The 30th of February is a day of March to the parser. */
const isDay = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

const sizeOf = (members: number): Province['size'] => {
  if (members >= 200_000) return 'L';
  return members >= 100_000 ? 'M' : 'S';
};

function faultsOf(row: Province): string[] {
  const misshapen = shapeFaults(row);
  if (misshapen.length > 0) return misshapen.map((fault) => `${row.name ?? row.code ?? 'A row'}: ${fault}`);
  const days = [row.starts, ...Object.values(row.pilots)].flatMap((starts) => Object.entries(starts));
  const faults = [
    !/^\d\d$/.test(row.code) && 'its code is not two digits',
    !/^[a-z]+(-[a-z]+)*$/.test(row.slug) && 'its slug is not lower-case words with hyphens',
    !/^[A-Z]\d\d\.\d\d$/.test(row.orderPrefix) && 'its order prefix is not like G22.99',
    row.size !== sizeOf(row.members) &&
      `${row.members} members make it ${sizeOf(row.members)}, not ${row.size}`,
    !/^\d+\.\d+\.\d+$/.test(row.release) && 'its release is not a version',
    row.canary !== undefined && !/^\d+\.\d+\.\d+$/.test(row.canary) && 'its canary is not a version',
    row.canary === row.release && 'its canary is the release that it has',
    row.digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(row.digest) && 'its digest is not one',
    ![undefined, 'per-service'].includes(row.databases) && 'its databases are not per-service',
    row.databases !== undefined && row.canary !== undefined && 'its canary would ask the one cluster for all',
    procedures.some((procedure) => row.starts[procedure] === undefined) && 'a procedure has no day',
    ...days.map(([procedure, day]) => {
      if (!(procedures as readonly string[]).includes(procedure)) return `there is no procedure ${procedure}`;
      return !isDay(day) && `${day} is not a day`;
    }),
    ...Object.entries(row.pilots).flatMap(([unit, starts]) => [
      !unit.startsWith(`${row.code}.`) && `${unit} is not a unit in it`,
      ...Object.entries(starts).map(
        ([procedure, day]) =>
          day >= (row.starts[procedure as keyof Starts] ?? '') &&
          `${unit} is a pilot of ${procedure} that begins no earlier than the province`,
      ),
    ]),
  ];
  return faults.filter((fault) => typeof fault === 'string').map((fault) => `${row.name}: ${fault}`);
}

/** What is wrong with the table, row by row; and what two rows have in common that they may not. */
export function tableFaults(rows: readonly Province[]): string[] {
  const unique = ['code', 'slug', 'orderPrefix', 'graphHost', 'doorsHost'] as const;
  const shared = unique.flatMap((field) =>
    [...Map.groupBy(rows, (row) => row[field])]
      .filter(([, group]) => group.length > 1)
      .map(([value, group]) => `${group.map(({ name }) => name).join(' and ')} share the ${field} ${value}`),
  );
  return [...rows.flatMap(faultsOf), ...shared];
}

/** All provinces. @throws Mistake with every fault of the table */
export function readProvinces(): Province[] {
  const rows = JSON.parse(readFileSync(join(root, 'k8s/provinces.json'), 'utf8')) as Province[];
  const faults = tableFaults(rows);
  if (faults.length > 0) throw new Mistake(faults.join('\n'));
  return rows;
}
