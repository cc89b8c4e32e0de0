import { randomUUID } from 'node:crypto';
import { keepBytes } from '@dang/documents/files/stored-file';
import { signPdf } from '@dang/documents/signing/pdf-signature';
import { providerOf } from '@dang/documents/signing/remote-provider';
import { type PreparedSignature, verifyUrlOf } from '@dang/documents/signing/sign-document';
import type { SigningCertificate } from '@dang/reference/certificates';
import type { ServiceEnvironment } from '@dang/service/environment';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { boxAfter } from '../letter/chain.rules.ts';
import { makeLetterForm } from '../letter/letter.form.ts';
import { type LetterPaper, printedLetter } from '../letter/letter-paper.ts';
import { LETTER_KIND } from '../letter/prepare-box.ts';
import { mustSignDigitally } from '../letter/signing-need.rules.ts';
import type { DemoUnit } from './demo-dossier.ts';
import type { Play, Signature } from './play.ts';
import { playedBoxes } from './played-rows.ts';

/** By which service letters are signed and kept, and with which certificate each member signs. */
export interface DemoSigning {
  readonly environment: ServiceEnvironment;
  readonly certificates: ReadonlyMap<string, SigningCertificate>;
}

/** A letter of the demo with what was given out to it: the dossier, and for each box its number in its unit's register. */
export interface NumberedLetter {
  readonly play: Play;
  readonly dossier: DossierRow;
  readonly numbers: ReadonlyMap<number, { readonly seq: number; readonly year: number }>;
}

/** A signature under a box, made and kept, to be recorded with its letter. */
export interface SignedBox {
  readonly letterId: string;
  readonly index: number;
  readonly prepared: PreparedSignature;
}

const unitsOf = ({ wanted }: Play): Map<string, DemoUnit> =>
  new Map([...wanted.originPath, ...wanted.destinationPath].map((unit) => [unit.id, unit]));

/** The letter as it was once the signature at this place of its history was made. */
function paperAt(
  { play, dossier, numbers }: NumberedLetter,
  at: number,
  digital: ReadonlySet<number>,
  environment: ServiceEnvironment,
): LetterPaper {
  const { wanted, boxes, introducedOn } = play;
  const units = unitsOf(play);
  const signatures = play.signatures.slice(0, at + 1);
  const next = boxAfter(boxes, signatures.at(-1)?.index ?? 0)?.index ?? null;
  const numberOf = (index: number) => numbers.get(index) ?? null;
  const first = numberOf(1);
  const head = {
    type: wanted.kind === 'OFFICIAL' ? 'TEN_BOX' : 'EIGHT_BOX',
    number: `${first?.seq}/${first?.year}`,
    isVoid: false,
    issuedOn: introducedOn ?? '',
    duesPaidThrough: introducedOn?.slice(0, 7) ?? '',
    branchListNumber: null,
  } as const;
  const printed = playedBoxes({ ...play, signatures, next }).map((box) => {
    const number = box.status === 'SIGNED' ? numberOf(box.index) : null;
    return {
      ...box,
      registerNumber: number?.seq ?? null,
      registerYear: number?.year ?? null,
      isDigital: digital.has(box.index),
      signerUnitName: units.get(box.unitId ?? '')?.name ?? null,
      correctedDigitally: false,
    };
  });
  const issuer = { name: play.origin.name, above: wanted.originPath.at(-2)?.name ?? '' };
  return printedLetter(environment, dossier, { head, boxes: printed }, { issuer, units });
}

/** What is signed, by whom, and after which signature. */
interface Signing {
  readonly letter: NumberedLetter;
  readonly paper: LetterPaper;
  readonly signature: Signature;
  readonly certificate: SigningCertificate;
  readonly previous: PreparedSignature['previous'];
}

async function sign(
  environment: ServiceEnvironment,
  { letter, paper, signature, certificate, previous }: Signing,
): Promise<SignedBox> {
  const { play, dossier } = letter;
  const { officer, index, at } = signature;
  const { memberId, name, title, unitId } = officer;
  const id = randomUUID();
  const signedAt = new Date(at);
  const unitName = unitsOf(play).get(unitId)?.name ?? '';
  const signer = { memberId, name, title, unitId, unitName };
  const verifyUrl = verifyUrlOf(environment, id);
  const block = { signatureId: id, verifyUrl, signer, signedAt, previous };
  const what = `Ô ${index} giấy giới thiệu sinh hoạt đảng, hồ sơ ${dossier.number}`;
  const { reference, holderName } = certificate;
  const words = { reference, what, name: holderName, reason: what, location: unitName, signedAt };
  const bytes = await signPdf(providerOf(environment), await makeLetterForm(paper, { block }), words);
  const fileName = `giay-gioi-thieu-${dossier.number}-o-${index}.pdf`;
  const kept = await keepBytes(environment, { bytes, contentType: 'application/pdf', fileName });
  const letterId = play.wanted.letterId;
  const prepared = {
    id,
    kind: LETTER_KIND,
    subjectId: letterId,
    kept,
    signer,
    certificate,
    signedAt,
    previous,
  };
  return { letterId, index, prepared };
}

/**
 * Has the boxes of the letters that the demo wants signed be signed by the signing service, each level that must with its officer's certificate
 * and on the PDF of the one before; keeps the bytes, and records nothing yet. A box whose officer has no certificate is left as signed by name.
 */
export async function signDemoLetters(
  { environment, certificates }: DemoSigning,
  letters: readonly NumberedLetter[],
): Promise<SignedBox[]> {
  const signed: SignedBox[] = [];
  for (const letter of letters.filter(({ play }) => play.wanted.signed)) {
    const units = unitsOf(letter.play);
    const digital = new Set<number>();
    let previous: PreparedSignature['previous'] = null;
    for (const [at, signature] of letter.play.signatures.entries()) {
      const { unitId, memberId } = signature.officer;
      const certificate = certificates.get(memberId);
      if (!certificate || !mustSignDigitally(units.get(unitId)?.type ?? '')) continue;
      digital.add(signature.index);
      const paper = paperAt(letter, at, digital, environment);
      const box = await sign(environment, { letter, paper, signature, certificate, previous });
      const { id, kept } = box.prepared;
      previous = { id, step: digital.size, sha256: kept.sha256.toString('hex') };
      signed.push(box);
    }
  }
  return signed;
}
