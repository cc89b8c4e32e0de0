import { makeForm } from '../form.ts';
import { type Authority, makeAuthority } from './authority.ts';
import { type CertificateFacts, readCertificate } from './certificate.ts';
import { signPdf } from './pdf-signature.ts';
import { type Holder, type KeptKey, StandInKeys, signWith } from './stand-in-keys.ts';

const validity = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2046-01-01T00:00:00Z') };

/** When the documents of these tests are signed. */
export const signedAt = new Date('2026-07-06T03:00:00Z');

/** What a PEM says, which must be one. */
export function factsOf(pem: string): CertificateFacts {
  const facts = readCertificate(pem);
  if (!facts) throw new Error('not a certificate');
  return facts;
}

/** An issuer, and keys that it certified; for tests. */
export function testIssuer(name = 'CA thử nghiệm'): {
  authority: Authority;
  root: CertificateFacts;
  keys: StandInKeys;
} {
  const authority = makeAuthority(name, validity);
  return { authority, root: factsOf(authority.certificate), keys: new StandInKeys(authority, { validity }) };
}

/** A form that is worth signing; `pages` long. */
export const testForm = (pages = 1): Promise<Buffer> =>
  makeForm({ title: 'Phiếu nhận xét', madeAt: signedAt, footer: 'Phiếu nhận xét' }, (form) => {
    form.title('PHIẾU NHẬN XÉT');
    for (let page = 1; page <= pages; page++) {
      if (page > 1) form.newPage();
      form.paragraph(`Trang ${page}: Nêu gương về phẩm chất chính trị, đạo đức, lối sống.`);
    }
  });

/** Signs a PDF with this key, as the remote service would. */
export const signedWith = (key: KeptKey, pdf: Buffer): Promise<Buffer> =>
  signPdf({ sign: async ({ digest }) => signWith(key, digest) }, pdf, {
    reference: key.reference,
    what: 'Phiếu nhận xét 0002',
    name: 'Nguyễn Thị Minh Anh',
    reason: 'Phiếu nhận xét 0002',
    location: 'Đảng bộ phường (Việt Hưng)',
    signedAt,
  });

/** One signed form, its issuer and its key. */
export async function testSigned(holder: Partial<Holder> = {}) {
  const issuer = testIssuer();
  const [key] = issuer.keys.issue([{ name: 'Nguyễn Thị Minh Anh', ...holder }]);
  if (!key) throw new Error('nothing was issued');
  const pdf = await signedWith(key, await testForm());
  return { ...issuer, key, pdf, certificate: factsOf(key.certificate) };
}
