import { providerOf } from '@dang/documents/signing/remote-provider';
import type { Revocation } from '@dang/documents/signing/signature-provider.port';
import type { Job, JobContext } from '@dang/service/jobs';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { tell } from '../notice/tell.ts';
import { EXPIRY_NOTICE_DAYS } from './certificate.rules.ts';
import { recordCertificates } from './recorded-certificates.ts';

/** So many at a time: each batch is a transaction of its own, well under 5 s. */
const BATCH = 100;
const DAY_MS = 86_400_000;

/** Runs work in transactions of its own until one of them found less than a batch; answers how many there were. */
async function inBatches(
  em: SqlEntityManager,
  work: (inside: SqlEntityManager) => Promise<number>,
): Promise<number> {
  let all = 0;
  for (;;) {
    const count = await em.fork().transactional(work);
    all += count;
    if (count < BATCH) return all;
  }
}

/** `31/08/2026`, in Việt Nam. */
const dayInWords = (moment: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(moment));

/** Tells the holders of what runs out within a month, once a certificate. */
async function tellOfEnds(context: JobContext): Promise<number> {
  const { em, clock } = context;
  const until = new Date(clock.now().getTime() + EXPIRY_NOTICE_DAYS * DAY_MS);
  return inBatches(em, async (inside) => {
    const rows: { id: string; memberId: string; validTo: string }[] = await inside.execute(
      `update signing_certificate set end_told_on = ? where id in (
         select id from signing_certificate
         where status = 'ACTIVE' and end_told_on is null and valid_to between ? and ?
         order by valid_to, id limit ${BATCH} for update skip locked)
       returning id, member_id as "memberId", valid_to as "validTo"`,
      [clock.today(), clock.now(), until],
    );
    for (const { id, memberId, validTo } of rows)
      await tell({ em: inside, clock }, { id, time: new Date(), actor: null }, [
        {
          kind: 'CERTIFICATE_EXPIRING',
          subject: ['CERTIFICATE', id],
          number: dayInWords(validTo),
          to: { members: [memberId] },
        },
      ]);
    return rows.length;
  });
}

/** Ends here what its issuer has revoked, from the moment that the issuer says. */
async function followRevocations({ em }: JobContext, revocations: readonly Revocation[]): Promise<number> {
  return inBatches(em, async (inside) => {
    const rows: { id: string }[] = await inside.execute(
      `with revoked as (
         select * from jsonb_to_recordset(?::jsonb) as each ("issuerName" text, serial text, "revokedAt" timestamptz)
       ), found as (
         select certificate.id, min(revoked."revokedAt") as at
         from signing_certificate certificate join revoked
           on revoked.serial = certificate.serial and revoked."issuerName" = certificate.issuer_name
         where certificate.status = 'ACTIVE' group by certificate.id order by certificate.id limit ${BATCH}
       )
       update signing_certificate certificate set status = 'REVOKED', ended_at = found.at, version = version + 1
       from found where certificate.id = found.id and certificate.status = 'ACTIVE'
       returning certificate.id`,
      [JSON.stringify(revocations)],
    );
    await recordCertificates(
      inside,
      rows.map(({ id }) => id),
    );
    return rows.length;
  });
}

/**
 * Every night: tells whose certificate runs out within 30 days, and asks the issuers what they have revoked. When nobody can say, it
 * fails and is tried again; signing itself asks each time and waits for nothing here.
 */
export const checkCertificates: Job = {
  name: 'check-certificates',
  cron: '30 2 * * *',
  async run(context) {
    const expiring = await tellOfEnds(context);
    const revoked = await followRevocations(context, await providerOf(context.environment).revocations());
    if (expiring + revoked > 0)
      context.log.info({ expiring, revoked }, 'certificates that run out or were revoked');
  },
};
