import { describe, expect, test } from '@jest/globals';
import { DossierStateChanged } from './contracts/shared/dossier-state-changed.ts';
import { TransferCompleted } from './contracts/transfers/transfer-completed.ts';
import { type Envelope, makeEnvelope, readEnvelope } from './envelope.ts';

const { example } = TransferCompleted;
const envelope = makeEnvelope(
  TransferCompleted,
  { aggregateId: example.transferId, version: 5, data: example },
  { province: '05' },
);
const subject = 'dang.05.transfers.TransferCompleted.v1';
const read = (changes: Partial<Record<keyof Envelope, unknown>>, on: string | undefined = subject) =>
  readEnvelope(JSON.stringify({ ...envelope, ...changes }), on);

describe('an envelope', () => {
  test('is CloudEvents 1.0 and read as it was written', () => {
    expect(envelope).toMatchObject({
      specversion: '1.0',
      datacontenttype: 'application/json',
      aggregateversion: 5,
    });
    expect(Object.keys(envelope).every((key) => /^[a-z]+$/.test(key))).toBe(true);
    expect(read({})).toMatchObject({
      id: envelope.id,
      subject,
      service: 'transfers',
      province: '05',
      name: 'TransferCompleted',
      aggregateId: example.transferId,
      version: 5,
      actor: null,
      data: example,
    });
  });

  test('carries a capacity as text or as an object', () => {
    const capacity = { positionId: 'p', role: 'BRANCH_SECRETARY', title: 'Bí thư chi bộ', unitId: 'u' };
    const actor = { accountId: 'acc', memberId: null, name: 'An', capacity };
    const given = { actorid: 'acc', actorname: 'An' };
    expect(read({ ...given, capacity })).toMatchObject({ actor });
    expect(read({ ...given, capacity: JSON.stringify(capacity) })).toMatchObject({ actor });
    expect(read(given)).toMatchObject({ actor: { ...actor, capacity: null } });
  });

  test('of an event with many publishers names the one that sent it', () => {
    const dossier = { aggregateId: 'x', data: DossierStateChanged.example };
    expect(() => makeEnvelope(DossierStateChanged, dossier, { province: '05' })).toThrow('needs the service');
    const made = makeEnvelope(DossierStateChanged, dossier, { province: '05', service: 'fees' });
    expect(made.source).toBe('/dang/05/fees');
  });

  test.each([
    ['is not an object', null],
    ['is a list', []],
  ])('that %s is unreadable', (_, value) => {
    expect(readEnvelope(JSON.stringify(value))).toHaveProperty('unreadable');
  });

  test.each([
    ['another version of CloudEvents', { specversion: '0.3' }],
    ['an id that is no UUID', { id: '1' }],
    ['a source of another house', { source: 'https://elsewhere.example' }],
    ['a type of another service than its source', { type: 'dang.fees.TransferCompleted.v1' }],
    ['no aggregate', { subject: '' }],
    ['no time', { time: 'yesterday' }],
    ['a capacity that is no JSON', { actorid: 'acc', capacity: '{' }],
    ['a capacity without a unit', { actorid: 'acc', capacity: '{"role":"X"}' }],
    ['a version that is no number', { aggregateversion: 'five' }],
  ])('with %s is unreadable', (_, changes) => {
    expect(read(changes)).toHaveProperty('unreadable');
  });

  test('on a subject that is not its own is unreadable, and without a subject is not asked', () => {
    expect(read({}, 'dang.38.transfers.TransferCompleted.v1')).toHaveProperty('unreadable');
    expect(readEnvelope(JSON.stringify(envelope))).not.toHaveProperty('unreadable');
  });

  describe('that has arrived from another province', () => {
    const text = JSON.stringify(envelope);
    const arrived = (on: string, to = '38') => readEnvelope(text, on, to);

    test('is read on the subject of its sender, for this province', () => {
      const on = 'from.05.letters.05.38.TransferCompleted.v1';
      expect(arrived(on)).toMatchObject({ subject: on, province: '05', data: example });
    });

    test.each([
      ['that another sent', 'from.01.letters.05.38.TransferCompleted.v1'],
      ['in which another says that it sent it', 'from.05.letters.01.38.TransferCompleted.v1'],
      ['of another, whole', 'from.01.letters.01.38.TransferCompleted.v1'],
      ['for another', 'from.05.letters.05.01.TransferCompleted.v1'],
      ['of another event', 'from.05.letters.05.38.TransferReturned.v1'],
      ['of another version', 'from.05.letters.05.38.TransferCompleted.v2'],
      ['without a stamp', 'letters.05.38.TransferCompleted.v1'],
      ['with two', 'from.01.from.05.letters.05.38.TransferCompleted.v1'],
      ['that is none', 'from.05.letters.05.38.TransferCompleted.>'],
      ['of the province itself', subject],
    ])('is unreadable on a subject %s', (_, on) => {
      expect(arrived(on)).toHaveProperty('unreadable');
    });
  });
});
