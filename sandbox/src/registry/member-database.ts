import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Registered, type RegisteredMember, registeredShape } from './registered.ts';

/** What a search may name; whoever matches one of them is an answer. */
export const searchShape = z.strictObject({
  personalId: z.string().optional(),
  cardNumber: z.string().optional(),
  profileNumber: z.string().optional(),
});

/** The members of one running stand-in, kept in memory. Every change gets the next revision. */
export class MemberDatabase {
  readonly #byPersonalId = new Map<string, RegisteredMember>();
  #revision = 0;

  constructor(members: readonly Registered[] = []) {
    for (const member of members) this.record(member);
  }

  /** Reads a JSON array of members. No file: nobody is known; a broken file is an error that names the row. */
  static fromFile(path: string | undefined): MemberDatabase {
    if (!path || !existsSync(path)) return new MemberDatabase();
    const rows = z.array(registeredShape).safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (!rows.success)
      throw new Error(`The registry file ${path} is not usable: ${z.prettifyError(rows.error)}`);
    return new MemberDatabase(rows.data);
  }

  /** Takes in a new member, or what has changed of a known one (by personal id). */
  record(member: Registered): RegisteredMember {
    const known = this.#byPersonalId.get(member.personalId);
    const id = known?.id ?? `DV-${String(this.#byPersonalId.size + 1).padStart(8, '0')}`;
    const kept = { ...member, id, revision: ++this.#revision };
    this.#byPersonalId.set(member.personalId, kept);
    return kept;
  }

  find(personalId: string): RegisteredMember | undefined {
    return this.#byPersonalId.get(personalId);
  }

  search({ personalId, cardNumber, profileNumber }: z.infer<typeof searchShape>): RegisteredMember[] {
    const digits = cardNumber?.replace(/\D/g, '');
    return [...this.#byPersonalId.values()].filter(
      (member) =>
        (personalId && member.personalId === personalId) ||
        (digits && (member.cardNumber === digits || member.legacyCardNumber === digits)) ||
        (profileNumber && member.profileNumber === profileNumber),
    );
  }

  /** Who has changed after this revision, in that order: from 0 on it is everybody. */
  changesSince(revision: number, limit: number): RegisteredMember[] {
    return [...this.#byPersonalId.values()]
      .filter((member) => member.revision > revision)
      .sort((a, b) => a.revision - b.revision)
      .slice(0, limit);
  }
}
