import type { Role } from '@dang/access/role';
import { demoId } from './demo-id.ts';
import type { PersonaRow, PersonaTraits } from './persona-table.ts';
import { personaTable } from './persona-table.ts';
import { unitId } from './province.ts';

/** A position that somebody holds: `title` is what people read. */
export type DemoPosition = { id: string; role: Role; title: string; unitId: string; unitCode: string };

/** One of the people whom everybody knows by name: front-end teams, tests, scenarios, the README. */
export type Persona = PersonaTraits & {
  persona: string;
  /** What the person is for, as the sign-in page shows it. */
  label: string;
  fullName: string;
  gender: 'MALE' | 'FEMALE';
  dateOfBirth: string;
  personalId: string;
  /** Null for a citizen who is in no registry. */
  memberId: string | null;
  /** The branch of the official membership; null for who has none (yet). */
  branchCode: string | null;
  residenceCode: string | null;
  positions: DemoPosition[];
  /** The position to act in after signing in, where the persona has one. */
  actsIn: DemoPosition | null;
};

/** 12 digits: 099 (no such province), century and gender, year of birth, serial. */
export function personalIdOf(
  person: { gender: 'MALE' | 'FEMALE'; dateOfBirth: string },
  serial: number,
): string {
  const century = (Number(person.dateOfBirth.slice(0, 2)) - 19) * 2 + (person.gender === 'FEMALE' ? 1 : 0);
  return `099${century}${person.dateOfBirth.slice(2, 4)}${String(serial).padStart(6, '0')}`;
}

function personaOf([persona, row]: [string, PersonaRow], index: number): Persona {
  const gender = row.gender ?? 'MALE';
  const positions = row.holds ? [positionOf(persona, ...row.holds)] : [];
  return {
    persona,
    label: row.label,
    fullName: row.name,
    gender,
    dateOfBirth: row.born,
    personalId: personalIdOf({ gender, dateOfBirth: row.born }, index + 1),
    level: row.level ?? 2,
    memberId: row.branch !== null || row.inRegistry ? demoId(`member:${persona}`) : null,
    branchCode: row.branch,
    residenceCode: row.lives ?? row.branch,
    positions,
    actsIn: positions[0] ?? null,
    hasAccount: row.hasAccount ?? true,
    forceCategory: row.forceCategory ?? 'NONE',
    status: row.status ?? 'ACTIVE',
    joinDate: row.joinDate ?? (row.branch === null ? null : `${Number(row.born.slice(0, 4)) + 26}-09-02`),
    dues: row.dues ?? { category: 'SI_COMPULSORY', base: 9_360_000 + index * 120_000 },
  };
}

function positionOf(persona: string, role: Role, unitCode: string, title: string): DemoPosition {
  return { id: demoId(`position:${persona}:${role}`), role, title, unitCode, unitId: unitId(unitCode) };
}

/** The personas by the name that everybody uses for them. */
export const personas: readonly Persona[] = Object.entries(personaTable).map(personaOf);

/** The persona of that name, or undefined when nobody is called so. */
export const findPersona = (name: string): Persona | undefined =>
  personas.find((candidate) => candidate.persona === name);

/** Every name of a persona, in the order of the table. */
export const personaNames: readonly string[] = personas.map(({ persona }) => persona);
