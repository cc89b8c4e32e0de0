import { UnitRecorded } from '@dang/events/contracts/orgtree/unit-recorded';
import { defineProjection, defineReaction } from '@dang/events/reaction';
import { type CopyShape, upsertNewer } from '@dang/reference/upsert';

const codeShape: CopyShape = {
  table: 'unit_document_code',
  key: ['unit_id'],
  columns: { unit_id: { field: 'id', type: 'uuid' }, code: { field: 'eDocumentCode', type: 'text' } },
};

/** Under which code each unit exchanges electronic documents. */
export const documentCodes = defineProjection({
  name: 'documentCodes',
  tables: ['unit_document_code'],
  reactions: [
    defineReaction({
      name: 'copyDocumentCodes',
      event: UnitRecorded,
      handle: ({ em }, { data }) => upsertNewer(em, codeShape, data.units),
    }),
  ],
});
