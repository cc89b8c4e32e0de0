import type { Door } from '@dang/service/doors/door';
import { sendFile, signedGet } from '@dang/service/doors/signed-door';
import { streamCsv, streamXlsx } from '@dang/tabular/stream-rows';
import { isMonth } from '@dang/vietnam/month';
import { z } from 'zod';
import { exportedRows, headers } from './export.rows.ts';

const shape = z.object({
  rows: z.enum(['MONTHS', 'CELLS', 'CHARGES']),
  unitId: z.guid(),
  from: z.string().refine(isMonth),
  to: z.string().refine(isMonth),
  depth: z.enum(['all', 'grassroots']),
  file: z.enum(['dues.csv', 'dues.xlsx']),
});

/** `/exports/<rows>/<unit>/<from>/<to>/<depth>/dues.<csv|xlsx>`: a table of dues, made while it is read, to whoever holds a signed link. */
export const exportDoor: Door = (app, { pool, environment }) => {
  const path = '/exports/:rows/:unitId/:from/:to/:depth/:file';
  signedGet<Record<string, string>>(app, path, environment, async (params, reply) => {
    const { data: wish } = shape.safeParse(params);
    if (!wish) return undefined;
    const rows = exportedRows(pool, { ...wish, isToGrassroots: wish.depth === 'grassroots' });
    const header = headers[wish.rows];
    return wish.file === 'dues.csv'
      ? sendFile(reply, {
          name: wish.file,
          type: 'text/csv; charset=utf-8',
          body: streamCsv(rows, { header }),
        })
      : sendFile(reply, {
          name: wish.file,
          type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          body: streamXlsx(rows, { header, name: 'Đảng phí' }),
        });
  });
};
