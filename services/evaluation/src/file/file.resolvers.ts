import { prepareUpload } from '@dang/documents/files/prepare-upload';
import type { Resolvers } from '../generated/graph.ts';

export const fileResolvers: Resolvers = {
  Mutation: {
    prepareCommentUpload: (_, { input }, context) => prepareUpload(context, 'prepareCommentUpload', input),
  },
};
