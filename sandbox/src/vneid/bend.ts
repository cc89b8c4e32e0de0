import { createPublicKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { decodeJwt, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import type { FaultName } from './faults.ts';

/** The stand-in's signing key and how it is announced. */
export type SigningKey = { jwk: JWK; algorithm: 'EdDSA'; keyId: string };

const claimBenders: Partial<Record<FaultName, (claims: JWTPayload) => void>> = {
  wrongIssuer: (claims) => {
    claims.iss = 'https://somebody-else.invalid';
  },
  wrongAudience: (claims) => {
    claims.aud = 'another-client';
  },
  wrongNonce: (claims) => {
    claims.nonce = 'a-nonce-nobody-asked-for';
  },
  expired: (claims) => {
    const now = Math.floor(Date.now() / 1000);
    claims.iat = now - 7200;
    claims.exp = now - 3600;
  },
  level1: (claims) => {
    claims.assurance_level = 1;
  },
};

/**
 * Bends an ID token that the provider issued rightly, so that a client's checks can be tested one by one.
 * Everything but the named faults stays as it was, signature included (it is made again with the same key).
 */
export async function bendIdToken(
  idToken: string,
  faults: readonly FaultName[],
  key: SigningKey,
): Promise<string> {
  if (faults.length === 0) return idToken;
  const claims = decodeJwt(idToken);
  for (const fault of faults) claimBenders[fault]?.(claims);
  if (faults.includes('wrongAlgorithm')) {
    // The classical confusion: HS256 with the published public key as the shared secret.
    const publicPem = createPublicKey({ key: key.jwk as JsonWebKey, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    });
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: key.keyId })
      .sign(new TextEncoder().encode(String(publicPem)));
  }
  const signer = faults.includes('wrongSignature')
    ? generateKeyPairSync('ed25519').privateKey
    : await importJWK(key.jwk, key.algorithm);
  return new SignJWT(claims).setProtectedHeader({ alg: key.algorithm, kid: key.keyId }).sign(signer);
}
