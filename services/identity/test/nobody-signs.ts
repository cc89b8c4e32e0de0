import { makeAuthority } from '@dang/documents/signing/authority';

/** A signing service that nobody reaches, and an issuer whose certificates nobody has: for tests in which nobody signs. */
export const nobodySigns: Record<string, string> = {
  SIGNING_URL: 'http://127.0.0.1:9/signing',
  SIGNING_SECRET: 'a-secret-for-tests-only-0123456789',
  SIGNING_ROOTS: makeAuthority('CA thử nghiệm', {
    from: new Date('2026-01-01T00:00:00Z'),
    to: new Date('2046-01-01T00:00:00Z'),
  }).certificate,
};
