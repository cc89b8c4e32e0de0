import type { GraphContext } from '@dang/service/context';
import { loaderOf } from '@dang/service/context';
import type { DossierRow } from '../dossier/dossier.row.ts';
import type { Resolvers } from '../generated/graph.ts';
import { issueLetter, returnLetterBox, signLetterBox, voidLetter } from './letter.acts.ts';
import { findBoxes, findLetters } from './letter.reads.ts';
import type { BoxRow, LetterRow } from './letter.row.ts';

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

const unit = (id: string | null) => (id === null ? null : { id });

/** Letters and their boxes. */
export const letterResolvers: Resolvers = {
  Mutation: { issueLetter, signLetterBox, returnLetterBox, voidLetter },
  Transfer: {
    letters: (dossier: DossierRow, _, context) => lettersOf(context, dossier.id),
    async letter(dossier: DossierRow, _, context) {
      if (dossier.letterId === null) return null;
      const letters = await lettersOf(context, dossier.id);
      return letters.find((letter) => letter.id === dossier.letterId) ?? null;
    },
  },
  IntroductionLetter: {
    boxes: (letter: LetterRow, _, context) => boxesOf(context, letter.id),
  },
  LetterBox: {
    fromUnit: (box: BoxRow) => unit(box.unitId),
    toUnit: (box: BoxRow) => unit(box.toUnitId),
  },
};
