import { parseEnvironment, serviceEnvironmentSchema } from '@dang/service/environment';
import { testEnvironment } from '@dang/service/testing';
import { describe, expect, test } from '@jest/globals';
import { outsideOfFees } from '../test/outside.ts';
import { feesVariables } from './environment.ts';

const read = (more: Record<string, string> = {}) => {
  const given = { DATABASE_URL_FEES: 'postgres://127.0.0.1/fees', ...outsideOfFees, ...more };
  return parseEnvironment(
    serviceEnvironmentSchema('fees', feesVariables),
    testEnvironment('fees', given).source,
  );
};

const wall = ['BANK_URL', 'DOORS_URL', 'PAYMENT_URL', 'SIGNING_URL'];

describe('the environment of fees', () => {
  test('is refused with every fault at once', () => {
    const { faults } = read({
      PAYMENT_KEY: 'hmac:c2hvcnQ=',
      PAYMENT_PROVIDER: 'Cổng quốc gia',
      PAYMENT_URL: 'ftp://x',
      BANK_SECRET: 'short',
      DOORS_URL: '',
    });
    expect(faults?.map((fault) => fault.split(':')[0]).sort()).toEqual([
      'BANK_SECRET',
      'DOORS_URL',
      'PAYMENT_KEY',
      'PAYMENT_PROVIDER',
      'PAYMENT_URL',
    ]);
    expect(faults?.join()).not.toContain('c2hvcnQ');
  });

  test('lets no payment, payout or link cross the wall without TLS in production', () => {
    const { faults } = read({ NODE_ENV: 'production' });
    expect(faults?.sort()).toEqual(wall.map((name) => `${name}: must be https in production`));
    const safe = Object.fromEntries(wall.map((name) => [name, 'https://phi.example']));
    expect(read({ NODE_ENV: 'production', ...safe }).faults).toBeUndefined();
  });
});
