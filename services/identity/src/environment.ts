import type { JWK } from '@dang/access/tokens';
import { fileVariables } from '@dang/documents/files/file-environment';
import { type SigningEnvironment, signingVariables } from '@dang/documents/signing/signing-environment';
import type { ReactionContext } from '@dang/events/reaction';
import type { GraphContext } from '@dang/service/context';
import { doorVariables } from '@dang/service/doors/door-environment';
import { jwkVariable, type ServiceEnvironment } from '@dang/service/environment';
import { z } from 'zod';
import { type ClaimMap, claimMapShape } from './session/vneid-claims.rules.ts';

const listVariable = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** The names of the claims as JSON, for a provider that calls them otherwise: `{"level":"loa"}`. */
const claimMapVariable = z
  .string()
  .default('{}')
  .transform((text, context): ClaimMap => {
    try {
      return claimMapShape.strict().parse(JSON.parse(text));
    } catch {
      context.addIssue('must be JSON that gives claim names to known fields');
      return z.NEVER;
    }
  });

/** Certificates as PEM, or that in base64. */
const certificatesVariable = z.string().transform((text, context): string => {
  const pem = text.includes('-----BEGIN') ? text : Buffer.from(text, 'base64').toString('utf8');
  if (pem.includes('-----BEGIN CERTIFICATE-----')) return pem;
  context.addIssue('must be certificates as PEM, or that in base64');
  return z.NEVER;
});

/** The variables that only identity reads. */
export const identityVariables = {
  ...signingVariables,
  ...doorVariables('identity'),
  ...fileVariables,
  VNEID_ISSUER: z.url(),
  VNEID_CLIENT_ID: z.string().min(1),
  VNEID_CLIENT_SECRET: z.string().min(16),
  VNEID_REDIRECT_URIS: listVariable.pipe(z.array(z.url()).min(1)),
  VNEID_ALGORITHMS: listVariable
    .pipe(z.array(z.enum(['EdDSA', 'ES256', 'RS256', 'PS256'])).min(1))
    .default(['EdDSA']),
  VNEID_CLAIMS: claimMapVariable,
  VNEID_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(30).default(5),
  REGISTRY_URL: z.url().optional(),
  REGISTRY_SECRET: z.string().min(16).optional(),
  REGISTRY_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(30).default(5),
  /** Parameters of an address could switch off what is asked of the connection. */
  NOTICE_EMAIL_URL: z
    .url({ protocol: /^smtps?$/ })
    .refine((url) => new URL(url).search === '', 'must have no parameters')
    .optional(),
  NOTICE_EMAIL_CA: certificatesVariable.optional(),
  NOTICE_EMAIL_FROM: z.string().regex(/@/, 'must be an e-mail address').default('no-reply@localhost'),
  NOTICE_SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  NOTICE_SMS_SECRET: z.string().min(32).optional(),
  NOTICE_PUSH_URL: z.url({ protocol: /^https?$/ }).optional(),
  NOTICE_PUSH_SECRET: z.string().min(32).optional(),
  /** Sign-ins from one address in a minute: an office of many people may share one. */
  SIGN_INS_PER_ADDRESS: z.coerce.number().int().min(1).default(120),
  /** Sign-ins of one person in ten minutes. */
  SIGN_INS_PER_PERSON: z.coerce.number().int().min(1).default(20),
  /** Refreshes from one address in a minute. */
  REFRESHES_PER_ADDRESS: z.coerce.number().int().min(1).default(1200),
  ACCESS_TOKEN_PRIVATE_JWK: jwkVariable.refine((jwk) => typeof jwk.d === 'string', 'must be a private key'),
};

/** What identity is told at start. */
export type IdentityEnvironment = ServiceEnvironment &
  SigningEnvironment & {
    VNEID_ISSUER: string;
    VNEID_CLIENT_ID: string;
    VNEID_CLIENT_SECRET: string;
    VNEID_REDIRECT_URIS: string[];
    VNEID_ALGORITHMS: string[];
    VNEID_CLAIMS: ClaimMap;
    VNEID_TIMEOUT_SECONDS: number;
    REGISTRY_URL?: string;
    REGISTRY_SECRET?: string;
    REGISTRY_TIMEOUT_SECONDS: number;
    NOTICE_EMAIL_URL?: string;
    NOTICE_EMAIL_FROM: string;
    NOTICE_EMAIL_CA?: string;
    NOTICE_SMS_URL?: string;
    NOTICE_SMS_SECRET?: string;
    NOTICE_PUSH_URL?: string;
    NOTICE_PUSH_SECRET?: string;
    SIGN_INS_PER_ADDRESS: number;
    SIGN_INS_PER_PERSON: number;
    REFRESHES_PER_ADDRESS: number;
    ACCESS_TOKEN_PRIVATE_JWK: JWK;
  };

/** The environment of a request to this service, or of what it hears. */
export const environmentOf = (
  context: Pick<GraphContext, 'environment'> | ReactionContext,
): IdentityEnvironment => context.environment as IdentityEnvironment;
