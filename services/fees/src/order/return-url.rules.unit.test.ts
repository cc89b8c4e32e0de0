import { describe, expect, test } from '@jest/globals';
import { readReturnUrl } from './order.rules.ts';

describe('where the payment page sends the payer back', () => {
  const inProduction = { production: true, origins: ['https://dichvucong.example'] };

  test('is one of the front ends that are named, whatever the path', () => {
    expect(readReturnUrl('https://dichvucong.example/giao-dich?so=1', inProduction)).toBe(
      'https://dichvucong.example/giao-dich?so=1',
    );
    for (const stranger of [
      'https://dichvucong.example.evil.example/',
      'https://evil.example/?https://dichvucong.example',
      'https://dichvucong.example@evil.example/',
      'http://dichvucong.example/',
      'javascript:alert(1)',
      '',
    ])
      expect(readReturnUrl(stranger, inProduction)).toBeNull();
  });

  test('is nowhere in production when none is named, and anywhere in development', () => {
    expect(readReturnUrl('https://dichvucong.example/', { production: true, origins: [] })).toBeNull();
    expect(readReturnUrl('http://127.0.0.1:3000/', { production: false, origins: [] })).toBe(
      'http://127.0.0.1:3000/',
    );
  });
});
