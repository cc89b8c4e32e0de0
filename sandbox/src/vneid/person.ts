import { z } from 'zod';

/** What VNeID writes where it knows no gender; seen on the source screens (S4). */
export const genderUnknown = 'Chưa có thông tin';

/**
 * A citizen that the stand-in knows. Personal ids start with 099, a province that does not exist, so that no
 * real person can ever be meant.
 */
export const personShape = z.object({
  personalId: z
    .string()
    .regex(/^099\d{9}$/, 'A personal id of the stand-in is 12 digits that start with 099 (no such province)'),
  fullName: z.string().min(1),
  dateOfBirth: z.iso.date(),
  gender: z.enum(['Nam', 'Nữ']).nullish(),
  nationality: z.string().default('Việt Nam'),
  permanentAddress: z.string().default('Chưa có thông tin'),
  /** Assurance level of the e-identity: 2 may use the procedures, 1 may not. */
  level: z.union([z.literal(1), z.literal(2)]).default(2),
  /** Name under which scenarios, tests and tools know this person. */
  persona: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
  /** What a person choosing on the sign-in page reads. */
  label: z.string().optional(),
});

export type Person = z.infer<typeof personShape>;

/** Input of `POST /vneid/people`: whatever is left out is made up. */
export const mintShape = personShape.partial();

/** Builds the line by which a person is offered on the sign-in page and in pickers. */
export function labelOf(person: Person): string {
  if (person.label) return person.label;
  return person.persona ? `${person.fullName} (${person.persona})` : person.fullName;
}
