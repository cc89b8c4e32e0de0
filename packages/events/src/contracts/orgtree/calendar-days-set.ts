import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { bulk, day, version } from '../../values.ts';

/** Days that the State has declared off, or worked though they are a weekend; `null` takes a day back to what its weekday says. */
export const CalendarDaysSet = defineEvent({
  name: 'CalendarDaysSet',
  service: 'orgtree',
  kind: 'state',
  version: 1,
  data: z.object({
    days: bulk(z.object({ day, version, kind: z.enum(['DAY_OFF', 'WORKED']).nullable() })),
  }),
  example: {
    days: [{ day: '2027-02-08', version: 1, kind: 'DAY_OFF' }],
  },
});
