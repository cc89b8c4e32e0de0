import { secretaryOf } from '../demo/officers.ts';
import { findPersona } from '../demo/personas.ts';
import { unitByCode } from '../demo/province.ts';
import { newMember, unitIds } from './new-member.ts';
import type { Person, Stage } from './stage.ts';
import { demand } from './surprise.ts';

/** The personas who act for a unit in these plays; for the others their secretary does. */
const acting: Record<string, string> = { '05': 'org-board', '05.200': 'ward' };
const residence = '05.201.021.000.021';

/** Who acts for each unit, signed in when first asked for, in that office. */
export class Desks {
  readonly #stage: Stage;
  readonly #people = new Map<string, Promise<Person>>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Whoever acts for the unit with this code. */
  of(code: string): Promise<Person> {
    const person = this.#people.get(code) ?? this.#signIn(code);
    this.#people.set(code, person);
    return person;
  }

  async #signIn(code: string): Promise<Person> {
    const persona = findPersona(acting[code] ?? '');
    const { title, holder } = secretaryOf(code);
    const label = `${persona?.actsIn?.title ?? title} ${unitByCode(code).shortName}`;
    const person = await this.#stage.signIn(label, persona?.persona ?? holder.personalId);
    const [unitId = ''] = await unitIds(person, [code]);
    await person.takeUp(unitId);
    return person;
  }

  /** The id of a unit, as everybody may read it. */
  async idOf(code: string): Promise<string> {
    const [id = ''] = await unitIds(await this.of('05.200.044.000.001'), [code]);
    return id;
  }

  /** Somebody new in the branch with this code, whose dues begin as said. */
  async newMemberOf(code: string, dues?: Parameters<typeof newMember>[4]): Promise<Person> {
    return newMember(
      this.#stage,
      await this.of(code),
      await this.idOf(code),
      await this.idOf(residence),
      dues,
    );
  }
}

const seen = `transfer { id number version status flags subject { fullName } waitingFor { code name }
  letter { id number type boxes { index status } } }`;

/** A dossier as the last act on it left it. */
export interface TransferSeen {
  id: string;
  number: string;
  version: number;
  status: string;
  flags: string[];
  subject: { fullName: string };
  waitingFor: { code: string; name: string } | null;
  letter: { id: string; number: number; type: string; boxes: { index: number; status: string }[] } | null;
}

/** A dossier in play: each act goes on from what the one before left. */
export class Dossier {
  readonly #stage: Stage;
  #now: TransferSeen;

  private constructor(stage: Stage, now: TransferSeen) {
    this.#stage = stage;
    this.#now = now;
  }

  /** A dossier that this mutation opens. */
  static async open(
    stage: Stage,
    person: Person,
    what: string,
    field: string,
    input: Record<string, unknown>,
  ): Promise<Dossier> {
    const { transfer } = await person.act(what, field, input, seen);
    stage.tell(`   → hồ sơ ${transfer.number}, ${transfer.status}`);
    return new Dossier(stage, transfer);
  }

  /** A dossier that was opened in another way, as this person reads it. */
  static async found(stage: Stage, person: Person, id: string): Promise<Dossier> {
    const { transfer } = await person.ask(
      `query Dossier($id: UUID!) { ${seen.replace('transfer', 'transfer(id: $id)')} }`,
      { id },
    );
    demand(transfer, `the dossier ${id} is not there for ${person.label}`);
    return new Dossier(stage, transfer);
  }

  get now(): TransferSeen {
    return this.#now;
  }

  /** What an act on the dossier as it is now names. */
  about(): { transferId: string; expectedVersion: number } {
    return { transferId: this.#now.id, expectedVersion: this.#now.version };
  }

  /** Does one act on the dossier. */
  async act(person: Person, what: string, field: string, more: Record<string, unknown> = {}): Promise<void> {
    const { transfer } = await person.act(what, field, { ...this.about(), ...more }, seen);
    this.#now = transfer;
    const next = transfer.waitingFor ? `, chờ ${transfer.waitingFor.name}` : '';
    this.#stage.tell(`   → ${transfer.status}${next}`);
  }

  /** An act that must be refused. */
  refused(person: Person, what: string, field: string, more: Record<string, unknown>, code: string) {
    return person.actRefused(what, field, { ...this.about(), ...more }, code);
  }

  /** Ends the scenario unless the dossier stands there. */
  mustBe(status: string): void {
    demand(this.#now.status === status, `${this.#now.number} should be ${status}, it is ${this.#now.status}`);
  }

  /** Boxes that are not crossed out, by their numbers. */
  usedBoxes(): number[] {
    const boxes = this.#now.letter?.boxes ?? [];
    return boxes.filter(({ status }) => status !== 'CROSSED_OUT').map(({ index }) => index);
  }

  /** The box whose turn it is. */
  nextBox(): number {
    const next = this.#now.letter?.boxes.find(({ status }) => status === 'NEXT' || status === 'RETURNED');
    demand(next !== undefined, `${this.#now.number} waits for no box`);
    return next.index;
  }

  /** Waits until this act would be allowed, or refused with `code`: what another service decides arrives a moment later. */
  async untilAllowed(
    person: Person,
    action: string,
    what: string,
    code: string | null = null,
  ): Promise<void> {
    await this.#stage.until(
      what,
      () =>
        person.ask(
          'query Ready($id: UUID!) { transfer(id: $id) { availableActions { action allowed code } } }',
          { id: this.#now.id },
        ),
      ({ transfer }) =>
        transfer.availableActions.some(
          (one: { action: string; code: string | null }) => one.action === action && one.code === code,
        ),
    );
  }

  /** Everybody whose box is next signs it, until the letter has come to this box or has left the side that signs. */
  async signOnward(desks: Desks, upTo = Number.POSITIVE_INFINITY): Promise<void> {
    const states = ['IN_ORIGIN_CHAIN', 'SENT', 'IN_DEST_CHAIN', 'RETURNING'];
    while (states.includes(this.#now.status) && this.#now.waitingFor && this.nextBox() < upTo) {
      const box = this.nextBox();
      const signer = await desks.of(this.#now.waitingFor.code);
      const isReview = box === 3 && this.#now.letter?.type !== 'EIGHT_BOX';
      const comment = isReview ? { comment: 'Nhất trí với bản tự kiểm điểm.' } : {};
      await this.act(signer, `ký ô ${box}`, 'signLetterBox', comment);
    }
  }
}
