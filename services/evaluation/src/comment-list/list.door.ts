import type { Door } from '@dang/service/doors/door';
import { doorsEnvironment } from '@dang/service/doors/door-environment';
import { sendFile, signedGet } from '@dang/service/doors/signed-door';
import { signUrl } from '@dang/service/doors/signed-url';
import type { ServiceEnvironment } from '@dang/service/environment';
import { streamBook } from '@dang/tabular/stream-rows';
import { z } from 'zod';
import { listCells, listHeader, listWidths, makeListForm } from './list.form.ts';
import { findPaper } from './list-paper.rows.ts';

const LINK_MS = 15 * 60_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Where a list can be fetched as a file for the next 15 minutes, by whoever holds the address. */
export const listUrl = (environment: ServiceEnvironment, listId: string, ending: 'xlsx' | 'pdf'): string =>
  signUrl(doorsEnvironment(environment), `/files/evaluation/lists/${listId}/danh-sach.${ending}`, {
    expiresAt: new Date(Date.now() + LINK_MS),
  });

const shape = z.object({ listId: z.guid(), file: z.enum(['danh-sach.xlsx', 'danh-sach.pdf']) });

/** `/files/evaluation/lists/<list>/danh-sach.<xlsx|pdf>`: the list as a table or as the official form, to whoever holds a signed link. */
export const listDoor: Door = (app, { orm, environment }) => {
  signedGet(app, '/files/evaluation/lists/:listId/:file', environment, async (params, reply) => {
    const { data: wish } = shape.safeParse(params);
    if (!wish) return undefined;
    const paper = await findPaper(orm.em.fork(), environment, wish.listId);
    if (!paper) return undefined;
    if (wish.file === 'danh-sach.pdf')
      return sendFile(reply, {
        name: wish.file,
        type: 'application/pdf',
        body: await makeListForm(paper, null),
      });
    const title = [
      `Danh sách đảng viên cần giới thiệu, xin nhận xét tại nơi cư trú — số ${paper.list.number}`,
    ];
    const sheet = {
      name: 'Danh sách',
      title,
      header: listHeader,
      widths: listWidths,
      rows: listCells(paper),
    };
    return sendFile(reply, { name: wish.file, type: XLSX, body: streamBook([sheet]) });
  });
};
