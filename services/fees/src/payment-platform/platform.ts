import type { FeesEnvironment } from '../environment.ts';
import { httpPlatform } from './http-platform.ts';
import type { PaymentPlatform } from './platform.port.ts';

const platforms = new WeakMap<object, PaymentPlatform>();

/** The payment platform of this province: one a process, because it keeps its connections. */
export function platformOf(environment: FeesEnvironment): PaymentPlatform {
  const known = platforms.get(environment);
  if (known) return known;
  const platform = httpPlatform({
    name: environment.PAYMENT_PROVIDER,
    url: environment.PAYMENT_URL,
    scheme: environment.PAYMENT_KEY,
    timeoutMs: environment.PAYMENT_TIMEOUT_SECONDS * 1_000,
  });
  platforms.set(environment, platform);
  return platform;
}
