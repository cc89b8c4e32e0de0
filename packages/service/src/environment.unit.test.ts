import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { migrationEnvironmentSchema, parseEnvironment, serviceEnvironmentSchema } from './environment.ts';
import { testEnvironment } from './testing.ts';

const { source } = testEnvironment('fees', { DATABASE_URL_FEES: 'postgresql://a@127.0.0.1:1/fees' });
const schema = serviceEnvironmentSchema('fees', { PAYMENT_URL: z.url().optional() });

test('a service finds its own port and database, and the rest has its usual value', () => {
  const { values } = parseEnvironment(schema, { ...source, PORT_FEES: '', PORT_ORGTREE: '9', LOG_LEVEL: '' });
  expect(values).toMatchObject({
    PORT: 4003,
    DATABASE_URL: source.DATABASE_URL_FEES,
    PROVINCE_CODE: '05',
    ORDER_PREFIX: 'G22.99',
    LOG_LEVEL: 'info',
    ROLE: 'all',
    HOST: '127.0.0.1',
  });
  expect(values?.GATEWAY_PUBLIC_JWK.kty).toBe('OKP');
  expect(values?.PROVINCE_KEY.keys.size).toBe(1);
});

test('every fault is told at once', () => {
  const { faults } = parseEnvironment(schema, {
    ...source,
    DATABASE_URL_FEES: undefined,
    ROLE: 'boss',
    PORT_FEES: '70000',
    PROVINCE_KEY: 'c2hvcnQ=',
    PROVINCE_KEYS_OLD: 'c2hvcnQ=',
    GATEWAY_PUBLIC_JWK: '{"kty":"RSA"}',
    CLOCK_START: '2026-02-30',
    PAYMENT_URL: 'somewhere',
  });
  expect(faults?.map((fault) => fault.split(':')[0]).sort()).toEqual([
    'CLOCK_START',
    'DATABASE_URL_FEES',
    'GATEWAY_PUBLIC_JWK',
    'PAYMENT_URL',
    'PORT_FEES',
    'PROVINCE_KEY',
    'PROVINCE_KEYS_OLD',
    'ROLE',
  ]);
  expect(faults).toContain('DATABASE_URL_FEES: is not set');
});

test('what is for development only is refused in production', () => {
  const identity = serviceEnvironmentSchema('fees', { VNEID_ISSUER: z.url(), REGISTRY_URL: z.url() });
  const lax = {
    ...source,
    CLOCK_START: '2026-07-06',
    VNEID_ISSUER: 'http://127.0.0.1:4010/vneid',
    REGISTRY_URL: 'http://127.0.0.1:4010/registry',
  };
  expect(parseEnvironment(identity, { ...lax, NODE_ENV: 'development' }).faults).toBeUndefined();
  expect(parseEnvironment(identity, { ...lax, NODE_ENV: 'production' }).faults).toEqual([
    'CLOCK_START: is for development only',
    'VNEID_ISSUER: must be https in production',
    'REGISTRY_URL: must be https in production',
  ]);
});

test('an address without its secret is told beside whatever else is wrong, a secret without its address is not', () => {
  const outside = {
    PORTAL_URL: z.url().optional(),
    PORTAL_SECRET: z.string().min(32).optional(),
    BANK_URL: z.url(),
  };
  const told = (more: Record<string, string>) =>
    parseEnvironment(serviceEnvironmentSchema('fees', outside), {
      ...source,
      BANK_URL: 'https://bank',
      ...more,
    }).faults;
  const PORTAL_SECRET = 'x'.repeat(32);
  expect(told({})).toBeUndefined();
  expect(told({ PORTAL_URL: 'https://portal', PORTAL_SECRET })).toBeUndefined();
  expect(told({ PORTAL_SECRET })).toBeUndefined();
  expect(told({ PORTAL_URL: 'https://portal', ROLE: 'boss' })).toEqual([
    expect.stringContaining('ROLE: '),
    'PORTAL_URL: is set and PORTAL_SECRET is not: set both, or neither',
  ]);
});

test('who does not say development gets production', () => {
  expect(parseEnvironment(schema, { ...source, NODE_ENV: undefined }).values?.NODE_ENV).toBe('production');
});

test('role migrate is told its database and nothing else', () => {
  const { DATABASE_URL_FEES } = source;
  const told = { ROLE: 'migrate', DATABASE_URL_FEES };
  expect(parseEnvironment(migrationEnvironmentSchema('fees'), told).values).toEqual({
    LOG_LEVEL: 'info',
    DATABASE_URL: DATABASE_URL_FEES,
  });
  expect(parseEnvironment(migrationEnvironmentSchema('fees'), { ROLE: 'migrate' }).faults).toEqual([
    'DATABASE_URL_FEES: is not set',
  ]);
});
