import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { developmentKeys } from './keys.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dang-keys-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the keys of a development province', () => {
  test('are made once and kept, readable by their owner only', () => {
    const file = join(folder, 'keys.json');
    const made = developmentKeys(file);
    expect(developmentKeys(file)).toEqual(made);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  test('a key that a newer version needs is added, the kept ones stay', () => {
    const file = join(folder, 'older.json');
    const { REGISTRY_SECRET: _newer, ...older } = developmentKeys(file);
    writeFileSync(file, JSON.stringify(older));
    const completed = developmentKeys(file);
    expect(completed).toEqual({ ...older, REGISTRY_SECRET: expect.any(String) });
    expect(developmentKeys(file)).toEqual(completed);
  });

  test('the public keys hold nothing secret', () => {
    const { ACCESS_TOKEN_PUBLIC_JWK, GATEWAY_PUBLIC_JWK } = developmentKeys(join(folder, 'others.json'));
    for (const jwk of [ACCESS_TOKEN_PUBLIC_JWK, GATEWAY_PUBLIC_JWK])
      expect(JSON.parse(jwk)).not.toHaveProperty('d');
  });
});
