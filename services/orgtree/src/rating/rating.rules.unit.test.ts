import { describe, expect, test } from '@jest/globals';
import { changeableThrough, ratingBar } from './rating.rules.ts';

describe('rating a dossier (domain 10.7)', () => {
  test('is for finished dossiers', () => {
    expect(ratingBar({ closedOn: null, ratedOn: null }, '2026-07-06')).toBe('DOSSIER_NOT_FINISHED');
    expect(ratingBar({ closedOn: '2026-07-01', ratedOn: null }, '2027-07-06')).toBeNull();
  });
  test('can be changed for 7 days', () => {
    const dossier = { closedOn: '2026-07-01', ratedOn: '2026-07-06' };
    expect(changeableThrough('2026-07-06')).toBe('2026-07-13');
    expect(ratingBar(dossier, '2026-07-13')).toBeNull();
    expect(ratingBar(dossier, '2026-07-14')).toBe('RATING_PERIOD_OVER');
  });
});
