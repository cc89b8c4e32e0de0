import { prepareUpload } from '@dang/documents/files/prepare-upload';
import type { Resolvers } from '../generated/graph.ts';

/** Files that people bring to matters of dues. */
export const fileResolvers: Resolvers = {
  Mutation: {
    prepareDuesUpload: (_, { input }, context) => prepareUpload(context, 'prepareDuesUpload', input),
  },
};
