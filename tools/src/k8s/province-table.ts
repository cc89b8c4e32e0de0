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

/** The next release of the software, beside the present one. */
interface Canary {
  /** As `release` and `digest` of the row. */
  readonly release: string;
  readonly digest?: string;
  /** Of a hundred requests that do not ask for it by name, how many it gets: 0 to 50, 5 where nothing is said. */
  readonly weight?: number;
}

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
  /** Where nodes find the image: what stands before its name. Left out where they know by themselves. */
  readonly images?: string;
  /** From which day each procedure runs in the whole province. */
  readonly starts: Starts;
  /** Units that begin before the others, by code. */
  readonly pilots: Readonly<Record<string, Partial<Starts>>>;
  /** A newer release for the front ends of pilot units, and a share of the others. */
  readonly canary?: Canary;
  /** A database cluster for each service, instead of one for all. */
  readonly databases?: 'per-service';
  /** The network of its cluster, where NetworkPolicies are not enough for it. */
  readonly network?: 'cilium';
  /** Its cluster has NodeLocal DNSCache: pods ask a cache on their node. */
  readonly dns?: 'node-local';
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
  images: 'string?',
  starts: 'object',
  pilots: 'object',
  canary: 'object?',
  databases: 'string?',
  network: 'string?',
  dns: 'string?',
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

/** What a canary gets where its row does not say. */
const CANARY_WEIGHT = 5;

/** Of a hundred requests, how many go to the canary; undefined where there is none. */
export const canaryWeight = ({ canary }: Pick<Province, 'canary'>): number | undefined =>
  canary && (canary.weight ?? CANARY_WEIGHT);

const isVersion = (text: unknown) => typeof text === 'string' && /^\d+\.\d+\.\d+$/.test(text);
const isDigest = (text: unknown) =>
  text === undefined || (typeof text === 'string' && /^sha256:[0-9a-f]{64}$/.test(text));

function canaryFaults({ canary, release }: Province): (string | false)[] {
  if (canary === undefined) return [];
  const weight = canaryWeight({ canary }) ?? 0;
  const unknown = Object.keys(canary).filter((key) => !['release', 'digest', 'weight'].includes(key));
  return [
    !isVersion(canary.release) && 'the release of its canary is not a version',
    canary.release === release && 'its canary is the release that it has',
    !isDigest(canary.digest) && 'the digest of its canary is not one',
    !(Number.isInteger(weight) && weight >= 0 && weight <= 50) &&
      'the weight of its canary is not a whole number from 0 to 50',
    ...unknown.map((key) => `its canary has no ${key}`),
  ];
}

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
    !isVersion(row.release) && 'its release is not a version',
    !isDigest(row.digest) && 'its digest is not one',
    ...canaryFaults(row),
    row.images !== undefined &&
      !/^[a-z0-9.-]+(:\d+)?(\/[a-z0-9._-]+)*$/.test(row.images) &&
      'its images are in no place',
    ![undefined, 'per-service'].includes(row.databases) && 'its databases are not per-service',
    ![undefined, 'cilium'].includes(row.network) && 'its network is not cilium',
    ![undefined, 'node-local'].includes(row.dns) && 'its dns is not node-local',
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
