import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { code, day, decider, month, text, uuid } from '../../values.ts';

/**
 * A member who came with a letter from outside of this province's system was admitted. `memberId` is theirs from now on: identity keeps them
 * as a member with these facts where it does not know them yet, orgtree begins the membership on `completedOn`, fees charges the months after
 * `duesPaidThrough`. A 12-digit card number usually is the personal id, so it travels sealed under the province's key.
 */
export const MemberTransferredIn = defineEvent({
  name: 'MemberTransferredIn',
  service: 'transfers',
  kind: 'fact',
  version: 1,
  data: z.object({
    transferId: uuid,
    number: text,
    memberId: uuid,
    person: z.object({
      fullName: text,
      gender: code,
      dateOfBirth: day,
      joinDate: day.nullable(),
      officialDate: day.nullable(),
      cardNumberSealed: z
        .string()
        .regex(/^v[12]\./, 'is not sealed')
        .nullable(),
      legacyCardNumber: text.nullable(),
      profileNumber: text.nullable(),
    }),
    origin: text,
    destinationBranchId: uuid,
    duesPaidThrough: month,
    completedOn: day,
    completedBy: decider,
  }),
  example: {
    transferId: '01980000-0000-7000-8000-00000000e003',
    number: 'G22.99.05-260706-0003',
    memberId: '01980000-0000-7000-8000-00000000a009',
    person: {
      fullName: 'Trần Văn Bình',
      gender: 'MALE',
      dateOfBirth: '1985-04-30',
      joinDate: '2010-05-19',
      officialDate: '2011-05-19',
      cardNumberSealed: null,
      legacyCardNumber: '38.123456',
      profileNumber: '0654321',
    },
    origin: 'Chi bộ Thôn Đoài, Đảng bộ xã Đông Sơn, tỉnh Thanh Hóa',
    destinationBranchId: '01980000-0000-7000-8000-000000000021',
    duesPaidThrough: '2026-07',
    completedOn: '2026-08-03',
    completedBy: {
      memberId: '01980000-0000-7000-8000-00000000a003',
      name: 'Lê Thị Hạnh',
      title: 'Bí thư chi bộ',
      unitId: '01980000-0000-7000-8000-000000000021',
    },
  },
});
