import type { Asked } from './residence-comment.cast.ts';
import type { Person, Stage } from './stage.ts';
import { demand } from './surprise.ts';

const seen = 'id version status';
const outcome = `items { id item { ${seen} } refusal { code field message } }`;

/** An item as the last act on it left it. */
export interface ItemSeen {
  id: string;
  version: number;
  status: string;
}

/** The dossiers of the play by the id of their member, and the acts on several of them. */
export class Dossiers {
  readonly #stage: Stage;
  readonly #byMember: Map<string, ItemSeen>;

  constructor(stage: Stage, items: readonly (ItemSeen & { member: { id: string } })[]) {
    this.#stage = stage;
    this.#byMember = new Map(items.map(({ member, ...item }) => [member.id, item]));
  }

  of({ id, name }: Asked): ItemSeen {
    const item = this.#byMember.get(id);
    demand(item !== undefined, `${name} is on no list`);
    return item;
  }

  now(member: Asked): { itemId: string; expectedVersion: number } {
    const { id, version } = this.of(member);
    return { itemId: id, expectedVersion: version };
  }

  #keep(item: ItemSeen): void {
    for (const [memberId, { id }] of this.#byMember) if (id === item.id) this.#byMember.set(memberId, item);
  }

  /** One act on one dossier. */
  async act(
    person: Person,
    what: string,
    field: string,
    member: Asked,
    more: object = {},
  ): Promise<ItemSeen> {
    const { item } = await person.act(
      `${what} (${member.name})`,
      field,
      { ...this.now(member), ...more },
      `item { ${seen} }`,
    );
    this.#keep(item);
    return item;
  }

  /** Reads a dossier anew, after somebody acted on it by other ways. */
  async read(person: Person, member: Asked): Promise<ItemSeen> {
    const { commentItem } = await person.ask(`query Item($id: UUID!) { commentItem(id: $id) { ${seen} } }`, {
      id: this.of(member).id,
    });
    demand(commentItem, `the dossier of ${member.name} is not there for ${person.label}`);
    this.#keep(commentItem);
    return commentItem;
  }

  /** One act on many; every one must be done. */
  async actOnMany(person: Person, what: string, field: string, input: object): Promise<ItemSeen[]> {
    const { items } = await person.act(what, field, input as Record<string, unknown>, outcome);
    for (const { item, refusal } of items) {
      demand(item, `${field} was refused: ${refusal?.code} ${refusal?.field ?? ''} (${refusal?.message})`);
      this.#keep(item);
    }
    return items.map(({ item }: { item: ItemSeen }) => item);
  }

  /** One act on one of many that must be refused for it. */
  async refused(person: Person, what: string, field: string, input: object, code: string): Promise<void> {
    const { items } = await person.act(what, field, input as Record<string, unknown>, outcome);
    for (const { refusal } of items)
      demand(
        refusal?.code === code,
        `${field} should have been refused with ${code}, not ${refusal?.code ?? 'done'}`,
      );
    this.#stage.tell(`   → từ chối ${code} “${items[0].refusal.message}”`);
  }
}

/** A sheet of somebody who does well, without criterion 4 when it is to be incomplete. */
export const good = (member: { itemId: string; expectedVersion: number }, more: object = {}) => ({
  ...member,
  content: {
    exemplaryConduct: 'EXEMPLARY_GOOD',
    civicDuty: 'MODEL',
    meetingAttendance: 'FULL',
    contactKeeping: 'REGULAR_ACTIVE',
    mobilisation: 'VERY_ACTIVE',
    proposal: 'NO_PROPOSAL',
    meetingOn: '2026-07-05',
    frontCommitteeMet: true,
    ...more,
  },
});
