import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { isRefusal, refusalResolvers, refuse } from './refusal.ts';
import { refusalMessages } from './refusal-messages.ts';
import { checkVersion } from './version.ts';

const shared = parse(readFileSync(new URL('./shared.graphql', import.meta.url), 'utf8'));
const codes = shared.definitions.flatMap((node) =>
  node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'RefusalCode' ? (node.values ?? []) : [],
);

test('the enum of the schema and the messages are one list', () => {
  expect(codes.map((value) => value.name.value).sort()).toEqual(Object.keys(refusalMessages).sort());
});

test('every code is described, its Vietnamese label first', () => {
  const undescribed = codes.filter((value) => !/^\p{Lu}[^—]* — ./u.test(value.description?.value ?? ''));
  expect(undescribed.map((value) => value.name.value)).toEqual([]);
});

test('both languages fill the same places', () => {
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const { vi, en } of Object.values(refusalMessages)) expect(places(vi)).toEqual(places(en));
});

test('a refusal is data with a code, and nothing else is one', () => {
  const refusal = refuse('REASON_REQUIRED', { field: 'reason' });
  expect(refusal).toMatchObject({ code: 'REASON_REQUIRED', field: 'reason', message: 'Phải nêu lý do.' });
  expect(isRefusal(refusal)).toBe(true);
  for (const other of [null, undefined, 'NOT_FOUND', { code: 'NOT_FOUND', message: '', field: null }]) {
    expect(isRefusal(other)).toBe(false);
  }
});

test('the message follows the language of the request', () => {
  const refusal = refuse('NOT_FOUND');
  expect(refusalResolvers.Refusal.message(refusal, {}, { language: 'en' })).toBe('Not found.');
  expect(refusalResolvers.Refusal.message(refusal, {}, { language: 'vi' })).toBe('Không tìm thấy.');
});

test('params fill their places; an unknown place stays visible', () => {
  expect(refuse('DUES_NOT_PAID', { params: { month: '2026-08' } }).message).toContain('2026-08');
  expect(refuse('DUES_NOT_PAID').message).toContain('{month}');
});

test('an act on what has changed since it was read is refused', () => {
  expect(checkVersion(3, 3)).toBeNull();
  expect(checkVersion(4, 3)).toMatchObject({ code: 'VERSION_CONFLICT', field: 'expectedVersion' });
});
