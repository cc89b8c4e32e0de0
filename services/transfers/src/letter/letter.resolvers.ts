import { type SignatureRow, signaturesOf, signatureValue } from '@dang/documents/signing/signature-value';
import type { GraphContext } from '@dang/service/context';
import { loaderOf } from '@dang/service/context';
import type { DossierRow } from '../dossier/dossier.row.ts';
import type { Resolvers } from '../generated/graph.ts';
import { correctLetterBox } from './correct-box.act.ts';
import { issueLetter, returnLetterBox, signLetterBox, voidLetter } from './letter.acts.ts';
import { letterUrl } from './letter.door.ts';
import { findBoxes, findLetters } from './letter.reads.ts';
import type { BoxRow, LetterRow } from './letter.row.ts';
import { noteTransferRead } from './letter-reads-noted.ts';
import { LETTER_KIND } from './prepare-box.ts';

const lettersOf = (context: GraphContext, dossierId: string): Promise<LetterRow[]> =>
  loaderOf<string, LetterRow[]>(context, 'letters', async (ids) => {
    const letters = await findLetters(context.em, ids);
    return ids.map((id) => letters.get(id) ?? []);
  }).load(dossierId);

const boxesOf = (context: GraphContext, letterId: string): Promise<BoxRow[]> =>
  loaderOf<string, BoxRow[]>(context, 'boxes', async (ids) => {
    const boxes = await findBoxes(context.em, ids);
    return ids.map((id) => boxes.get(id) ?? []);
  }).load(letterId);

/** The digital signatures under a letter, the first first; two statements for all letters of a request. */
const signaturesUnder = (context: GraphContext, letterId: string): Promise<SignatureRow[]> =>
  loaderOf<string, SignatureRow[]>(context, 'signatures of letters', async (ids) => {
    const rows = await signaturesOf(context.em, LETTER_KIND, ids);
    return ids.map((id) => rows.get(id) ?? []);
  }).load(letterId);

async function signatureOf(context: GraphContext, { letterId }: BoxRow, signatureId: string | null) {
  if (signatureId === null) return null;
  const row = (await signaturesUnder(context, letterId)).find(({ id }) => id === signatureId);
  return row ? signatureValue(context.environment, context.service, row) : null;
}

const noteLetterRead = (context: GraphContext, { id, dossierId }: LetterRow): Promise<void> =>
  noteTransferRead(context, { kind: 'introductionLetter', id, dossierId });

const unit = (id: string | null) => (id === null ? null : { id });

/** Letters and their boxes. */
export const letterResolvers: Resolvers = {
  Mutation: { issueLetter, signLetterBox, correctLetterBox, returnLetterBox, voidLetter },
  Transfer: {
    letters: (dossier: DossierRow, _, context) => lettersOf(context, dossier.id),
    async letter(dossier: DossierRow, _, context) {
      if (dossier.letterId === null) return null;
      const letters = await lettersOf(context, dossier.id);
      return letters.find((letter) => letter.id === dossier.letterId) ?? null;
    },
  },
  IntroductionLetter: {
    async boxes(letter: LetterRow, _, context) {
      await noteLetterRead(context, letter);
      return boxesOf(context, letter.id);
    },
    async pdfUrl(letter: LetterRow, _, context) {
      await noteLetterRead(context, letter);
      return letterUrl(context.environment, letter.id);
    },
    async signatures(letter: LetterRow, _, context) {
      await noteLetterRead(context, letter);
      const rows = await signaturesUnder(context, letter.id);
      return rows.map((row) => signatureValue(context.environment, context.service, row));
    },
  },
  LetterBox: {
    fromUnit: (box: BoxRow) => unit(box.unitId),
    toUnit: (box: BoxRow) => unit(box.toUnitId),
    signature: (box: BoxRow, _, context) => signatureOf(context, box, box.signatureId),
    correctionSignature: (box: BoxRow, _, context) => signatureOf(context, box, box.correctionSignatureId),
  },
};
