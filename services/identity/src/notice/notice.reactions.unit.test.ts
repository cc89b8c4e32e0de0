import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { noticeTemplates as firstTemplates } from '../migrations/0006-notices.templates.ts';
import { duesNoticeTemplates } from '../migrations/0008-dues-notices.templates.ts';
import { certificateNoticeTemplates } from '../migrations/0009-certificates.templates.ts';
import { commentNoticeTemplates } from '../migrations/0011-comment-notices.templates.ts';
import { commentRequestedTemplates } from '../migrations/0012-comment-requested.templates.ts';
import { stayNoticeTemplates } from '../migrations/0014-stay-notices.templates.ts';
import { noticeKinds } from './notice.kinds.ts';
import { notices } from './notice.reactions.ts';

const noticeTemplates = [
  ...firstTemplates,
  ...duesNoticeTemplates,
  ...commentNoticeTemplates,
  ...commentRequestedTemplates,
  ...certificateNoticeTemplates,
  ...stayNoticeTemplates,
];

test('every kind has a first wording, and every wording a kind', () => {
  expect(noticeTemplates.map(([kind]) => kind)).toEqual([...noticeKinds]);
});

test('every kind stands, described, in the schema', () => {
  const schema = readFileSync(new URL('notice.graphql', import.meta.url), 'utf8');
  const listed = schema.split('enum NoticeKind')[1]?.match(/^ {2}[A-Z_]+$/gm) ?? [];
  expect(listed.map((line) => line.trim())).toEqual([...noticeKinds]);
});

test('wordings name nothing of a person but initials and the number of the dossier', () => {
  const places = noticeTemplates.flatMap(([, , title, body]) => `${title} ${body}`.match(/\{\w+\}/g) ?? []);
  expect([...new Set(places)].sort()).toEqual(['{initials}', '{number}', '{unit}']);
});

test('what domain 10.1 calls mandatory cannot be muted', () => {
  const mandatory = new Set(noticeTemplates.filter(([, isMandatory]) => isMandatory).map(([kind]) => kind));
  for (const kind of [
    'ACCOUNT_REJECTED',
    'TRANSFER_SUPPLEMENT',
    'POSITION_APPROVED',
    'POSITION_REJECTED',
    'POSITION_ENDED',
    'BENEFICIARY_ACCOUNT_APPROVED',
    'BENEFICIARY_ACCOUNT_REJECTED',
    'BENEFICIARY_ACCOUNT_ENDED',
    'DUES_ANNOUNCED',
    'DUES_OVERDUE',
    'PAYMENT_SUCCEEDED',
    'COMMENT_LIST_REJECTED',
    'COMMENT_SHEET_DELIVERED',
    'COMMENT_OVERDUE',
    'TRANSFER_OVERDUE',
    'STAY_OVERDUE',
  ])
    expect(mandatory).toContain(kind);
});

test('no two reactions are called the same', () => {
  const names = notices.reactions.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
