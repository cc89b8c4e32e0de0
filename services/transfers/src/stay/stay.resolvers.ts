import type { Resolvers } from '../generated/graph.ts';
import { receiveStayLetter } from './receive-letter.acts.ts';
import { enterPaperTemporaryTransfer, requestTemporaryTransfer } from './request-stay.acts.ts';
import { confirmTemporaryStay, receiveMemberBack, writeStayComment } from './stay.acts.ts';

/** Temporary transfers: what is asked, and what is done during a stay. */
export const stayResolvers: Resolvers = {
  Mutation: {
    requestTemporaryTransfer,
    enterPaperTemporaryTransfer,
    receiveStayLetter,
    confirmTemporaryStay,
    writeStayComment,
    receiveMemberBack,
  },
};
