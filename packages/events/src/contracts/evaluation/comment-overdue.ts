import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, text, uuid } from '../../values.ts';

/** The term of a sheet has passed: the residence committee is told, and the workplace; once a request and term. */
export const CommentOverdue = defineEvent({
  name: 'CommentOverdue',
  service: 'evaluation',
  kind: 'fact',
  version: 1,
  data: z.object({
    itemId: uuid,
    number: text,
    unitId: uuid,
    residenceUnitId: uuid,
    workplaceUnitId: uuid,
    dueOn: day,
  }),
  example: {
    itemId: '01980000-0000-7000-8000-0000000000c2',
    number: '05.200.044.000.001-P2-260701-0002',
    unitId: '01980000-0000-7000-8000-000000000046',
    residenceUnitId: '01980000-0000-7000-8000-000000000045',
    workplaceUnitId: '01980000-0000-7000-8000-000000000044',
    dueOn: '2026-07-09',
  },
});
