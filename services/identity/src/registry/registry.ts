import type { IdentityEnvironment } from '../environment.ts';
import { httpRegistry } from './http-registry.ts';
import type { RegistryPort } from './registry.port.ts';

const registries = new WeakMap<object, RegistryPort>();

/** The member database that this environment names, or null where it names none: then everybody declares themselves. */
export function registryOf(environment: IdentityEnvironment): RegistryPort | null {
  const { REGISTRY_URL: url, REGISTRY_SECRET: secret, REGISTRY_TIMEOUT_SECONDS: seconds } = environment;
  if (!url || !secret) return null;
  let registry = registries.get(environment);
  if (!registry) {
    registry = httpRegistry({ url, secret, timeoutMs: seconds * 1_000 });
    registries.set(environment, registry);
  }
  return registry;
}
