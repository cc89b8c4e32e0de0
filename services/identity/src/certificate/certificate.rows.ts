import type { CertificateFacts } from '@dang/documents/signing/certificate';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CertificateStatus } from './certificate.rules.ts';

/** A certificate as it is registered. Serial and fingerprint are hexadecimal. */
export interface CertificateRow {
  readonly id: string;
  readonly version: number;
  readonly memberId: string;
  readonly status: CertificateStatus;
  /** What the signing service calls its key. */
  readonly reference: string;
  readonly serial: string;
  readonly fingerprint: string;
  readonly holderName: string;
  readonly issuerName: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly registeredAt: Date;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
}

type Raw = {
  [Name in keyof CertificateRow]: CertificateRow[Name] extends Date | null ? string : CertificateRow[Name];
};

const columns = `c.id, c.version, c.member_id as "memberId", c.status, c.reference, c.serial, c.fingerprint,
  c.holder_name as "holderName", c.issuer_name as "issuerName", c.valid_from as "validFrom", c.valid_to as "validTo",
  c.registered_at as "registeredAt", c.ended_at as "endedAt", c.end_reason as "endReason"`;

/** Those in use first, then those that end last. */
const order = `(c.status = 'ACTIVE') desc, c.valid_to desc, c.id`;

const rowOf = ({ validFrom, validTo, registeredAt, endedAt, ...raw }: Raw): CertificateRow => ({
  ...raw,
  validFrom: new Date(validFrom),
  validTo: new Date(validTo),
  registeredAt: new Date(registeredAt),
  endedAt: endedAt === null ? null : new Date(endedAt),
});

async function read(em: SqlEntityManager, rest: string, parameters: unknown[]): Promise<CertificateRow[]> {
  const rows: Raw[] = await em.execute(`select ${columns} from signing_certificate c ${rest}`, parameters);
  return rows.map(rowOf);
}

/** The certificates with these ids. */
export const findCertificates = (em: SqlEntityManager, ids: readonly string[]): Promise<CertificateRow[]> =>
  read(em, `where c.id = any(array[?]::uuid[]) order by ${order}`, [ids]);

/** The certificate, its row locked; null when there is none. */
export async function lockCertificate(em: SqlEntityManager, id: string): Promise<CertificateRow | null> {
  const [row] = await read(em, 'where c.id = ? for no key update', [id]);
  return row ?? null;
}

/** The certificates of these members. */
export const certificatesOf = (
  em: SqlEntityManager,
  memberIds: readonly string[],
): Promise<CertificateRow[]> =>
  read(em, `where c.member_id = any(array[?]::uuid[]) order by ${order}`, [memberIds]);

/** Those of the members who hold or have held an office in the unit or below it; a right on the system is no office. */
export async function officeHoldersWithin(
  em: SqlEntityManager,
  memberIds: readonly string[],
  scopeUnitId: string,
): Promise<Set<string>> {
  const rows: { id: string }[] = await em.execute(
    `select distinct held.member_id as id from held_position held join unit_copy unit on unit.id = held.unit_id
     where held.member_id = any(array[?]::uuid[]) and held.kind <> 'ADMIN_GRANT'
       and unit.path <@ (select path from unit_copy where id = ?)`,
    [memberIds, scopeUnitId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Who holds a position or delegation in these units on a day. */
export async function officersOf(
  em: SqlEntityManager,
  unitIds: readonly string[],
  today: string,
): Promise<{ unitId: string; memberId: string }[]> {
  return em.execute(
    `select distinct unit_id as "unitId", member_id as "memberId" from held_position
     where unit_id = any(array[?]::uuid[]) and kind <> 'ADMIN_GRANT' and ended_on is null
       and from_date <= ? and (to_date is null or to_date >= ?)`,
    [unitIds, today, today],
  );
}

/** Keeps a certificate; null when it is registered already, by whomever and however it ended. */
export async function insertCertificate(
  em: SqlEntityManager,
  { memberId, reference, at }: { memberId: string; reference: string; at: Date },
  { serial, fingerprint, holderName, issuerName, validFrom, validTo }: CertificateFacts,
): Promise<string | null> {
  const [row]: { id: string }[] = await em.execute(
    `insert into signing_certificate
       (member_id, reference, serial, fingerprint, holder_name, issuer_name, valid_from, valid_to, registered_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (fingerprint) do nothing returning id`,
    [
      memberId,
      reference,
      serial,
      fingerprint,
      holderName,
      issuerName,
      validFrom.toISOString(),
      validTo.toISOString(),
      at,
    ],
  );
  return row?.id ?? null;
}
