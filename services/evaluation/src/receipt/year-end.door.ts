import type { Door } from '@dang/service/doors/door';
import { sendFile, signedGet } from '@dang/service/doors/signed-door';
import { streamXlsx } from '@dang/tabular/stream-rows';
import { z } from 'zod';
import { nobody } from './link.ts';
import { exportedYearEnd, header } from './year-end.export.ts';

const shape = z.object({
  unitId: z.guid(),
  year: z.string().regex(/^2[01]\d\d$/),
  without: z.union([z.guid(), z.literal(nobody)]),
});

/**
 * `/files/evaluation/year-end/<unit>/<year>/<whose sheet is left out>`: the comments of a year as XLSX, made while it is read, to whoever
 * holds a signed link.
 */
export const yearEndDoor: Door = (app, { pool, environment }) => {
  const path = '/files/evaluation/year-end/:unitId/:year/:without';
  signedGet<Record<string, string>>(app, path, environment, async (params, reply) => {
    const { data: wish } = shape.safeParse(params);
    if (!wish) return undefined;
    const rows = exportedYearEnd(pool, wish);
    return sendFile(reply, {
      name: `nhan-xet-noi-cu-tru-${wish.year}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: streamXlsx(rows, { header, name: `Năm ${wish.year}` }),
    });
  });
};
