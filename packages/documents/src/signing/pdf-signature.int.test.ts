import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { signedWith, testForm, testSigned } from './testing-signed.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dang-signed-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const keep = (name: string, bytes: Uint8Array | string): string => {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
};

function run(program: string, words: readonly string[]): { code: number; said: string } {
  try {
    const said = execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    return { code: 0, said };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, said: `${stdout}${stderr}` };
  }
}

const look = (pdf: Uint8Array): string => {
  const program = process.env.TEST_PDFSIG;
  if (!program) throw new Error('pdfsig is not to be had here: install the package poppler-utils');
  return run(program, [keep('signed.pdf', pdf)]).said;
};

/** The CMS of a signed PDF and the bytes that it covers, cut out by what its dictionary says. */
function partsOf(pdf: Buffer): { cms: Buffer; covered: Buffer } {
  const [, before = '', after = ''] = /\/ByteRange \[0 (\d+) (\d+) \d+\]/.exec(pdf.toString('latin1')) ?? [];
  const hex = pdf.toString('latin1', Number(before) + 1, Number(after) - 1);
  const covered = Buffer.concat([pdf.subarray(0, Number(before)), pdf.subarray(Number(after))]);
  return { cms: Buffer.from(hex, 'hex'), covered };
}

describe.each(['ec', 'rsa'] as const)('the world takes what we sign with a key of kind %s', (kind) => {
  let stage: Awaited<ReturnType<typeof testSigned>>;
  beforeAll(async () => {
    stage = await testSigned({ kind });
  });

  test('pdfsig: valid, the whole document, by whom and when', () => {
    const said = look(stage.pdf);
    expect(said).toContain('Signature Validation: Signature is Valid.');
    expect(said).toContain('Total document signed');
    expect(said).toContain('Signature Type: ETSI.CAdES.detached');
    expect(said).toContain('Signer Certificate Common Name: Nguyễn Thị Minh Anh');
    expect(said).toContain('Signing Hash Algorithm: SHA-256');
    expect(said).not.toContain('Signature #2');
  });

  test('pdfsig: no longer, once a byte of it is another', () => {
    const changed = Buffer.from(stage.pdf);
    const at = changed.indexOf('/MediaBox [0') + '/MediaBox ['.length;
    changed.write('1', at);
    expect(look(changed)).not.toContain('Signature is Valid');
    expect(look(Buffer.concat([stage.pdf, Buffer.from('\n%%EOF')]))).not.toContain('Total document signed');
  });

  test('pdfsig: two signatures are two, and the first does not cover the second', async () => {
    const said = look(await signedWith(stage.key, stage.pdf));
    expect(said).toContain('Signature #2');
    expect(said.match(/Not total document signed/g)).toHaveLength(1);
  });

  test('openssl: a CAdES signature of the covered bytes by the issuer’s certificate', () => {
    const { cms, covered } = partsOf(stage.pdf);
    const root = keep('root.pem', stage.authority.certificate);
    const given = ['-inform', 'DER', '-in', keep('cms.der', cms), '-CAfile', root, '-purpose', 'any'];
    const verified = ['cms', '-verify', '-cades', '-binary', '-out', '/dev/null', ...given, '-content'];
    expect(run('openssl', [...verified, keep('covered', covered)])).toEqual({
      code: 0,
      said: expect.any(String),
    });
    covered[20] = (covered[20] ?? 0) ^ 1;
    expect(run('openssl', [...verified, keep('covered', covered)]).code).not.toBe(0);
  });

  test('openssl: the issuer’s list of what is revoked', () => {
    stage.keys.revoke(stage.key.reference, new Date('2026-07-01T00:00:00Z'));
    const list = keep('list.der', stage.keys.revoked(new Date()));
    const root = keep('root.pem', stage.authority.certificate);
    const { code, said } = run('openssl', ['crl', '-inform', 'DER', '-in', list, '-CAfile', root, '-text']);
    expect([code, said.toLowerCase()]).toEqual([0, expect.stringContaining(stage.certificate.serial)]);
  });
});

test('a form of many pages is taken too', async () => {
  const { key } = await testSigned();
  expect(look(await signedWith(key, await testForm(12)))).toContain('Signature is Valid');
});
