import type { Clock } from '@dang/service/clock';

/** A movement on the central account: positive came in, negative went out. */
export type Movement = {
  reference: string;
  counterparty: string;
  amount: number;
  bookedOn: string;
  content: string;
};

type Given = Omit<Movement, 'bookedOn'>;

const MOVEMENTS_LIMIT = 500_000;

/** The central account of the province, as its bank keeps it: movements in the order in which they were booked. */
export class CentralAccount {
  readonly #clock: Clock;
  #movements: Movement[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  receive(given: Given, bookedOn = this.#clock.today()): Movement {
    const movement = { ...given, bookedOn };
    this.#movements.push(movement);
    if (this.#movements.length > MOVEMENTS_LIMIT)
      this.#movements = this.#movements.slice(-MOVEMENTS_LIMIT / 2);
    return movement;
  }

  pay(given: Given): Movement {
    return this.receive({ ...given, amount: -given.amount });
  }

  on(day: string): Movement[] {
    return this.#movements.filter(({ bookedOn }) => bookedOn === day);
  }
}
