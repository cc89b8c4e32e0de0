import { type PeriodFigures, paidOf, remittedOf, toRemitOf } from '../period-figures/period-figures.ts';

/** The figures that a unit and its superior compare. */
export type DisputedFigure = 'DUE' | 'PAID' | 'RETAINED' | 'REMITTED' | 'RECEIVED' | 'OWED' | 'CASH_HELD';

/** One of the figures by its name. */
export function figureOf(figures: PeriodFigures, name: DisputedFigure): bigint {
  const byName: Record<DisputedFigure, bigint> = {
    DUE: figures.due,
    PAID: paidOf(figures),
    RETAINED: figures.retained + figures.adjusted,
    REMITTED: remittedOf(figures),
    RECEIVED: figures.received,
    OWED: figures.owed,
    CASH_HELD: figures.cashHeld,
  };
  return byName[name];
}

/** The figures as the graph shows them. */
export const viewOf = (figures: PeriodFigures) => ({
  ...figures,
  paid: paidOf(figures),
  unpaid: figures.due - paidOf(figures),
  retained: figures.retained + figures.adjusted,
  toRemit: toRemitOf(figures),
  remitted: remittedOf(figures),
});
