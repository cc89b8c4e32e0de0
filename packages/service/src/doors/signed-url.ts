import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { DoorsEnvironment } from './door-environment.ts';

const SALT = 'dang signed url';
/** Old links are let through no longer than this, whoever wrote the time into them. */
const LONGEST_MS = 7 * 86_400_000;

type Keys = Pick<DoorsEnvironment, 'PROVINCE_KEY'>;
type Place = Keys & Pick<DoorsEnvironment, 'DOORS_URL'>;

const secretOf = (key: Uint8Array): Buffer => Buffer.from(hkdfSync('sha256', key, SALT, 'v1', 32));

const signatureOf = (key: Uint8Array, target: string): Buffer =>
  createHmac('sha256', secretOf(key)).update(target).digest();

/**
 * The public address of something behind the side doors, good for whoever holds it until `expiresAt`, which is **real** time
 * (`new Date(Date.now() + …)`, not the business clock), a week ahead at most. `path` begins with `/` and may have a query;
 * both are covered by the signature.
 */
export function signUrl(environment: Place, path: string, { expiresAt }: { expiresAt: Date }): string {
  const { PROVINCE_KEY: ring, DOORS_URL: origin } = environment;
  const key = ring.keys.get(ring.current);
  if (!key || !path.startsWith('/')) throw new Error('nothing to sign with, or no path');
  const expires = Math.floor(expiresAt.getTime() / 1_000);
  const target = `${path}${path.includes('?') ? '&' : '?'}expires=${expires}`;
  return `${origin.replace(/\/$/, '')}${target}&signature=${signatureOf(key, target).toString('base64url')}`;
}

/**
 * Whether we signed this path and query (`request.url`), and whether it is still good. A link that was signed before the
 * province's key was changed stays good.
 */
export function verifyUrl(environment: Keys, url: string, now = Date.now()): 'GOOD' | 'EXPIRED' | 'FORGED' {
  const [, target, expires, signature] =
    /^(\/.*[?&]expires=(\d{1,12}))&signature=([\w-]{43})$/.exec(url) ?? [];
  if (target === undefined || signature === undefined) return 'FORGED';
  const given = Buffer.from(signature, 'base64url');
  const isOurs = [...environment.PROVINCE_KEY.keys.values()].some((key) =>
    timingSafeEqual(given, signatureOf(key, target)),
  );
  if (!isOurs) return 'FORGED';
  const untilMs = Number(expires) * 1_000;
  return untilMs > now && untilMs <= now + LONGEST_MS ? 'GOOD' : 'EXPIRED';
}
