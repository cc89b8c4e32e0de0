import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { bulk, code, text, uuid, version } from '../../values.ts';

/** Who holds which position in a unit now: every officer of the unit, not the difference. An empty list is a unit without officers. */
export const OfficersChanged = defineEvent({
  name: 'OfficersChanged',
  service: 'identity',
  kind: 'state',
  version: 1,
  data: z.object({
    units: bulk(
      z.object({
        unitId: uuid,
        version,
        officers: z
          .array(z.object({ positionId: uuid, memberId: uuid, name: text, role: code, title: text }))
          .max(1000),
      }),
    ),
  }),
  example: {
    units: [
      {
        unitId: '01980000-0000-7000-8000-000000000044',
        version: 4,
        officers: [
          {
            positionId: '01980000-0000-7000-8000-00000000b001',
            memberId: '01980000-0000-7000-8000-00000000a002',
            name: 'Trần Văn Bình',
            role: 'BRANCH_SECRETARY',
            title: 'Bí thư chi bộ',
          },
        ],
      },
    ],
  },
});
