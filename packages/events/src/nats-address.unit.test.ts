import { describe, expect, test } from '@jest/globals';
import { natsAddress } from './nats-address.ts';

describe('the address of NATS', () => {
  test('may name several servers and nobody', () => {
    expect(natsAddress('nats://127.0.0.1:4022')).toEqual({ servers: ['nats://127.0.0.1:4022'] });
    expect(natsAddress('nats://a:4222, b:4222')).toEqual({ servers: ['nats://a:4222', 'b:4222'] });
  });

  test('says who asks, whose answers then come to a subject of their own', () => {
    expect(natsAddress('nats://fees:a%40b%2Fc@nats:4222,nats://nats-1:4222')).toEqual({
      servers: ['nats://nats:4222', 'nats://nats-1:4222'],
      user: 'fees',
      pass: 'a@b/c',
      inboxPrefix: '_INBOX_fees',
    });
  });
});
