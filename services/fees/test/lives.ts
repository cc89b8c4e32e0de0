import { randomUUID } from 'node:crypto';
import type { Envelope } from '@dang/events/envelope';
import { addMonths } from '@dang/vietnam/month';
import fc from 'fast-check';
import { told } from './coming-and-going.ts';
import { heard, units } from './fees-stage.ts';

const branches = ['branch1', 'branch2', 'branch21', 'branch22'] as const;
export type Branch = (typeof branches)[number];

/** A part of a member's life: months pass, then they move, are hosted for a time, or leave the province and come back. */
type Part = {
  how: 'MOVE' | 'STAY' | 'CONVERTED' | 'AWAY';
  to: Branch;
  monthsLater: number;
  monthsUnderWay: number;
  months: number;
  voidedLetters: number;
  /** Of a stay: outside of the system, or with the dues left at home. */
  isOutside: boolean;
  keepsDues: boolean;
};

export const parts: fc.Arbitrary<Part[]> = fc.array(
  fc.record({
    how: fc.constantFrom('MOVE' as const, 'STAY' as const, 'CONVERTED' as const, 'AWAY' as const),
    to: fc.constantFrom(...branches),
    monthsLater: fc.integer({ min: 0, max: 2 }),
    monthsUnderWay: fc.integer({ min: 0, max: 2 }),
    months: fc.integer({ min: 0, max: 3 }),
    voidedLetters: fc.integer({ min: 0, max: 1 }),
    isOutside: fc.boolean(),
    keepsDues: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
);

/** The facts of a life in their order, and who charges each of its months, told forwards; null: nobody here. */
export function lifeOf(
  member: string,
  lived: readonly Part[],
): { facts: Envelope[]; chargedBy(month: string): Branch | null } {
  const facts = [heard.approved(member, units.branch1, '60000', '2026-02')];
  const ends: { last: string; branch: Branch | null }[] = [];
  let home: Branch = 'branch1';
  let month = '2026-02';
  /** The next day on which something happens in this month: days never go back. */
  const day = (of: string) => `${of}-${String(facts.length + 1).padStart(2, '0')}`;
  const at = () => new Date(Date.UTC(2026, 0, 1, 0, 0, facts.length));
  const letters = (transferId: string, part: Part, keepsDues = false) => {
    for (let count = 0; count <= part.voidedLetters; count += 1) {
      const letter = { transferId, letterId: randomUUID(), duesPaidThrough: month, keepsDues };
      const own = { ...letter, originBranchId: units[home], issuedOn: day(month) };
      facts.push(heard.letter(member, own));
      if (count < part.voidedLetters) facts.push(heard.voided(member, own));
    }
  };
  const until = (branch: Branch | null) => ends.push({ last: month, branch });
  const goFor = (months: number) => {
    month = addMonths(month, months);
  };
  const admit = (transferId: string, to: Branch, duesPaidThrough: string) =>
    facts.push(
      heard.completed(
        member,
        { transferId, destinationBranchId: units[to], duesPaidThrough, completedOn: day(month) },
        at(),
      ),
    );
  const move = (part: Part) => {
    const transferId = randomUUID();
    letters(transferId, part);
    const duesPaidThrough = month;
    goFor(part.monthsUnderWay);
    admit(transferId, part.to, duesPaidThrough);
    home = part.to;
  };

  for (const part of lived) {
    const { how, to, isOutside } = part;
    goFor(part.monthsLater);
    if (how === 'MOVE') {
      until(home);
      move(part);
      continue;
    }
    const transferId = randomUUID();
    if (how === 'AWAY') {
      until(home);
      letters(transferId, part);
      const duesPaidThrough = month;
      goFor(part.monthsUnderWay);
      facts.push(told.left(member, { transferId, duesPaidThrough, leftOn: day(month) }, at()));
      goFor(part.months);
      until(null);
      const back = { transferId: randomUUID(), duesPaidThrough: month, destinationBranchId: units[to] };
      facts.push(told.came(member, { ...back, completedOn: day(month) }, at()));
      home = to;
      continue;
    }
    const keepsDues = part.keepsDues && how === 'STAY';
    const host = isOutside && how === 'STAY' ? null : to;
    const stay = {
      transferId,
      originBranchId: units[home],
      destinationBranchId: host && units[host],
      duesAt: keepsDues ? ('OFFICIAL' as const) : ('TEMPORARY' as const),
    };
    if (!keepsDues) until(home);
    letters(transferId, part, keepsDues);
    const duesPaidThrough = month;
    goFor(part.monthsUnderWay);
    facts.push(told.stayStarted(member, { ...stay, duesPaidThrough, startedOn: day(month) }, at()));
    goFor(part.months);
    if (!keepsDues) until(host);
    if (how === 'CONVERTED') move({ ...part, voidedLetters: 0 });
    const over = { ...stay, duesPaidThrough: month, endedOn: day(month) };
    const outcome = how === 'CONVERTED' ? ('CONVERTED' as const) : ('RETURNED' as const);
    facts.push(told.stayEnded(member, { ...over, outcome }, at()));
  }
  const now = home;
  return {
    facts,
    chargedBy: (asked) => {
      const end = ends.find(({ last }) => asked <= last);
      return end ? end.branch : now;
    },
  };
}
