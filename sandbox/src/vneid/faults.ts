import { z } from 'zod';

/** The ways in which an ID token can be made wrong after the provider has issued it. */
export const faultNames = [
  'wrongIssuer',
  'wrongAudience',
  'wrongNonce',
  'wrongAlgorithm',
  'wrongSignature',
  'expired',
  'level1',
] as const;

export type FaultName = (typeof faultNames)[number];

const target = z.union([z.literal('next'), z.string().regex(/^099\d{9}$/)]);

/** Body of `PUT /vneid/faults`: each fault names a personal id (until changed) or `next` (one token, whoever's). */
export const faultsShape = z.partialRecord(z.enum(faultNames), target);

export type Faults = z.infer<typeof faultsShape>;

/** The faults that are armed in one running stand-in. */
export class FaultSwitches {
  #armed: Faults = {};

  /** Replaces all switches: an empty object disarms everything. */
  set(faults: Faults): void {
    this.#armed = { ...faults };
  }

  get(): Faults {
    return { ...this.#armed };
  }

  /** Says which faults strike a token of this person, and disarms those that were meant for the next token only. */
  take(personalId: string): FaultName[] {
    const struck = faultNames.filter(
      (name) => this.#armed[name] === 'next' || this.#armed[name] === personalId,
    );
    for (const name of struck) if (this.#armed[name] === 'next') delete this.#armed[name];
    return struck;
  }
}
