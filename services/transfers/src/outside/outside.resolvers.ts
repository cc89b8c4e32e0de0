import type { DossierRow } from '../dossier/dossier.row.ts';
import type { Resolvers } from '../generated/graph.ts';
import { enterIncomingLetter, sendBackIncomingLetter, takeOverIncomingLetter } from './incoming.acts.ts';
import { recordOutsideReceipt, recordOutsideReturn, recordOutsideStayComment } from './outside.acts.ts';
import type { OutsideEnd } from './outside.reads.ts';
import { answersOf, documentsOf, outsideOf } from './outside.reads.ts';

/** Transfers of which one end lies outside of this system. */
export const outsideResolvers: Resolvers = {
  Mutation: {
    recordOutsideReceipt,
    recordOutsideReturn,
    recordOutsideStayComment,
    enterIncomingLetter,
    takeOverIncomingLetter,
    sendBackIncomingLetter,
  },
  Transfer: {
    outside: (dossier: DossierRow, _, context) => outsideOf(context, dossier),
    outsideDocuments: ({ id }: DossierRow, _, context) => documentsOf(context, id),
  },
  TransferOutside: {
    answers: ({ dossierId }: OutsideEnd, _, context) => answersOf(context, dossierId),
  },
};
