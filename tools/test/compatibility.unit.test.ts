import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventBreaks, historyBreaks, schemaBreaks } from '../src/release/breaks.ts';
import { contentNow, lastRelease, type ReleaseContent } from '../src/release/source.ts';
import { allowedBreaks } from './compatibility-allowed.ts';

const last = lastRelease();
let now: ReleaseContent;
beforeAll(async () => {
  now = await contentNow();
});

const notAllowed = (breaks: readonly string[]) => breaks.filter((each) => !(each in allowedBreaks));

describe('beside the last release, what lies here', () => {
  test('answers a gateway and front ends of before', () => {
    expect(notAllowed(schemaBreaks(last.schemas, now.schemas))).toEqual([]);
  });
  test('understands its events, and is understood', () => {
    expect(notAllowed(eventBreaks(last.events, now.events))).toEqual([]);
  });
  test('has run the same migrations', () => {
    expect(notAllowed(historyBreaks(last.migrations, now.migrations))).toEqual([]);
  });
});

const base = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Member @key(fields: "id") { id: ID! name(short: Boolean): String status: Status! }
  enum Status { ACTIVE ENDED }
  input PayInput { months: Int! total: Int }
  type Query { member(id: ID!): Member }
  type Mutation { pay(input: PayInput!): Member }
`;
const schemas = (edit: (text: string) => string) => schemaBreaks({ fees: base }, { fees: edit(base) });

describe('planted in a schema, each is found', () => {
  test.each([
    [
      'a field is gone',
      (text: string) => text.replace('name(short: Boolean): String', ''),
      /Member.name was removed/,
    ],
    ['an argument is gone', (text: string) => text.replace('(short: Boolean)', ''), /short was removed/],
    [
      'a field has another type',
      (text: string) => text.replace('): String', '): Int'),
      /changed type from String to Int/,
    ],
    ['a value is gone', (text: string) => text.replace('ENDED', ''), /ENDED was removed/],
    [
      'a new argument is required',
      (text: string) => text.replace('(id: ID!)', '(id: ID!, day: String!)'),
      /required arg day/i,
    ],
    [
      'a new part of an input is required',
      (text: string) => text.replace('total: Int', 'total: Int day: String!'),
      /required field day/i,
    ],
    [
      'a part of an input has become required',
      (text: string) => text.replace('total: Int', 'total: Int!'),
      /changed type from Int to Int!/,
    ],
    [
      'a field may now be empty',
      (text: string) => text.replace('Status!', 'Status'),
      /changed type from Status! to Status/,
    ],
    [
      'a mutation is gone',
      (text: string) => text.replace('pay(input: PayInput!)', 'paid(input: PayInput!)'),
      /Mutation.pay was removed/,
    ],
    [
      'a key is gone',
      (text: string) => text.replace('@key(fields: "id")', '@key(fields: "code")'),
      /the key of Member: id is gone/,
    ],
  ])('%s', (_what, edit, words) => {
    const found = schemas(edit);
    expect(found).toEqual([expect.stringMatching(words)]);
  });
  test('a whole service', () => {
    expect(schemaBreaks({ fees: base }, {})).toEqual(['fees: is gone']);
  });
  test('and what only adds is not', () => {
    const more = base
      .replace('total: Int', 'total: Int note: String')
      .replace('status: Status!', 'status: Status! since: String')
      .replace('ENDED', 'ENDED PAUSED')
      .replace('(id: ID!)', '(id: ID!, on: String)');
    expect(schemaBreaks({ fees: base }, { fees: more })).toEqual([]);
  });
});

const payload = {
  type: 'object',
  properties: {
    id: { type: 'string', description: 'Which.' },
    months: {
      type: 'array',
      items: { type: 'object', properties: { month: { type: 'string' } }, required: ['month'] },
    },
    status: { enum: ['PAID', 'OPEN'] },
    branch: { anyOf: [{ type: 'object', properties: { id: { type: 'string' } } }, { type: 'null' }] },
  },
  required: ['id', 'status'],
};
const event = (edit: (data: typeof payload) => object) =>
  eventBreaks({ 'Paid.v1': payload }, { 'Paid.v1': edit(structuredClone(payload)) });

describe('planted in an event, each is found', () => {
  test.each<[string, (data: typeof payload) => object, RegExp]>([
    [
      'a field is gone',
      ({ properties: { id: _, ...properties }, ...rest }) => ({ ...rest, properties }),
      /Paid.v1.id is gone/,
    ],
    ['a field may be missing', (data) => ({ ...data, required: ['id'] }), /Paid.v1.status may be missing/],
    [
      'a new field is required',
      (data) => ({
        ...data,
        properties: { ...data.properties, by: { type: 'string' } },
        required: ['id', 'status', 'by'],
      }),
      /Paid.v1.by is required/,
    ],
    [
      'a value is new',
      (data) => ({ ...data, properties: { ...data.properties, status: { enum: ['PAID', 'OPEN', 'LATE'] } } }),
      /Paid.v1.status is not what it was/,
    ],
    [
      'a type within a list has changed',
      (data) => {
        data.properties.months.items.properties.month.type = 'number';
        return data;
      },
      /Paid.v1.months\[\].month is not what it was/,
    ],
    [
      'a field of what may be null is gone',
      (data) => ({
        ...data,
        properties: {
          ...data.properties,
          branch: { anyOf: [{ type: 'object', properties: {} }, { type: 'null' }] },
        },
      }),
      /Paid.v1.branch.id is gone/,
    ],
  ])('%s', (_what, edit, words) => {
    expect(event(edit)).toEqual([expect.stringMatching(words)]);
  });
  test('a whole event', () => {
    expect(eventBreaks({ 'Paid.v1': payload }, {})).toEqual([
      'Paid.v1 is gone: receivers of before wait for it',
    ]);
  });
  test('and a field that need not be there, or other words, are not', () => {
    const more = {
      ...payload,
      properties: {
        ...payload.properties,
        id: { type: 'string', description: 'That.' },
        by: { type: 'string' },
      },
    };
    expect(eventBreaks({ 'Paid.v1': payload }, { 'Paid.v1': more })).toEqual([]);
  });
});

test('a released migration that was changed, moved or taken away is found; one more at the end is not', () => {
  const [one, two] = [
    { name: '0001-a', sha256: 'a' },
    { name: '0002-b', sha256: 'b' },
  ];
  const breaks = (now: { name: string; sha256: string }[]) =>
    historyBreaks({ fees: [one, two] }, { fees: now });
  expect(breaks([one, two, { name: '0003-c', sha256: 'c' }])).toEqual([]);
  expect(breaks([one, { ...two, sha256: 'x' }])).toEqual(['fees: 0002-b was changed after its release']);
  expect(breaks([one])).toEqual(['fees: 0002-b is not where it was, but nothing']);
  expect(breaks([{ name: '0000-z', sha256: 'z' }, one, two])).toHaveLength(2);
});
