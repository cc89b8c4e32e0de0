import { z } from 'zod';

const day = z.iso.date();

/**
 * A member as the stand-in of the member database 4.0 keeps them. Personal ids start with 099, a province that does not
 * exist, so that no real person can ever be meant.
 */
export const registeredShape = z.object({
  personalId: z
    .string()
    .regex(/^099\d{9}$/, 'A personal id of the stand-in is 12 digits that start with 099 (no such province)'),
  fullName: z.string().min(1),
  otherName: z.string().nullable().default(null),
  gender: z.enum(['MALE', 'FEMALE']).nullable().default(null),
  dateOfBirth: day,
  permanentAddress: z.string().nullable().default(null),
  cardNumber: z
    .string()
    .regex(/^\d{12}$/)
    .nullable()
    .default(null),
  legacyCardNumber: z
    .string()
    .regex(/^\d{8}$/)
    .nullable()
    .default(null),
  profileNumber: z
    .string()
    .regex(/^\d{1,8}$/)
    .nullable()
    .default(null),
  joinDate: day.nullable().default(null),
  officialDate: day.nullable().default(null),
  status: z.string().default('ACTIVE'),
  forceCategory: z.string().default('NONE'),
  branchCode: z.string().nullable().default(null),
});

/** What a file or `POST /registry/members` brings. */
export type Registered = z.infer<typeof registeredShape>;

/** As the doors answer: with a number of its own, and the revision at which it last changed. */
export type RegisteredMember = Registered & { id: string; revision: number };
