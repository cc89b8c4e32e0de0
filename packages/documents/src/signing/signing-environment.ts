import type { ServiceEnvironment } from '@dang/service/environment';
import { z } from 'zod';
import { type CertificateFacts, readCertificates } from './certificate.ts';

const rootsVariable = z.string().transform((text, context): readonly CertificateFacts[] => {
  const pem = text.includes('-----BEGIN') ? text : Buffer.from(text, 'base64').toString('utf8');
  try {
    const roots = readCertificates(pem);
    if (roots.length > 0) return roots;
  } catch {
    // told below, in one way
  }
  context.addIssue('must be the certificates of issuers in PEM, or that in base64');
  return z.NEVER;
});

/** The variables of a service in which somebody signs. */
export const signingVariables = {
  SIGNING_URL: z.url({ protocol: /^https?$/ }),
  SIGNING_SECRET: z.string().min(32),
  /** How long to wait for a signature; somebody may have to confirm it on a device, and the front end waits as long. */
  SIGNING_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(30).default(8),
  /** The issuers whose certificates are taken, each named by itself. */
  SIGNING_ROOTS: rootsVariable,
} satisfies z.ZodRawShape;

/** What a service in which somebody signs is told at start. */
export type SigningEnvironment = z.infer<z.ZodObject<typeof signingVariables>>;

/** The environment of a service in which somebody signs (`signingVariables`). */
export const signingEnvironment = (environment: ServiceEnvironment): SigningEnvironment =>
  environment as unknown as SigningEnvironment;
