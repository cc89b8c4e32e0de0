import { Dice, daysAfter, demoId, demoToday } from './demo-id.ts';
import { fullNameOf } from './names.ts';
import type { DemoPosition, Persona } from './personas.ts';
import { personalIdOf, personas } from './personas.ts';
import { memberUnits, placeOf } from './province.ts';

/** The unit by which dues are worked out (domain 6.9), for the made-up people. */
export type DuesCategory = 'SI_COMPULSORY' | 'PENSION' | 'STUDENT' | 'NON_SI';

/** One member of the demo province, personas included; days are `YYYY-MM-DD`, amounts whole đồng. */
export type DemoMember = {
  id: string;
  personalId: string;
  fullName: string;
  gender: 'MALE' | 'FEMALE';
  dateOfBirth: string;
  permanentAddress: string;
  joinDate: string;
  /** Null for a probationary member. */
  officialDate: string | null;
  status: 'ACTIVE' | 'SUSPENDED_DETENTION' | 'CONVICTED';
  forceCategory: 'NONE' | 'POLICE';
  underInspection: boolean;
  cardNumber: string | null;
  legacyCardNumber: string | null;
  profileNumber: string;
  /** The branch of the official membership; null for who is in the registry only. */
  branchCode: string | null;
  /** The branch that the registry names. */
  registryCode: string;
  residenceCode: string;
  hasAccount: boolean;
  dues: { category: DuesCategory; base: number | null };
  persona: Persona | null;
  positions: DemoPosition[];
};

/** Serial numbers below this belong to the personas. */
const firstSerial = 1_000;
const averageBranch = 20;
const residentialCodes = memberUnits.filter(({ kind }) => kind === 'RESIDENTIAL').map(({ code }) => code);
const regions: Record<number, number> = { 1: 5_310_000, 2: 4_730_000, 3: 4_140_000, 4: 3_700_000 };

/** Monthly dues by category and base (QĐ 01-QĐ/TW as domain 6.9 tells it); null for who is exempt: 50 years of Party age. */
export function monthlyDuesOf(member: DemoMember): number | null {
  if (member.joinDate <= `${Number(demoToday.slice(0, 4)) - 50}${demoToday.slice(4)}`) return null;
  const { category, base } = member.dues;
  if (category === 'STUDENT') return 5_000;
  const region = memberUnits.find(({ code }) => code === member.registryCode)?.regionMinWage ?? 1;
  const [income, perMille] = {
    SI_COMPULSORY: [Math.min(base ?? 0, 46_800_000), 10] as const,
    PENSION: [base ?? 0, 5] as const,
    NON_SI: [regions[region] ?? 0, isOfRetirementAge(member) ? 2 : 3] as const,
  }[category];
  return Math.round((income * perMille) / 1_000);
}

/** Has the normal retirement age of 2026 come: 57 years for women, 61 and a half for men? */
export function isOfRetirementAge({ gender, dateOfBirth }: DemoMember): boolean {
  return daysAfter(dateOfBirth, gender === 'FEMALE' ? 57 * 365.25 : 61.5 * 365.25) <= demoToday;
}

/** What somebody earns, as far as it decides the dues: at work, retired, studying, or without a regular income. */
function incomeOf(dice: Dice, kind: string, age: number): DemoMember['dues'] {
  if (age < 23) return { category: 'STUDENT', base: null };
  if (age >= 60) return dice.chance(0.85) ? pension(dice) : { category: 'NON_SI', base: null };
  if (kind === 'RESIDENTIAL' && dice.chance(0.3)) return { category: 'NON_SI', base: null };
  return { category: 'SI_COMPULSORY', base: dice.between(60, 240) * 100_000 };
}

const pension = (dice: Dice) => ({ category: 'PENSION', base: dice.between(35, 125) * 100_000 }) as const;

function ageIn(dice: Dice, kind: string, isStudents: boolean): number {
  if (isStudents) return dice.between(19, 22);
  if (kind === 'RESIDENTIAL') return dice.chance(0.65) ? dice.between(60, 79) : dice.between(25, 59);
  return dice.between(25, 58);
}

type Unit = (typeof memberUnits)[number];

function ordinaryMember(unit: Unit, number: number, serial: number): DemoMember {
  const dice = new Dice(`person:${unit.code}:${number}`);
  const gender = dice.chance(unit.kind === 'PUBLIC_SERVICE' ? 0.6 : 0.42) ? 'FEMALE' : 'MALE';
  const isStudents = unit.name === 'Chi bộ Sinh viên' && number > 2;
  const age = ageIn(dice, unit.kind, isStudents);
  const born = Number(demoToday.slice(0, 4)) - age;
  const dateOfBirth = `${born}-${two(dice.between(1, 12))}-${two(dice.between(1, 28))}`;
  const probationary = number > 4 && dice.chance(0.05);
  const joined = Math.min(born + dice.between(isStudents ? 18 : 22, isStudents ? 19 : 32), 2024);
  const joinDate = probationary
    ? daysAfter('2025-08-01', dice.between(0, 300))
    : `${joined}-${two(dice.between(1, 12))}-${two(dice.between(1, 28))}`;
  const personalId = personalIdOf({ gender, dateOfBirth }, serial);
  return {
    ...registryOf({ personalId, joinDate, serial, probationary }),
    id: demoId(`member:${unit.code}:${number}`),
    personalId,
    fullName: fullNameOf(dice, gender),
    gender,
    dateOfBirth,
    status: 'ACTIVE',
    forceCategory: 'NONE',
    branchCode: unit.code,
    registryCode: unit.code,
    ...residenceIn(unit.kind === 'RESIDENTIAL' ? unit.code : dice.pick(residentialCodes), dice),
    hasAccount: number <= 4 || dice.chance(0.88),
    dues: incomeOf(dice, unit.kind, age),
    persona: null,
    positions: [],
  };
}

const two = (number: number): string => String(number).padStart(2, '0');

const residenceIn = (residenceCode: string, dice: Dice) => ({
  residenceCode,
  permanentAddress: `Số ${dice.between(1, 240)}, tổ ${dice.between(1, 30)}, ${placeOf(residenceCode)}`,
});

/** What the registry holds about the membership: half of the members have got the new 12-digit card, which is the personal id. */
function registryOf(given: { personalId: string; joinDate: string; serial: number; probationary: boolean }) {
  const { personalId, joinDate, serial, probationary } = given;
  const hasNewCard = serial % 2 === 0 && !probationary;
  return {
    joinDate,
    officialDate: probationary ? null : `${Number(joinDate.slice(0, 4)) + 1}${joinDate.slice(4)}`,
    underInspection: serial % 397 === 0,
    cardNumber: hasNewCard ? personalId : null,
    legacyCardNumber: hasNewCard || probationary ? null : String(50_000_000 + serial),
    profileNumber: String(serial).padStart(6, '0'),
  };
}

function memberOfPersona(persona: Persona, index: number): DemoMember | null {
  if (persona.memberId === null) return null;
  const dice = new Dice(`persona:${persona.persona}`);
  const home = persona.branchCode ?? '05.200.044.000.001';
  const { fullName, gender, dateOfBirth, personalId, status, forceCategory, hasAccount, dues, positions } =
    persona;
  const isResident = residentialCodes.includes(persona.residenceCode ?? '');
  return {
    ...registryOf({
      personalId,
      joinDate: persona.joinDate ?? '2015-05-19',
      serial: index + 1,
      probationary: false,
    }),
    id: persona.memberId,
    personalId,
    fullName,
    gender,
    dateOfBirth,
    status,
    forceCategory,
    branchCode: persona.branchCode,
    registryCode: home,
    ...residenceIn(isResident ? (persona.residenceCode ?? home) : dice.pick(residentialCodes), dice),
    hasAccount,
    dues,
    persona,
    positions: [...positions],
    underInspection: false,
  };
}

const personaMembers = personas.map(memberOfPersona).filter((member) => member !== null);

function membersOf(unit: Unit, index: number): DemoMember[] {
  const known = personaMembers.filter(({ branchCode }) => branchCode === unit.code);
  const size = averageBranch + ((index * 7) % 13) - 6;
  const others = Array.from({ length: Math.max(size - known.length, 6) }, (_, at) =>
    ordinaryMember(unit, at + 1, firstSerial + index * 40 + at),
  );
  return [...known, ...others];
}

/** Everybody in the registry of the demo province: about 1,200 members, the personas among them. */
export const members: readonly DemoMember[] = [
  ...memberUnits.flatMap(membersOf),
  ...personaMembers.filter(({ branchCode }) => branchCode === null),
];

/** The members of a branch, personas first. */
export const membersIn = (code: string): DemoMember[] =>
  members.filter(({ branchCode }) => branchCode === code);
