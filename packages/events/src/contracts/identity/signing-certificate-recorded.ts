import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { bulk, text, uuid, version } from '../../values.ts';

/** The certificates that an officer signs with, each whole and with its version: never the certificate itself, whose subject may name a personal id. `reference` is what the signature provider calls the key. */
export const SigningCertificateRecorded = defineEvent({
  name: 'SigningCertificateRecorded',
  service: 'identity',
  kind: 'state',
  version: 1,
  data: z.object({
    certificates: bulk(
      z.object({
        id: uuid,
        version,
        memberId: uuid,
        status: z.enum(['ACTIVE', 'ENDED', 'REVOKED']),
        reference: text,
        serial: z.string().regex(/^[0-9a-f]{1,64}$/),
        fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
        holderName: text,
        issuerName: text,
        validFrom: z.iso.datetime({ offset: true }),
        validTo: z.iso.datetime({ offset: true }),
      }),
    ),
  }),
  example: {
    certificates: [
      {
        id: '01980000-0000-7000-8000-0000000000d1',
        version: 1,
        memberId: '01980000-0000-7000-8000-0000000000a1',
        status: 'ACTIVE',
        reference: 'key-1',
        serial: '0a1b',
        fingerprint: '0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f',
        holderName: 'Nguyễn Thị Minh Anh',
        issuerName: 'CA',
        validFrom: '2026-01-01T00:00:00Z',
        validTo: '2029-01-01T00:00:00Z',
      },
    ],
  },
});
