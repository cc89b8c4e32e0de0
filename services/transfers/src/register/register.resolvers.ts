import { scopeUnitOf } from '@dang/access/actor';
import { recordAudit } from '@dang/audit/record';
import { isWithin } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { checkYear } from '@dang/service/year-argument';
import { z } from 'zod';
import type { Resolvers } from '../generated/graph.ts';
import { registerUrl } from './register.door.ts';
import { countRegister, findRegisterLines, type RegisterOf } from './register.rows.ts';

const cursorShape = z.tuple([
  z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
]);

/** Who reads which register leaves a line there before it is shown: it names everybody who came or went. */
const noteRead = (context: GraphContext, { unitId, year, direction }: RegisterOf): Promise<void> => {
  const line = { action: 'readIntroductionRegister', subjectKind: 'orgUnit', subjectId: unitId, unitId };
  return recordAudit(context.em.fork(), [{ ...line, after: { year, direction } }], context);
};

/** Introduction registers: for the officers of the unit and of what stands above it. */
export const registerResolvers: Resolvers = {
  OrgUnit: {
    async introductionRegister({ id: unitId }: { id: string }, { year, direction, first, after }, context) {
      const { actor, em, environment } = context;
      checkYear(year);
      const page = pageArgs(first, after);
      const begin = page.after === null ? 0 : decodeCursor(page.after, cursorShape)[0];
      const scope = actor && scopeUnitOf(actor, 'TRANSFER_READ');
      if (scope === null) return null;
      if (!(await isWithin(em, unitId, scope))) return null;
      const register = { unitId, year, direction };
      await noteRead(context, register);
      const lines = await findRegisterLines(em, environment, register, { after: begin, limit: page.limit });
      return {
        ...register,
        ...connection(lines, page.first, ({ number }) => [number]),
        counts: () => countRegister(em, register),
        xlsxUrl: registerUrl(environment, register),
      };
    },
  },
};
