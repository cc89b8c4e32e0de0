import { createHash } from 'node:crypto';

/** The day on which the demo province stands still; everything in it is told relative to this day. */
export const demoToday = '2026-07-06';

const hashOf = (name: string): Buffer => createHash('sha256').update(`dang-demo:${name}`).digest();

/** The UUID of a thing of the demo province, made from its name (`unit:05.200.044`, `member:secretary`): always the same. */
export function demoId(name: string): string {
  const bytes = hashOf(name).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A source of choices that are always the same for the same name. Never use it for secrets. */
export class Dice {
  #state: number;

  constructor(name: string) {
    this.#state = hashOf(name).readUInt32LE(0);
  }

  /** A number from 0 up to, but not including, 1 (mulberry32). */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  /** True this often: 0.3 is three times out of ten. */
  chance(share: number): boolean {
    return this.fraction() < share;
  }

  pick<Item>(list: readonly Item[]): Item {
    const item = list[Math.floor(this.fraction() * list.length)];
    if (item === undefined) throw new Error('Nothing to pick from: the list is empty');
    return item;
  }
}

/** The day this many days after (or, below zero, before) a day; days are `YYYY-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The later of two days. */
export const laterOf = (a: string, b: string): string => (a.localeCompare(b) < 0 ? b : a);
