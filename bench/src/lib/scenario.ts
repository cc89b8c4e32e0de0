/** A figure that has a goal in goals.json. */
export type Figure = {
  /** The id of the goal. */
  goal: string;
  value: number;
  /** Where the value lies in 95 of 100 resamplings; left out for a plain measurement. */
  low?: number;
  high?: number;
};

/** What one scenario found, ready for the report. */
export type Finding = {
  figures: Figure[];
  /** A table for readers: first row the heads. */
  table: string[][];
  /** Sentences about how it was measured. */
  notes: string[];
  /** The packages whose versions matter. */
  packages: string[];
  /** Of each round, the share of the machine that others used; null where it cannot be told. */
  foreign: (number | null)[];
};

/** What `run.ts` asks of every file in `scenarios/`. `isQuick`: fewer requests, for a first look. */
export type Scenario = (options: { isQuick: boolean; say: (line: string) => void }) => Promise<Finding>;
