import type { GraphContext } from '@dang/service/context';
import { loaderOf } from '@dang/service/context';
import type { Resolvers } from '../generated/graph.ts';
import type { OutsideEnd } from '../outside/outside.reads.ts';
import { type DispatchRow, findDispatches } from './dispatch.rows.ts';
import { documentSystemEnvironment } from './document-system.environment.ts';
import { resendLetter } from './resend-letter.act.ts';

const dispatchOf = (context: GraphContext, dossierId: string): Promise<DispatchRow | null> =>
  loaderOf<string, DispatchRow | null>(context, 'letter dispatches', async (ids) => {
    const dispatches = await findDispatches(context.em, ids);
    return ids.map((id) => dispatches.get(id) ?? null);
  }).load(dossierId);

const moment = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** How letters go through the document system. */
export const dispatchResolvers: Resolvers = {
  Mutation: { resendLetter },
  TransferOutside: {
    dispatch: ({ dossierId, end }: OutsideEnd, _, context) =>
      end === 'ORIGIN' || documentSystemEnvironment(context.environment) === null
        ? null
        : dispatchOf(context, dossierId),
  },
  LetterDispatch: {
    receiver: ({ receiverUnitId }: DispatchRow) => ({ __typename: 'OrgUnit' as const, id: receiverUnitId }),
    handedOverAt: ({ handedOverAt }: DispatchRow) => moment(handedOverAt),
    answeredAt: ({ answeredAt }: DispatchRow) => moment(answeredAt),
  },
};
