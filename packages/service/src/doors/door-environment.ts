import { z } from 'zod';
import { portVariable, type ServiceEnvironment } from '../environment.ts';

const doorPorts: Record<string, number> = {
  identity: 4011,
  orgtree: 4012,
  fees: 4013,
  evaluation: 4014,
  transfers: 4015,
};

const portOf = (service: string): string => `PORT_${service.toUpperCase()}_DOORS`;

/** The variables of a service that has side doors: where they listen, and the address under which the world reaches them. */
export const doorVariables = (service: string): z.ZodRawShape => ({
  [portOf(service)]: portVariable(doorPorts[service] ?? 0),
  DOORS_URL: z.url({ protocol: /^https?$/ }),
  /** How many proxies stand before the side doors and write `X-Forwarded-For`; 0: whoever connects is the visitor. */
  DOORS_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
});

/** What the side doors of a service are told at start. */
export type DoorsEnvironment = ServiceEnvironment & { DOORS_URL: string; DOORS_TRUSTED_PROXIES: number };

/** The environment of a service with side doors (`doorVariables`). */
export const doorsEnvironment = (environment: ServiceEnvironment): DoorsEnvironment =>
  environment as DoorsEnvironment;

/** The port of this service's side doors. */
export const doorsPortOf = (service: string, environment: ServiceEnvironment): number =>
  (environment as unknown as Record<string, number>)[portOf(service)] ?? 0;
