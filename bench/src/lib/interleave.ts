import { foreignShare, readCpuUse } from './environment-facts.ts';

/** One round: every variant measured once, one after the other, within the same minute. */
export type Round<Name extends string, Sample> = {
  samples: Record<Name, Sample>;
  /** Share of the machine that others used meanwhile (0 to 1); null where it cannot be told. */
  foreign: number | null;
  steal: number | null;
};

/** Others may use this much of the machine before a round is measured again. */
const QUIET_ENOUGH = 0.1;

/**
 * Measures variants against each other on a machine whose speed changes from minute to minute: in every round each is
 * measured once, in an order that turns. A round in which others used more than 10 % of the machine is measured again,
 * `repeats` times at most, and the quietest attempt is kept; the report says how quiet it was.
 */
export async function interleave<Name extends string, Sample>(options: {
  rounds: number;
  repeats: number;
  variants: Readonly<Record<Name, () => Promise<Sample>>>;
  say: (line: string) => void;
}): Promise<Round<Name, Sample>[]> {
  const { rounds, repeats, say } = options;
  const names = Object.keys(options.variants) as Name[];
  const kept: Round<Name, Sample>[] = [];
  for (let number = 0; number < rounds; number++) {
    const turn = number % names.length;
    const order = [...names.slice(turn), ...names.slice(0, turn)];
    let best: Round<Name, Sample> | undefined;
    for (let attempt = 0; attempt <= repeats; attempt++) {
      const round = await measure(order, options.variants);
      if (!best || (round.foreign ?? 0) < (best.foreign ?? 0)) best = round;
      if ((best.foreign ?? 0) <= QUIET_ENOUGH) break;
      if (attempt < repeats)
        say(`round ${number + 1}: others used ${percent(round.foreign)} of the machine, again`);
    }
    if (best) kept.push(best);
    say(`round ${number + 1} of ${rounds} (others: ${percent(best?.foreign ?? null)})`);
  }
  return kept;
}

async function measure<Name extends string, Sample>(
  order: readonly Name[],
  variants: Readonly<Record<Name, () => Promise<Sample>>>,
): Promise<Round<Name, Sample>> {
  const before = readCpuUse();
  const samples: Partial<Record<Name, Sample>> = {};
  for (const name of order) samples[name] = await variants[name]();
  const share = foreignShare(before, readCpuUse());
  return {
    samples: samples as Record<Name, Sample>,
    foreign: share?.foreign ?? null,
    steal: share?.steal ?? null,
  };
}

const percent = (share: number | null): string =>
  share === null ? 'unknown' : `${Math.round(share * 100)} %`;
