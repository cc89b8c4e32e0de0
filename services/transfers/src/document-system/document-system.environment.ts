import { z } from 'zod';

/** The variables of the provincial document system; without an address and its secret letters leave as they always did. */
export const documentSystemVariables = {
  DOCUMENTS_URL: z.url({ protocol: /^https?$/ }).optional(),
  DOCUMENTS_SECRET: z.string().min(32).optional(),
  DOCUMENTS_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(60).default(20),
};

/** Where the document system is; null where there is none. */
export function documentSystemEnvironment(environment: unknown): {
  url: string;
  secret: string;
  timeoutMs: number;
} | null {
  const {
    DOCUMENTS_URL: url,
    DOCUMENTS_SECRET: secret,
    DOCUMENTS_TIMEOUT_SECONDS: seconds,
  } = environment as z.infer<z.ZodObject<typeof documentSystemVariables>>;
  if (!url || !secret) return null;
  return { url, secret, timeoutMs: seconds * 1_000 };
}
