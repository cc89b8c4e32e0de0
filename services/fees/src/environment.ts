import { type FileEnvironment, fileVariables } from '@dang/documents/files/file-environment';
import { signingVariables } from '@dang/documents/signing/signing-environment';
import { doorVariables } from '@dang/service/doors/door-environment';
import type { ServiceEnvironment } from '@dang/service/environment';
import { z } from 'zod';
import { readSignatureScheme, type SignatureScheme } from './payment-platform/signature-scheme.ts';

const schemeVariable = z.string().transform((text, context): SignatureScheme => {
  const scheme = readSignatureScheme(text);
  if (scheme) return scheme;
  context.addIssue('must be hmac:<32 bytes or more in base64>, or rsa:<our private key>:<their public key>');
  return z.NEVER;
});

const originsVariable = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin)));

/** The variables that only fees reads. */
export const feesVariables = {
  ...doorVariables('fees'),
  ...fileVariables,
  ...signingVariables,
  /** The name in the path of callbacks: `/callbacks/payments/national`. */
  PAYMENT_PROVIDER: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}$/)
    .default('national'),
  PAYMENT_URL: z.url({ protocol: /^https?$/ }),
  PAYMENT_KEY: schemeVariable,
  PAYMENT_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(30).default(5),
  /** The origins of the front ends to which a payment page may send people back, separated by commas; none: nowhere in production. */
  PAYMENT_RETURN_ORIGINS: originsVariable,
  BANK_URL: z.url({ protocol: /^https?$/ }),
  BANK_SECRET: z.string().min(32),
  BANK_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(30).default(10),
  /** To whom people pay: the holder of the central account, as the payment page shows it. */
  CENTRAL_ACCOUNT_NAME: z.string().min(1).max(100).default('Thành ủy Hà Nội'),
};

/** What fees is told at start. */
export type FeesEnvironment = FileEnvironment & z.infer<z.ZodObject<typeof feesVariables>>;

/** The environment of a request, a job or the process, with the variables of fees. */
export const feesEnvironment = (environment: ServiceEnvironment): FeesEnvironment =>
  environment as FeesEnvironment;
