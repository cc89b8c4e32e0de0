/**
 * Why there was no answer, in a word for whoever repairs it: `ECONNREFUSED`, `CERT_HAS_EXPIRED`, `UND_ERR_SOCKET`, else the name of the error.
 * Never its message, which may repeat what was told.
 */
export function whyNoAnswer(error: unknown): string {
  const { name, code, cause } = error as { name?: string; code?: unknown; cause?: { code?: unknown } };
  return [cause?.code, code].find((one): one is string => typeof one === 'string') ?? name ?? 'unknown';
}
