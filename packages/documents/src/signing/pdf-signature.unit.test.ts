import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { signPdf, verifyPdf } from './pdf-signature.ts';
import { SigningUnavailable } from './signature-provider.port.ts';
import { signWith } from './stand-in-keys.ts';
import { signedAt, signedWith, testForm, testIssuer, testSigned } from './testing-signed.ts';

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

let stage: Awaited<ReturnType<typeof testSigned>>;
beforeAll(async () => {
  stage = await testSigned();
});

const trust = (change: object = {}) => ({ roots: [stage.root], revocations: [], ...change });
const verdictOf = (pdf: Uint8Array, change: object = {}, at = signedAt) =>
  verifyPdf(pdf, trust(change), at).verdict;

describe('a PDF that was signed', () => {
  test('tells who signed it when, and that nothing is left out', () => {
    const { serial, fingerprint } = stage.certificate;
    expect(verifyPdf(stage.pdf, trust(), signedAt)).toEqual({
      verdict: 'VALID',
      coversWhole: true,
      serial,
      fingerprint,
      holderName: 'Nguyễn Thị Minh Anh',
      issuerName: 'CA thử nghiệm',
      signedAt,
    });
  });

  test.each(['ec', 'rsa'] as const)('holds with a key of kind %s, over several pages', async (kind) => {
    const [key] = stage.keys.issue([{ name: 'Trần Văn Bình', kind }]);
    if (!key) throw new Error('nothing was issued');
    const pdf = await signedWith(key, await testForm(4));
    expect(verdictOf(pdf)).toBe('VALID');
  });

  test('carries Vietnamese whole, brackets included', () => {
    const text = stage.pdf.toString('latin1');
    for (const words of ['Nguyễn Thị Minh Anh', 'Phiếu nhận xét 0002', 'Đảng bộ phường (Việt Hưng)']) {
      const hex = Buffer.from(`\ufeff${words}`, 'utf16le').swap16().toString('hex');
      expect(text).toContain(`<${hex}>`);
    }
  });

  test('is told to the provider by its hash alone, with what it is', async () => {
    const asked: object[] = [];
    const provider = {
      sign: async (request: { digest: Uint8Array; reference: string; what: string }) => {
        asked.push({ ...request, digest: request.digest.length });
        return signWith(stage.key, request.digest);
      },
    };
    const words = { name: 'A', reason: 'B', location: 'C', signedAt };
    await signPdf(provider, await testForm(), { reference: 'key-1', what: 'Phiếu', ...words });
    expect(asked).toEqual([{ reference: 'key-1', digest: 32, what: 'Phiếu' }]);
  });

  test('is not made from an answer that is no signature', async () => {
    const provider = { sign: async () => Buffer.from('no') };
    const words = { name: 'A', reason: 'B', location: 'C', signedAt };
    await expect(
      signPdf(provider, await testForm(), { reference: 'key-1', what: 'Phiếu', ...words }),
    ).rejects.toBeInstanceOf(SigningUnavailable);
  });
});

describe('the verdict', () => {
  test('asks when it was signed: before its time, after it', () => {
    expect(verdictOf(stage.pdf, {}, new Date('2025-12-31T23:59:59Z'))).toBe('EXPIRED');
    expect(verdictOf(stage.pdf, {}, new Date('2046-01-02T00:00:00Z'))).toBe('EXPIRED');
  });

  test('asks whether it was revoked by then: what is revoked later was good', () => {
    const { serial, issuerName } = stage.certificate;
    const revocations = [{ issuerName, serial, revokedAt: new Date('2026-07-06T03:00:01Z') }];
    expect(verdictOf(stage.pdf, { revocations })).toBe('VALID');
    expect(verdictOf(stage.pdf, { revocations }, new Date('2026-07-06T03:00:01Z'))).toBe('REVOKED');
    const revokedAt = new Date('2026-01-01T00:00:00Z');
    for (const other of [
      { issuerName, serial: '0a1b', revokedAt },
      { issuerName: 'CA khác', serial, revokedAt },
    ])
      expect(verdictOf(stage.pdf, { revocations: [other] })).toBe('VALID');
  });

  test('is UNKNOWN while nobody can say what is revoked, but a change is seen without', () => {
    expect(verdictOf(stage.pdf, { revocations: null })).toBe('UNKNOWN');
    expect(verdictOf(Buffer.concat([stage.pdf, Buffer.from(' ')]), { revocations: null })).toBe('TAMPERED');
  });

  test('trusts nobody but the named issuers, also not one of the same name', () => {
    expect(verdictOf(stage.pdf, { roots: [] })).toBe('NOT_TRUSTED');
    expect(verdictOf(stage.pdf, { roots: [testIssuer().root] })).toBe('NOT_TRUSTED');
    expect(verdictOf(stage.pdf, { roots: [testIssuer().root, stage.root] })).toBe('VALID');
  });

  test('does not take a certificate that is not for signing, nor the issuer’s own', async () => {
    const [key] = stage.keys.issue([{ name: 'Máy chủ', forSigning: false }]);
    if (!key) throw new Error('nothing was issued');
    expect(verdictOf(await signedWith(key, await testForm()))).toBe('NOT_TRUSTED');
    const own = { ...stage.authority, reference: 'root', revokedAt: null };
    expect(verdictOf(await signedWith(own, await testForm()))).toBe('NOT_TRUSTED');
  });
});

describe('a change is found out', () => {
  test.each<[string, (pdf: Buffer) => Buffer | Promise<Buffer>]>([
    ['one byte more', (pdf) => Buffer.concat([pdf, Buffer.from('\n')])],
    ['one byte less', (pdf) => pdf.subarray(0, -1)],
    ['an increment behind it', (pdf) => Buffer.concat([pdf, Buffer.from('\n1 0 obj\n<<>>\nendobj\n%%EOF')])],
    ['something in front', (pdf) => Buffer.concat([Buffer.from('%'), pdf])],
    ['a second signature', (pdf) => signedWith(stage.key, pdf)],
    ['no signature', () => testForm()],
    ['nothing', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('not a PDF')],
  ])('%s', async (_what, change) => {
    expect(verdictOf(await change(stage.pdf))).toBe('TAMPERED');
  });

  test('the signature of another document', async () => {
    const other = await signedWith(stage.key, await testForm(2));
    const changed = Buffer.from(stage.pdf);
    other.copy(changed, begins(stage.pdf), begins(other), begins(other) + 4_000);
    expect([verdictOf(other), verdictOf(changed)]).toEqual(['VALID', 'TAMPERED']);
  });

  test('any byte of the document that becomes another', () => {
    const place = fc.integer({ min: 0, max: stage.pdf.length - 1 });
    findsEvery(place, fc.integer({ min: 1, max: 255 }));
  });

  test('any letter of the signature and its certificate: another digit, or the same in capitals', () => {
    const from = begins(stage.pdf);
    const end = stage.pdf.indexOf('0'.repeat(100), from) + 20;
    findsEvery(fc.integer({ min: from, max: end }), fc.constantFrom(0x01, 0x02, 0x20));
  });

  function findsEvery(place: fc.Arbitrary<number>, flip: fc.Arbitrary<number>): void {
    const property = fc.property(place, flip, (at, bits) => {
      const changed = Buffer.from(stage.pdf);
      changed[at] = (changed[at] ?? 0) ^ bits;
      expect([at, bits, verdictOf(changed)]).not.toEqual([at, bits, 'VALID']);
    });
    fc.assert(property, { numRuns: 300, seed });
    console.log(`bytes of a signed PDF: seed ${seed}`);
  }
});

/** Where the digits of the signature begin. */
const begins = (pdf: Buffer): number => pdf.indexOf('/Contents <3082') + '/Contents <'.length;
