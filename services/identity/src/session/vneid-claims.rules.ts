import { z } from 'zod';

/** Which claim of the ID token carries what. VNeID's own names are not public, so they are configuration. */
export const claimMapShape = z.object({
  personalId: z.string().default('personal_id'),
  fullName: z.string().default('name'),
  dateOfBirth: z.string().default('birthdate'),
  gender: z.string().default('gender'),
  nationality: z.string().default('nationality'),
  permanentAddress: z.string().default('address'),
  level: z.string().default('assurance_level'),
});

export type ClaimMap = z.infer<typeof claimMapShape>;

/** The lowest assurance level of an e-identity that may use the procedures (domain 5.1). */
export const REQUIRED_LEVEL = 2;

/** A citizen as VNeID vouches for them; what it may leave out is null (domain 5.2). */
export type Citizen = {
  personalId: string;
  fullName: string;
  dateOfBirth: string;
  gender: 'MALE' | 'FEMALE' | null;
  nationality: string | null;
  permanentAddress: string | null;
  level: number;
};

const genders: Record<string, 'MALE' | 'FEMALE'> = {
  nam: 'MALE',
  male: 'MALE',
  nữ: 'FEMALE',
  female: 'FEMALE',
};

const unknownText = 'Chưa có thông tin';

const optionalText = z
  .string()
  .transform((text) => (text === unknownText || text.trim() === '' ? null : text.normalize('NFC').trim()))
  .nullish()
  .transform((text) => text ?? null);

const citizenShape = z.object({
  personalId: z.string().regex(/^\d{12}$/),
  fullName: z
    .string()
    .min(1)
    .transform((text) => text.normalize('NFC').trim()),
  dateOfBirth: z.iso.date(),
  gender: optionalText.transform((text) => genders[text?.toLowerCase() ?? ''] ?? null),
  nationality: optionalText,
  permanentAddress: optionalText,
  level: z.coerce.number().int(),
});

/** Reads the claims of a verified ID token; null when a claim that nobody can do without is missing or malformed. */
export function readCitizen(claims: Record<string, unknown>, map: ClaimMap): Citizen | null {
  const named = Object.fromEntries(Object.entries(map).map(([field, claim]) => [field, claims[claim]]));
  const citizen = citizenShape.safeParse(named);
  return citizen.success ? citizen.data : null;
}
