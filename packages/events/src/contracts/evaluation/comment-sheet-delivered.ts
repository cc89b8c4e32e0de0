import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { day, text, uuid } from '../../values.ts';

/** A sheet has come to the workplace, signed (or on paper with its scan): which document, never what it says. `replacesSheetId` names the sheet that it corrects. */
export const CommentSheetDelivered = defineEvent({
  name: 'CommentSheetDelivered',
  service: 'evaluation',
  kind: 'fact',
  version: 1,
  data: z.object({
    itemId: uuid,
    number: text,
    sheetId: uuid,
    memberId: uuid,
    workplaceUnitId: uuid,
    workplaceBranchId: uuid,
    residenceUnitId: uuid,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    replacesSheetId: uuid.nullable(),
    deliveredOn: day,
  }),
  example: {
    itemId: '01980000-0000-7000-8000-0000000000c2',
    number: '05.200.044.000.001-P2-260701-0002',
    sheetId: '01980000-0000-7000-8000-0000000000c3',
    memberId: '01980000-0000-7000-8000-0000000000a1',
    workplaceUnitId: '01980000-0000-7000-8000-000000000044',
    workplaceBranchId: '01980000-0000-7000-8000-000000000044',
    residenceUnitId: '01980000-0000-7000-8000-000000000045',
    sha256: '0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f',
    replacesSheetId: null,
    deliveredOn: '2026-07-06',
  },
});
