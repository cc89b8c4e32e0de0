import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { bulk, code, day, text, uuid, version } from '../../values.ts';

/**
 * Units as they stand now, each whole and with its version. `path` runs from the root to the unit itself, in ids: codes
 * change, ids do not. `regionMinWage` is the region of the regional minimum wage (1 to 4), `validTo` the first day on
 * which the unit no longer exists.
 */
export const UnitRecorded = defineEvent({
  name: 'UnitRecorded',
  service: 'orgtree',
  kind: 'state',
  version: 1,
  data: z.object({
    units: bulk(
      z.object({
        id: uuid,
        version,
        code: text,
        name: text,
        shortName: text,
        type: code,
        kind: code,
        parentId: uuid.nullable(),
        path: z.array(uuid).min(1).max(12),
        regionMinWage: z.int().min(1).max(4).nullable(),
        validFrom: day,
        validTo: day.nullable(),
        /** Under which the unit exchanges electronic documents; left out by events from before it was told. */
        eDocumentCode: text.nullable().optional(),
        /** The reorganisation that caused this, closed by `ReorganisationApplied`. */
        reorganisationId: uuid.optional(),
      }),
    ),
  }),
  example: {
    units: [
      {
        id: '01980000-0000-7000-8000-000000000044',
        version: 3,
        code: '05.200.044.000.001',
        name: 'Chi bộ 1 - Đảng bộ Khu dân cư Việt Hưng',
        shortName: 'Chi bộ 1',
        type: 'BRANCH',
        kind: 'RESIDENTIAL',
        parentId: '01980000-0000-7000-8000-000000000004',
        path: [
          '01980000-0000-7000-8000-000000000001',
          '01980000-0000-7000-8000-000000000004',
          '01980000-0000-7000-8000-000000000044',
        ],
        regionMinWage: 1,
        validFrom: '2025-07-01',
        validTo: null,
      },
    ],
  },
});
