/**
 * Identical questions that are under way at the same moment are asked once. A key is only ever shared by requests
 * that would be answered alike: it holds the whole body and every forwarded header that says who asks and in which
 * language. What is shared is the text of the answer: each waiter parses its own copy, because the gateway merges
 * later fetches into it.
 */
export class InFlight<Answer> {
  readonly #answers = new Map<string, Promise<Answer>>();
  #generation = 0;
  #shared = 0;

  /** Joins the question with this key that is under way, or asks it. */
  share(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const name = `${this.#generation}\n${key}`;
    const known = this.#answers.get(name);
    if (known) {
      this.#shared++;
      return known;
    }
    const answer = ask();
    const forget = () => this.#answers.delete(name);
    this.#answers.set(name, answer);
    answer.then(forget, forget);
    return answer;
  }

  /** After a change nobody may join a question that was asked before it: they would read the past. */
  forgetThePast(): void {
    this.#generation++;
  }

  /** How many questions were answered by somebody else's fetch. */
  get shared(): number {
    return this.#shared;
  }

  get underWay(): number {
    return this.#answers.size;
  }
}
