import { streamZip } from '@dang/documents/files/zip-archive';
import type { Door } from '@dang/service/doors/door';
import { sendFile, signedGet } from '@dang/service/doors/signed-door';
import { findPapers } from './archive.rows.ts';
import { archiveOf } from './archive.ts';
import { nobody } from './link.ts';

/**
 * `/files/evaluation/archives/<list>/<unit>/<whose sheet is left out>`: the sheets and reports of a list, for the members whom the unit still
 * has, as ZIP, made while it is read, to whoever holds a signed link.
 */
export const archiveDoor: Door = (app, { orm, environment, log }) => {
  const path = '/files/evaluation/archives/:listId/:unitId/:without';
  signedGet<Record<'listId' | 'unitId' | 'without', string>>(app, path, environment, async (given, reply) => {
    const { listId, unitId, without } = given;
    const em = orm.em.fork();
    const withoutSheetOf = without === nobody ? null : without;
    const papers = await findPapers(em, { listId, unitId, withoutSheetOf });
    const [first] = papers;
    if (!first) return undefined;
    const body = streamZip(archiveOf(em, environment, papers));
    body.on('error', (error) => log.error({ err: error, list: first.listNumber }, 'an archive broke off'));
    return sendFile(reply, { name: `nhan-xet-${first.listNumber}.zip`, type: 'application/zip', body });
  });
};
