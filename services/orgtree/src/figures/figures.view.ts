import type { Figures } from './figures.rules.ts';
import { openedOf, ratesOf } from './figures.rules.ts';

/** Figures as the graph shows them (`UnitFigures`). */
export function viewOf(figures: Figures) {
  const { branches, members, excluded, accounts, activeMembers, dossiers, closed, closedOnTime, late } =
    figures;
  return {
    branches,
    members,
    excluded,
    accounts,
    activeMembers,
    dossiers,
    dossiersOpened: openedOf(figures).opened,
    dossiersClosed: closed,
    closedOnTime,
    dossiersLate: late,
    duesDue: BigInt(figures.duesDue),
    duesPaid: BigInt(figures.duesPaid),
    unpaidCharges: figures.unpaidCharges,
    ...ratesOf(figures),
  };
}
