import type { GraphContext } from '@dang/service/context';
import { loaderOf } from '@dang/service/context';
import type { FiguresKey } from './figures.rows.ts';
import { findFigures } from './figures.rows.ts';
import type { Figures } from './figures.rules.ts';

/** The figures of a unit in a stretch of days; all that are asked for in one tick are seven statements. */
export const figuresOf = (context: GraphContext, { unitId, from, through }: FiguresKey): Promise<Figures> =>
  loaderOf<string, Figures>(context, 'figures', (keys) =>
    findFigures(
      context.em,
      keys.map((key) => JSON.parse(key) as FiguresKey),
      context.clock.today(),
    ),
  ).load(JSON.stringify({ unitId, from, through }));
