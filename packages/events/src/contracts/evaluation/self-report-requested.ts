import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { bulk, day, text, uuid } from '../../values.ts';

/** Members are asked to report how they fulfil their duties where they live; up to 500 in one event. */
export const SelfReportRequested = defineEvent({
  name: 'SelfReportRequested',
  service: 'evaluation',
  kind: 'fact',
  version: 1,
  data: z.object({
    requests: bulk(
      z.object({ itemId: uuid, number: text, memberId: uuid, unitId: uuid, dueOn: day.nullable() }),
    ),
  }),
  example: {
    requests: [
      {
        itemId: '01980000-0000-7000-8000-0000000000c2',
        number: '05.200.044.000.001-P2-260701-0002',
        memberId: '01980000-0000-7000-8000-0000000000a1',
        unitId: '01980000-0000-7000-8000-000000000044',
        dueOn: '2026-07-09',
      },
    ],
  },
});
