import type { z } from 'zod';

/**
 * `state`: the whole aggregate with its version; a receiver drops an older one. `fact`: something that happened once;
 * idempotent by its id, never dropped by version, and never handled before an earlier fact of the same aggregate.
 */
export type EventKind = 'state' | 'fact';

/**
 * What a publisher promises and a receiver may rely on. `service` is null when several services publish the same event;
 * the publisher is then named when it records. `example` is a valid payload for tests on both sides.
 */
export interface EventContract<Name extends string = string, Data = unknown> {
  readonly name: Name;
  readonly service: string | null;
  readonly kind: EventKind;
  readonly version: 1;
  readonly data: z.ZodType<Data>;
  readonly example: Data;
}

/** The payload of a contract: `DataOf<typeof TransferCompleted>`. */
export type DataOf<Contract> = Contract extends EventContract<string, infer Data> ? Data : never;

/**
 * Declares an event. One file an event, in `contracts/<service>/`, named like the event. Fields may be added to a
 * version; a changed meaning or a removed field is a new event. Refuses a name that is not PascalCase.
 */
export function defineEvent<const Name extends string, Shape extends z.ZodType>(contract: {
  name: Name;
  service: string | null;
  kind: EventKind;
  version: 1;
  data: Shape;
  example: NoInfer<z.output<Shape>>;
}): EventContract<Name, z.output<Shape>> {
  if (!/^[A-Z][A-Za-z]+$/.test(contract.name)) throw new Error(`${contract.name} is not a name for an event`);
  return contract as unknown as EventContract<Name, z.output<Shape>>;
}

/**
 * The contract as a function that publisher and receivers run in their tests: every way in which `data` breaks the
 * contract, as sentences with the path; empty when it holds. A field that the contract does not know is a breach too,
 * because it would never travel.
 */
export function contractBreaches(contract: EventContract, data: unknown): string[] {
  const read = contract.data.safeParse(data);
  if (!read.success)
    return read.error.issues.map((issue) => `${issue.path.join('.') || '(data)'}: ${issue.message}`);
  return unknownPaths(data, read.data, '').map((path) => `${path}: is not part of ${contract.name}`);
}

function unknownPaths(given: unknown, known: unknown, path: string): string[] {
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    const counterpart = (known as Record<string, unknown> | null | undefined)?.[key];
    if (value !== undefined && counterpart === undefined) return [here];
    return unknownPaths(value, counterpart, here);
  });
}
