import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/**
 * Faults that tests and drills arm over HTTP (`PUT <path>`): each is `next` (strikes once), `always`, or the number of what it is
 * to strike, for as long as it is armed. `{}` disarms all.
 */
export class ArmedFaults<Name extends string> {
  readonly #shape;
  #armed: Partial<Record<Name, string>> = {};

  constructor(names: readonly Name[]) {
    this.#shape = z.partialRecord(z.enum(names), z.string().min(1).max(100));
  }

  /** Replaces all that is armed. */
  arm(faults: Partial<Record<Name, string>>): void {
    this.#armed = { ...faults };
  }

  /** Whether this fault strikes what has this number; what strikes the next only is disarmed. */
  strikes(fault: Name, number = ''): boolean {
    const target = this.#armed[fault];
    if (target === undefined) return false;
    if (target === 'next') delete this.#armed[fault];
    return target === 'next' || target === 'always' || target === number;
  }

  /** The doors by which they are read and armed. */
  register(app: FastifyInstance, path: string): void {
    app.get(path, () => this.#armed);
    app.put(path, (request, reply) => {
      const wanted = this.#shape.safeParse(request.body ?? {});
      if (!wanted.success) return reply.code(400).send({ error: z.prettifyError(wanted.error) });
      this.arm(wanted.data as Partial<Record<Name, string>>);
      return this.#armed;
    });
  }
}
