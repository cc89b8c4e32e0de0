import { SigningCertificateRecorded } from '@dang/events/contracts/identity/signing-certificate-recorded';
import { defineProjection, defineReaction } from '@dang/events/reaction';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { certificateShape } from './shapes.ts';
import { upsertNewer } from './upsert.ts';

/** The certificates of officers, for a migration of a service in which somebody signs. */
export const certificateTables: readonly string[] = [
  `create table certificate_copy (
    id uuid primary key,
    version bigint not null,
    member_id uuid not null,
    status text not null check (status in ('ACTIVE', 'ENDED', 'REVOKED')),
    reference text not null,
    serial text not null,
    fingerprint text not null,
    holder_name text not null,
    issuer_name text not null,
    valid_from timestamptz not null,
    valid_to timestamptz not null
  )`,
  'create index certificate_copy_member on certificate_copy (member_id)',
];

/** With which certificates officers sign. */
export const certificateCopies = defineProjection({
  name: 'certificateCopies',
  tables: ['certificate_copy'],
  reactions: [
    defineReaction({
      name: 'copyCertificates',
      event: SigningCertificateRecorded,
      handle: ({ em }, { data }) => upsertNewer(em, certificateShape, data.certificates),
    }),
  ],
});

/** A certificate as its owner registered it. Serial and fingerprint (SHA-256 of its DER) are hexadecimal. */
export interface SigningCertificate {
  readonly id: string;
  readonly status: 'ACTIVE' | 'ENDED' | 'REVOKED';
  /** What the signature provider calls the key. */
  readonly reference: string;
  readonly serial: string;
  readonly fingerprint: string;
  readonly holderName: string;
  readonly validFrom: Date;
  readonly validTo: Date;
}

/**
 * The certificate with which this member signs: the active one that ends last, else the last one that was ended or revoked, so that
 * a refusal can say which; null when they never registered any.
 */
export async function certificateOf(
  em: SqlEntityManager,
  memberId: string,
): Promise<SigningCertificate | null> {
  const [row]: (Omit<SigningCertificate, 'validFrom' | 'validTo'> & {
    validFrom: string;
    validTo: string;
  })[] = await em.execute(
    `select id, status, reference, serial, fingerprint, holder_name as "holderName",
         to_json(valid_from)#>>'{}' as "validFrom", to_json(valid_to)#>>'{}' as "validTo"
       from certificate_copy where member_id = ? order by (status = 'ACTIVE') desc, valid_to desc, id limit 1`,
    [memberId],
  );
  return row ? { ...row, validFrom: new Date(row.validFrom), validTo: new Date(row.validTo) } : null;
}
