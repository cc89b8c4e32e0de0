import type { Figure } from '@dang/service/figures';

/** The certificates with which officers sign, and that end within thirty days. */
export const certificateFigures: Figure = {
  gauges: { signing_certificates_expiring: 'Certificates in use that end within this time' },
  label: 'within',
  goodForMs: 60_000,
  async ask(em, clock) {
    return await em.execute(
      `select '30d' as label, count(*)::int as signing_certificates_expiring from signing_certificate
       where status = 'ACTIVE' and valid_to < ?::timestamptz + interval '30 days'`,
      [clock.now()],
    );
  },
};
