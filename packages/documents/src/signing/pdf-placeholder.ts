import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import { SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils';

/** What the signature dictionary of a PDF tells about a signature. */
export interface SignatureWords {
  name: string;
  reason: string;
  location: string;
  signedAt: Date;
}

/** Room for the signature, in bytes: a certificate of the Government's authority with its signature takes about 3,000. */
const ROOM_BYTES = 8_192;

/** A text as PDF writes it with letters beyond ASCII, in hexadecimal. */
const inHex = (text: string): string =>
  `<${Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex')}>`;

/**
 * Adds an empty signature (PAdES) to a PDF, as an increment. The library would tear Vietnamese letters; so it is given as many ASCII
 * letters as the text takes in hexadecimal, which then stands in their place.
 */
export function addPlaceholder(pdf: Buffer, { signedAt, ...words }: SignatureWords): Buffer {
  const texts = Object.entries(words).map(([key, text]) => {
    const hex = inHex(text);
    return { key, hex, stand: `${key}${'~'.repeat(hex.length - 2 - key.length)}` };
  });
  const stands = Object.fromEntries(texts.map(({ key, stand }) => [key, stand])) as Record<
    keyof typeof words,
    string
  >;
  const prepared = plainAddPlaceholder({
    ...stands,
    pdfBuffer: pdf,
    contactInfo: '',
    signingTime: signedAt,
    signatureLength: ROOM_BYTES,
    subFilter: SUBFILTER_ETSI_CADES_DETACHED,
    appName: 'dang-documents',
  });
  for (const { stand, hex } of texts) {
    const at = prepared.indexOf(`(${stand})`);
    if (at < 0) throw new Error('the signature dictionary is not as it was');
    prepared.write(hex, at, 'latin1');
  }
  return prepared;
}
