import { createHash, randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { mintShape, type Person, personShape } from './person.ts';

const familyNames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ'];
const middleNames = ['Văn', 'Thị', 'Đức', 'Minh', 'Thu', 'Quang', 'Hồng', 'Thanh'];
const givenNames = [
  'An',
  'Bình',
  'Châu',
  'Dũng',
  'Giang',
  'Hà',
  'Khánh',
  'Linh',
  'Nam',
  'Oanh',
  'Phúc',
  'Sơn',
];

const pick = (list: readonly string[]): string => list[randomInt(list.length)] as string;

const madeUpAddress = 'Phường Việt Hưng, Thành phố Hà Nội';

/** The citizens of one running stand-in, kept in memory: minted people are gone when it stops. */
export class People {
  readonly #byPersonalId = new Map<string, Person>();
  readonly #bySubject = new Map<string, Person>();
  readonly #byPersona = new Map<string, Person>();

  constructor(people: readonly Person[] = []) {
    for (const person of people) this.add(person);
  }

  /** Reads a JSON array of people. No file means that nobody is known; a broken file is an error that names the row. */
  static fromFile(path: string | undefined): People {
    if (!path || !existsSync(path)) return new People();
    const rows = z.array(personShape).safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (!rows.success)
      throw new Error(`The people file ${path} is not usable: ${z.prettifyError(rows.error)}`);
    return new People(rows.data);
  }

  add(person: Person): Person {
    this.#byPersonalId.set(person.personalId, person);
    this.#bySubject.set(subjectOf(person), person);
    if (person.persona) this.#byPersona.set(person.persona, person);
    return person;
  }

  /** Makes a new citizen; what the input leaves out is made up. Refuses a personal id outside 099 or one that is taken. */
  mint(input: unknown): { person: Person } | { error: string } {
    const wanted = mintShape.safeParse(input ?? {});
    if (!wanted.success) return { error: z.prettifyError(wanted.error) };
    const { personalId, persona } = wanted.data;
    if (personalId && this.#byPersonalId.has(personalId))
      return { error: 'This personal id is already in use' };
    if (persona && this.#byPersona.has(persona)) return { error: 'This persona is already in use' };
    const person = personShape.parse({
      ...wanted.data,
      personalId: personalId ?? this.#freePersonalId(),
      fullName: wanted.data.fullName ?? `${pick(familyNames)} ${pick(middleNames)} ${pick(givenNames)}`,
      dateOfBirth:
        wanted.data.dateOfBirth ?? `${randomInt(1960, 2003)}-0${randomInt(1, 10)}-${randomInt(10, 28)}`,
      // the shape's own "nobody knows" is for people of a file; who is made up lives somewhere
      permanentAddress: (input as Partial<Person> | null)?.permanentAddress ?? madeUpAddress,
    });
    return { person: this.add(person) };
  }

  findByPersonalId(personalId: string): Person | undefined {
    return this.#byPersonalId.get(personalId);
  }

  findBySubject(subject: string): Person | undefined {
    return this.#bySubject.get(subject);
  }

  /** Finds by persona name or by personal id, whichever the text is. */
  find(personalIdOrPersona: string): Person | undefined {
    return this.#byPersonalId.get(personalIdOrPersona) ?? this.#byPersona.get(personalIdOrPersona);
  }

  personas(): Person[] {
    return [...this.#byPersona.values()];
  }

  #freePersonalId(): string {
    for (;;) {
      const personalId = `099${String(randomInt(1_000_000_000)).padStart(9, '0')}`;
      if (!this.#byPersonalId.has(personalId)) return personalId;
    }
  }
}

/** The opaque subject of a person in ID tokens: stable, and not the personal id. */
export function subjectOf(person: Person): string {
  return createHash('sha256').update(`vneid-stand-in:${person.personalId}`).digest('base64url').slice(0, 22);
}
