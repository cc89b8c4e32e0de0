import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, text, uuid } from '../../values.ts';

/** A residence branch has accepted the introduction of a member who lives there. */
export const CommentIntroductionAccepted = defineEvent({
  name: 'CommentIntroductionAccepted',
  service: 'evaluation',
  kind: 'fact',
  version: 1,
  data: z.object({
    itemId: uuid,
    number: text,
    memberId: uuid,
    workplaceUnitId: uuid,
    residenceBranchId: uuid,
    acceptedOn: day,
  }),
  example: {
    itemId: '01980000-0000-7000-8000-0000000000c2',
    number: '05.200.044.000.001-P2-260701-0002',
    memberId: '01980000-0000-7000-8000-0000000000a1',
    workplaceUnitId: '01980000-0000-7000-8000-000000000044',
    residenceBranchId: '01980000-0000-7000-8000-000000000046',
    acceptedOn: '2026-07-06',
  },
});
