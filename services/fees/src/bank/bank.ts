import type { FeesEnvironment } from '../environment.ts';
import type { Bank } from './bank.port.ts';
import { httpBank } from './http-bank.ts';

const banks = new WeakMap<object, Bank>();

/** The bank of this province: one a process, because it keeps its connections. */
export function bankOf(environment: FeesEnvironment): Bank {
  const known = banks.get(environment);
  if (known) return known;
  const bank = httpBank({
    url: environment.BANK_URL,
    secret: environment.BANK_SECRET,
    timeoutMs: environment.BANK_TIMEOUT_SECONDS * 1_000,
  });
  banks.set(environment, bank);
  return bank;
}
