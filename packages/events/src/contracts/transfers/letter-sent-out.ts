import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { transferKind } from '../../transfer-step.ts';
import { code, day, month, sha256, text, uuid } from '../../values.ts';

const box = z.object({
  index: z.int().min(1).max(10),
  unitName: text.nullable(),
  addressee: text.nullable(),
  content: z.string().max(5000).nullable(),
  comment: z.string().max(2000).nullable(),
  correction: z.string().max(2000).nullable(),
  registerNumber: text.nullable(),
  signedByName: text.nullable(),
  signedByTitle: text.nullable(),
  signedAt: z.iso.datetime().nullable(),
});

/**
 * A letter of introduction has left this province's system, whole: what the other side needs to go on with it, and its documents by reference
 * and hash, never their bytes. The other side may be a deployment of another province that hears this event, or a clerk with the printed
 * letter. Its answer is told by `LetterAnswered`.
 */
export const LetterSentOut = defineEvent({
  name: 'LetterSentOut',
  service: 'transfers',
  kind: 'fact',
  version: 1,
  data: z.object({
    transferId: uuid,
    number: text,
    /** Rises each time that this dossier is sent out: a letter that was returned goes again as the same letter. */
    sending: z.int().positive(),
    kind: transferKind,
    reason: code,
    /** Where to: the name as the letter says it, and what our directory knows of it. */
    destination: z.object({ name: text, branchId: uuid.nullable(), provinceCode: text.nullable() }),
    origin: z.object({ name: text, branchId: uuid, chain: text }),
    subject: z.object({
      memberId: uuid,
      fullName: text,
      gender: code,
      dateOfBirth: day,
      joinDate: day.nullable(),
      officialDate: day.nullable(),
      legacyCardNumber: text.nullable(),
      profileNumber: text.nullable(),
    }),
    decision: z.object({ number: text, date: day, issuer: text, effectiveDate: day }),
    stay: z.object({ from: day, through: day, purpose: z.string().max(2000).nullable() }).nullable(),
    letter: z.object({
      id: uuid,
      type: code,
      number: z.int().positive(),
      registerYear: z.int(),
      issuedOn: day,
      duesPaidThrough: month,
      boxes: z.array(box).min(8).max(10),
    }),
    /** The signed letter and what was brought to the dossier: where each is kept, and what its bytes must be. */
    documents: z
      .array(
        z.object({
          role: code,
          fileId: uuid,
          fileName: text,
          contentType: text,
          byteSize: z.int().positive(),
          sha256,
        }),
      )
      .max(101),
    sentOn: day,
  }),
  example: {
    transferId: '01980000-0000-7000-8000-00000000e001',
    number: 'G22.99.05-260706-0001',
    sending: 6,
    kind: 'OFFICIAL',
    reason: 'CHANGE_RESIDENCE',
    destination: {
      name: 'Chi bộ Thôn Đoài, Đảng bộ xã Đông Sơn, Đảng bộ tỉnh Thanh Hóa',
      branchId: '01980000-0000-7000-8000-000000000038',
      provinceCode: '38',
    },
    origin: {
      name: 'Chi bộ 1',
      branchId: '01980000-0000-7000-8000-000000000044',
      chain: 'Đảng bộ thành phố Hà Nội, Đảng bộ phường Việt Hưng, Đảng bộ Khu dân cư Việt Hưng',
    },
    subject: {
      memberId: '01980000-0000-7000-8000-00000000a001',
      fullName: 'Nguyễn Thị Minh Anh',
      gender: 'FEMALE',
      dateOfBirth: '1990-02-17',
      joinDate: '2015-09-02',
      officialDate: '2016-09-02',
      legacyCardNumber: '01.234567',
      profileNumber: '0123456',
    },
    decision: {
      number: '128/QĐ-SH',
      date: '2026-06-25',
      issuer: 'Công ty Cổ phần Sông Hồng',
      effectiveDate: '2026-07-01',
    },
    stay: null,
    letter: {
      id: '01980000-0000-7000-8000-00000000f001',
      type: 'TEN_BOX',
      number: 15,
      registerYear: 2026,
      issuedOn: '2026-07-06',
      duesPaidThrough: '2026-07',
      boxes: Array.from({ length: 10 }, (_, at) => ({
        index: at + 1,
        unitName: at === 0 ? 'Chi bộ 1' : null,
        addressee: null,
        content: null,
        comment: null,
        correction: null,
        registerNumber: at === 0 ? '15/2026' : null,
        signedByName: at === 0 ? 'Phạm Văn Long' : null,
        signedByTitle: at === 0 ? 'Bí thư chi bộ' : null,
        signedAt: at === 0 ? '2026-07-06T03:00:00Z' : null,
      })),
    },
    documents: [
      {
        role: 'LETTER',
        fileId: '01980000-0000-7000-8000-00000000d001',
        fileName: 'giay-gioi-thieu.pdf',
        contentType: 'application/pdf',
        byteSize: 48213,
        sha256: '5'.repeat(64),
      },
    ],
    sentOn: '2026-07-08',
  },
});
