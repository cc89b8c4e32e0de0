import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { bulk, code, day, text, uuid, version } from '../../values.ts';

/**
 * Members as the registry knows them, each whole and with its version; an import sends up to 500 in one event. A 12-digit
 * card number usually is the personal id, so it travels sealed under the province's key (`cardNumberSealed`), never in
 * clear. `branchId` is the registry's word and decides nothing: `PlacementRecorded` does.
 */
export const MemberRecorded = defineEvent({
  name: 'MemberRecorded',
  service: 'identity',
  kind: 'state',
  version: 1,
  data: z.object({
    members: bulk(
      z.object({
        id: uuid,
        version,
        fullName: text,
        gender: code,
        dateOfBirth: day,
        joinDate: day.nullable(),
        officialDate: day.nullable(),
        status: code,
        forceCategory: code,
        underInspection: z.boolean(),
        cardNumberSealed: z
          .string()
          .regex(/^v[12]\./, 'is not sealed')
          .nullable(),
        legacyCardNumber: text.nullable(),
        profileNumber: text.nullable(),
        branchId: uuid.nullable(),
        residenceBranchId: uuid.nullable(),
        residenceContactMode: code,
        /** Why the procedures are not applied to them, by identity's table of reasons; null: they are. */
        exclusion: code.nullable().optional(),
      }),
    ),
  }),
  example: {
    members: [
      {
        id: '01980000-0000-7000-8000-00000000a001',
        version: 1,
        fullName: 'Nguyễn Thị Minh Anh',
        gender: 'FEMALE',
        dateOfBirth: '1990-02-17',
        joinDate: '2015-09-02',
        officialDate: '2016-09-02',
        status: 'OFFICIAL',
        forceCategory: 'NONE',
        underInspection: false,
        cardNumberSealed: 'v1.c2VhbGVk',
        legacyCardNumber: '01.234567',
        profileNumber: '0123456',
        branchId: '01980000-0000-7000-8000-000000000044',
        residenceBranchId: '01980000-0000-7000-8000-000000000044',
        residenceContactMode: 'NORMAL',
      },
    ],
  },
});
