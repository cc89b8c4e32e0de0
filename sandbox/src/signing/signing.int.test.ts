import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAuthority, writeAuthority } from '@dang/documents/signing/authority';
import { readCertificate } from '@dang/documents/signing/certificate';
import { signerOf } from '@dang/documents/signing/cms';
import { readRevocationList } from '@dang/documents/signing/revocation-list';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningSandbox, startSandbox } from '../sandbox.ts';

const secret = 'a secret of thirty-two characters';
const issuer = makeAuthority('CA thử nghiệm', { from: new Date('2026-01-01'), to: new Date('2046-01-01') });
const folder = mkdtempSync(join(tmpdir(), 'dang-signers-'));
const file = join(folder, 'signers.json');

const start = () =>
  startSandbox({
    port: 0,
    client: { clientId: 'x', clientSecret: 'not used by these tests', redirectUris: ['http://127.0.0.1:9/'] },
    signing: { secret, authority: writeAuthority(issuer), file, clockStart: '2026-07-06' },
  });

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await start();
});
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const digest = Buffer.alloc(32, 7);
const ask = (method: string, path: string, body?: object, bearer = secret) =>
  fetch(`${sandbox.url}/signing${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
const sign = (reference: string, bearer = secret) =>
  ask('POST', '/signatures', { reference, digest: digest.toString('hex'), what: 'Phiếu' }, bearer);
async function issue(holder: object): Promise<{ reference: string; certificate: string }> {
  const answer = await ask('POST', '/certificates', { holders: [holder] });
  const { certificates } = (await answer.json()) as {
    certificates: { reference: string; certificate: string }[];
  };
  const [first] = certificates;
  if (!first) throw new Error('nothing was issued');
  return first;
}
async function signerBy(reference: string): Promise<string | null> {
  const { signature } = (await (await sign(reference)).json()) as { signature: string };
  return signerOf(Buffer.from(signature, 'base64'), digest)?.fingerprint ?? null;
}

describe('the stand-in of the signing service', () => {
  test('gives a key and a certificate, and signs with it for whoever has the secret', async () => {
    const { reference, certificate } = await issue({ name: 'Nguyễn Thị Minh Anh' });
    expect(readCertificate(certificate)).toMatchObject({ holderName: 'Nguyễn Thị Minh Anh', maySign: true });
    expect(await signerBy(reference)).toBe(readCertificate(certificate)?.fingerprint);
    expect((await sign(reference, 'somebody else')).status).toBe(401);
    expect((await sign('nobody')).status).toBe(409);
    expect((await ask('POST', '/signatures', { reference, digest: 'x', what: '' })).status).toBe(400);
    expect(await (await ask('GET', '/issuer')).text()).toBe(issuer.certificate);
  });

  test('keeps its keys over a restart, for its owner only', async () => {
    const before = await issue({ name: 'Trần Văn Bình', reference: 'key-binh' });
    await sandbox.close();
    sandbox = await start();
    expect(await issue({ name: 'Trần Văn Bình', reference: 'key-binh' })).toEqual(before);
    expect(await signerBy('key-binh')).toBe(readCertificate(before.certificate)?.fingerprint);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  test('revokes: from then on it does not sign, and its list says so', async () => {
    const { reference, certificate } = await issue({ name: 'Lê Văn Cường', kind: 'rsa' });
    expect((await ask('POST', `/certificates/${reference}/revocation`, {})).status).toBe(200);
    expect((await ask('POST', '/certificates/nobody/revocation', {})).status).toBe(404);
    const refused = await sign(reference);
    expect([refused.status, await refused.json()]).toEqual([409, { error: 'KEY_REVOKED' }]);
    const root = readCertificate(issuer.certificate);
    const facts = readCertificate(certificate);
    if (!root || !facts) throw new Error('no certificates');
    const list = Buffer.from(await (await ask('GET', '/revoked')).arrayBuffer());
    const known = readRevocationList(list, [root], new Date());
    expect(known?.revocations.map(({ serial }) => serial)).toEqual([facts.serial]);
    expect(readRevocationList(list, [facts], new Date())).toBeNull();
    expect(readRevocationList(list, [root], new Date('2030-01-01'))).toBeNull();
    expect((await fetch(`${sandbox.url}/signing/revoked`)).status).toBe(401);
  });

  test('fails and lies when it is told to, once or for one key', async () => {
    const { reference } = await issue({ name: 'Phạm Thị Dung' });
    await ask('PUT', '/faults', { wrongDigest: reference });
    expect(await signerBy(reference)).toBeNull();
    expect(await signerBy('key-binh')).not.toBeNull();
    await ask('PUT', '/faults', { error500: 'next' });
    expect((await sign(reference)).status).toBe(500);
    expect(await signerBy(reference)).not.toBeNull();
    expect((await ask('PUT', '/faults', { unknown: 'next' })).status).toBe(400);
  });
});
