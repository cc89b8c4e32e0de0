/** What went otherwise than the scenario demands; its message is the sentence that the transcript ends with. */
export class Surprise extends Error {
  override readonly name: string = 'Surprise';
}

/** Ends the scenario with `sentence` unless `holds`. */
export function demand(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Surprise(sentence);
}
