import type { GraphContext } from '@dang/service/context';
import { mutate } from '@dang/service/mutation';
import { refuse } from '@dang/service/refusal';
import { tidyText } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Resolvers } from '../generated/graph.ts';
import { deleteDevice, findDevices, saveDevice } from './device.rows.ts';

const nameLimit = 100;
const tokenShape = /^[\x21-\x7e]{16,4096}$/;

const accountOf = ({ actor }: GraphContext): string => {
  if (!actor) throw new Error('a root field that needs a session was reached without one');
  return actor.accountId;
};

export const deviceResolvers: Resolvers = {
  Query: {
    devices: (_parent, _args, context) => findDevices(context.em, accountOf(context)),
  },
  Mutation: {
    registerDevice(_parent, { input }, context) {
      const accountId = accountOf(context);
      const call = {
        name: 'registerDevice',
        input,
        field: 'device' as const,
        load: async (em: SqlEntityManager, id: string) =>
          (await findDevices(em, accountId)).find((device) => device.id === id) ?? null,
      };
      return mutate(context, call, async (em) => {
        const name = tidyText(input.name);
        if (name === '' || name.length > nameLimit) return refuse('INVALID_INPUT', { field: 'name' });
        if (!tokenShape.test(input.token)) return refuse('INVALID_INPUT', { field: 'token' });
        const id = await saveDevice(em, accountId, { ...input, name }, context.environment);
        return { id };
      });
    },
    removeDevice(_parent, { input }, context) {
      const accountId = accountOf(context);
      const call = {
        name: 'removeDevice',
        input,
        field: 'deviceId' as const,
        load: async (_em: SqlEntityManager, id: string) => id,
      };
      return mutate(context, call, async (em) =>
        (await deleteDevice(em, accountId, input.deviceId))
          ? { id: input.deviceId }
          : refuse('NOT_FOUND', { field: 'deviceId' }),
      );
    },
  },
};
