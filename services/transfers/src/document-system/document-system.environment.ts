import { z } from 'zod';

/** The variables of the provincial document system; without an address letters leave as they always did. */
export const documentSystemVariables = {
  DOCUMENTS_URL: z.url({ protocol: /^https?$/ }).optional(),
  DOCUMENTS_SECRET: z.string().min(32).optional(),
  DOCUMENTS_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(60).default(20),
};

/** Where the document system is; null where there is none. @throws when its secret is missing. */
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
  if (!url) return null;
  if (!secret) throw new Error('DOCUMENTS_URL is set and DOCUMENTS_SECRET is not');
  return { url, secret, timeoutMs: seconds * 1_000 };
}
