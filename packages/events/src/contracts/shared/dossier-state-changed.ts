import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { code, day, text, uuid, version } from '../../values.ts';

/**
 * Where a dossier of any procedure stands now: every service with a workflow publishes it (the publisher is named when
 * it is recorded). Reports and counts are SQL over one upserted row a dossier. `unitId` is the unit that must act, or
 * acted last.
 */
export const DossierStateChanged = defineEvent({
  name: 'DossierStateChanged',
  service: null,
  kind: 'state',
  version: 1,
  data: z.object({
    dossierId: uuid,
    version,
    procedure: code,
    number: text,
    unitId: uuid,
    state: code,
    channel: code,
    openedOn: day,
    closedOn: day.nullable(),
    dueOn: day.nullable(),
    memberId: uuid.nullable(),
  }),
  example: {
    dossierId: '01980000-0000-7000-8000-00000000e001',
    version: 2,
    procedure: 'OFFICIAL_TRANSFER',
    number: 'G22.99.05-260706-0001',
    unitId: '01980000-0000-7000-8000-000000000044',
    state: 'WAITING_RECEIPT',
    channel: 'ONLINE',
    openedOn: '2026-07-06',
    closedOn: null,
    dueOn: '2026-08-03',
    memberId: '01980000-0000-7000-8000-00000000a001',
  },
});
