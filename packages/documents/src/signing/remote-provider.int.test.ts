import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { openPapers } from '../../test-subgraph/definition.ts';
import { currentTrust, providerOf } from './remote-provider.ts';
import { SigningRefused, SigningUnavailable } from './signature-provider.port.ts';

let house: Awaited<ReturnType<typeof openPapers>>;
beforeAll(async () => {
  house = await openPapers();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await house?.close();
});

const request = { digest: Buffer.alloc(32, 1), what: 'Phiếu' };

test('there is one provider for an environment', () => {
  expect(providerOf(house.environment)).toBe(providerOf({ ...house.environment }));
});

test('an unknown key is refused, another secret is nobody’s', async () => {
  const provider = providerOf(house.environment);
  await expect(provider.sign({ ...request, reference: 'nobody' })).rejects.toBeInstanceOf(SigningRefused);
  const other = { ...house.environment, SIGNING_SECRET: 'x'.repeat(32) };
  await expect(providerOf(other).sign({ ...request, reference: 'nobody' })).rejects.toBeInstanceOf(
    SigningUnavailable,
  );
});

test('what is revoked is known again after ten seconds, and from the last list while there is no newer one, which is asked for every ten seconds', async () => {
  const provider = providerOf(house.environment);
  expect((await currentTrust(house.environment)).revocations).toEqual([]);
  const { certified } = await house.signer();
  house.signing.keys.revoke(certified?.reference ?? '', new Date('2026-07-01T00:00:00Z'));
  const began = Date.now();
  const clock = jest.spyOn(Date, 'now');
  clock.mockReturnValue(began + 9_000);
  expect(await provider.revocations()).toEqual([]);
  clock.mockReturnValue(began + 20_000);
  house.signing.arm('noList');
  expect(await provider.revocations()).toEqual([]);
  clock.mockReturnValue(began + 29_000);
  expect(await provider.revocations()).toEqual([]);
  clock.mockReturnValue(began + 40_000);
  const [revoked] = await provider.revocations();
  expect(revoked?.revokedAt).toEqual(new Date('2026-07-01T00:00:00Z'));
});

test('without any list nobody can say, and neither do we', async () => {
  house.signing.arm('noList');
  const fresh = { ...house.environment, SIGNING_TIMEOUT_SECONDS: 2 };
  expect((await currentTrust(fresh)).revocations).toBeNull();
  expect((await currentTrust(fresh)).revocations).toHaveLength(1);
});
