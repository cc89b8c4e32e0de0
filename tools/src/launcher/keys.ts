import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeAuthority, writeAuthority } from '@dang/documents/signing/authority';

/** The secrets of a development province, as the environment variables that the processes read. */
export type DevelopmentKeys = Record<
  | 'ACCESS_TOKEN_PRIVATE_JWK'
  | 'ACCESS_TOKEN_PUBLIC_JWK'
  | 'GATEWAY_PRIVATE_JWK'
  | 'GATEWAY_PUBLIC_JWK'
  | 'PROVINCE_KEY'
  | 'PROVINCE_INDEX_KEY'
  | 'VNEID_CLIENT_SECRET'
  | 'REGISTRY_SECRET'
  | 'PAYMENT_KEY'
  | 'BANK_SECRET'
  | 'SIGNING_SECRET'
  | 'PORTAL_SECRET'
  | 'DOCUMENTS_SECRET'
  | 'NOTICE_SECRET'
  | 'SIGNING_AUTHORITY'
  | 'SIGNING_ROOTS',
  string
>;

function signingPair(kid: string): { secret: string; open: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const mark = { alg: 'EdDSA', use: 'sig', kid };
  return {
    secret: JSON.stringify({ ...privateKey.export({ format: 'jwk' }), ...mark }),
    open: JSON.stringify({ ...publicKey.export({ format: 'jwk' }), ...mark }),
  };
}

/** The issuer of certificates of the stand-in for the signing service (its key goes to the sandbox alone), and the trust in it. */
function signingIssuer(
  kept: Partial<DevelopmentKeys>,
): Partial<DevelopmentKeys> & Record<'SIGNING_AUTHORITY' | 'SIGNING_ROOTS', string> {
  const { SIGNING_AUTHORITY, SIGNING_ROOTS } = kept;
  if (SIGNING_AUTHORITY && SIGNING_ROOTS) return { SIGNING_AUTHORITY, SIGNING_ROOTS };
  const authority = makeAuthority('CA phát triển', {
    from: new Date('2020-01-01'),
    to: new Date('2049-01-01'),
  });
  return {
    SIGNING_AUTHORITY: writeAuthority(authority),
    SIGNING_ROOTS: Buffer.from(authority.certificate).toString('base64'),
  };
}

/**
 * Makes the keys on the first start and keeps them, readable by their owner only; a real province brings its own. A key
 * that a newer version needs is added to those that are kept.
 */
export function developmentKeys(file: string): DevelopmentKeys {
  const kept: Partial<DevelopmentKeys> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const access = signingPair('access-1');
  const gateway = signingPair('gateway-1');
  const keys: DevelopmentKeys = {
    ACCESS_TOKEN_PRIVATE_JWK: access.secret,
    ACCESS_TOKEN_PUBLIC_JWK: access.open,
    GATEWAY_PRIVATE_JWK: gateway.secret,
    GATEWAY_PUBLIC_JWK: gateway.open,
    PROVINCE_KEY: randomBytes(32).toString('base64'),
    PROVINCE_INDEX_KEY: randomBytes(32).toString('base64'),
    VNEID_CLIENT_SECRET: randomBytes(24).toString('base64url'),
    REGISTRY_SECRET: randomBytes(24).toString('base64url'),
    PAYMENT_KEY: `hmac:${randomBytes(32).toString('base64')}`,
    BANK_SECRET: randomBytes(24).toString('base64url'),
    SIGNING_SECRET: randomBytes(24).toString('base64url'),
    PORTAL_SECRET: randomBytes(24).toString('base64url'),
    DOCUMENTS_SECRET: randomBytes(24).toString('base64url'),
    NOTICE_SECRET: randomBytes(24).toString('base64url'),
    ...signingIssuer(kept),
    ...kept,
  };
  if (Object.keys(keys).every((name) => name in kept)) return keys;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(keys, null, 2), { mode: 0o600 });
  return keys;
}
