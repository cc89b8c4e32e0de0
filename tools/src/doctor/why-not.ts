const AUTHORISATION = /authorization|authentication|permissions? violation/i;

/** `host:port` of an address, without name and password. */
export function placeOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : 'an address that cannot be read';
}

const codes: Readonly<Record<string, (place: string) => string>> = {
  ECONNREFUSED: (place) => `nobody listens at ${place}: is the server running, and is this its address?`,
  ENOTFOUND: (place) => `the name in ${place} is not known: is the address right?`,
  EAI_AGAIN: (place) => `the name in ${place} is not known now: does the name service answer?`,
  ETIMEDOUT: (place) => `${place} says nothing: does it stand still, or a network policy between?`,
  ECONNRESET: (place) => `${place} hangs up: is it starting, or does it want TLS?`,
  '28P01': (place) =>
    `${place} answers, and the password is wrong: compare the Secret with the role's password`,
  '28000': (place) =>
    `${place} answers, and lets this role not in: does the role exist, and may it come from here?`,
  '3D000': (place) => `${place} answers, and has no such database: is the address that of this service?`,
  '53300': (place) => `${place} answers, and has no connection left: who holds them all?`,
  '57P03': (place) => `${place} answers, and is starting or recovering: wait, and look at its log`,
};

/** Everything an error says of itself; one that gathers others says nothing, they do. */
function partsOf(error: unknown): { code: string; message: string }[] {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.flatMap(partsOf);
  const { code, message, cause } = error as { code?: unknown; message?: unknown; cause?: unknown };
  const own = { code: String(code ?? ''), message: String(message ?? error) };
  return cause instanceof Error ? [own, ...partsOf(cause)] : [own];
}

/** Why something at this address was not reached, in words that say what to look at; never a password. */
export function whyNot(error: unknown, address: string): string {
  const place = placeOf(address);
  const parts = partsOf(error);
  for (const { code, message } of parts) {
    const words = codes[code];
    if (words) return words(place);
    if (AUTHORISATION.test(message))
      return `${place} answers, and does not let us in: name or password are wrong`;
    if (/time(d)? ?out/i.test(message)) return codes.ETIMEDOUT?.(place) ?? message;
    if (/ECONNREFUSED|connection refused/i.test(message)) return codes.ECONNREFUSED?.(place) ?? message;
  }
  return `${place}: ${parts.find(({ message }) => message)?.message ?? 'no reason is given'}`;
}
