import { commentItemWorkflow } from '@dang/evaluation/comment-item/comment-item.workflow';
import { orderWorkflow } from '@dang/fees/order/order.workflow';
import { portalStateOf } from '@dang/orgtree/portal/portal-states';
import { officialTransfer } from '@dang/transfers/dossier/official.workflow';
import { temporaryTransfer } from '@dang/transfers/stay/temporary.workflow';
import { expect, test } from '@jest/globals';

test.each([
  ['OFFICIAL_TRANSFER', officialTransfer],
  ['TEMPORARY_TRANSFER', temporaryTransfer],
  ['RESIDENCE_COMMENT', commentItemWorkflow],
  ['DUES_PAYMENT', orderWorkflow],
])('every state of %s is one of the portal’s, and none is left over', (procedure, workflow) => {
  const mapped = portalStateOf[procedure] ?? {};
  expect(Object.keys(mapped).sort()).toEqual(Object.keys(workflow.states).sort());
  const ends = Object.entries(workflow.states).filter(([, state]) => 'final' in state);
  const open = new Set(['REGISTERED', 'ACCEPTED', 'PROCESSING', 'SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED']);
  expect(ends.filter(([name]) => open.has(`${mapped[name]}`))).toEqual([]);
});
