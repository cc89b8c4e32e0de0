import type { Aside } from '@dang/events/reaction';
import { accountNotices } from './account-notices.reactions.ts';
import { certificateNotices } from './certificate-notices.reactions.ts';
import { commentNotices } from './comment-notices.reactions.ts';
import { beneficiaryNotices, transferNotices } from './dossier-notices.reactions.ts';
import { duesNotices } from './dues-notices.reactions.ts';
import { moneyNotices } from './money-notices.reactions.ts';
import { positionNotices } from './position-notices.reactions.ts';
import { stayNotices } from './stay-notices.reactions.ts';
import { treeNotices } from './tree-notices.reactions.ts';

/** Everything of every service that owes somebody a notice, heard beside what identity itself lives by. */
export const notices: Aside = {
  name: 'notices',
  reactions: [
    ...accountNotices,
    ...positionNotices,
    ...transferNotices,
    ...stayNotices,
    ...beneficiaryNotices,
    ...treeNotices,
    ...duesNotices,
    ...moneyNotices,
    ...commentNotices,
    ...certificateNotices,
  ],
};
