/** An entry as it is handed in; what is not said is null. */
export type GuideDraft = {
  key: string;
  title: string;
  body: string | null;
  role: string | null;
  phone: string | null;
  email: string | null;
  link: string | null;
  order: number;
};

const tests: { [Field in keyof GuideDraft]: (value: NonNullable<GuideDraft[Field]>) => boolean } = {
  key: (key) => key.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(key),
  title: (title) => title !== '' && title.length <= 200,
  body: (body) => body.length <= 8_000,
  role: (role) => role.length <= 200,
  phone: (phone) => /^[+\d][\d ().-]{2,29}$/.test(phone),
  email: (email) => email.length <= 200 && /^[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}$/i.test(email),
  // a portal makes links of these: nothing that runs, and no address that only looks like a path
  link: (link) => link.length <= 500 && /^(https:\/\/|\/(?![/\\]))[^\s\\"'<>]*$/.test(link),
  order: (order) => Number.isInteger(order) && order >= 0 && order <= 999,
};

/** The first field at fault; null when the entry can be written. */
export function faultyField(draft: GuideDraft): keyof GuideDraft | null {
  const isFaulty = <Field extends keyof GuideDraft>(field: Field): boolean => {
    const value = draft[field];
    return value !== null && !tests[field](value as NonNullable<GuideDraft[Field]>);
  };
  return (Object.keys(tests) as (keyof GuideDraft)[]).find(isFaulty) ?? null;
}

/** What was typed, tidied: NFC, no spaces around it, nothing as null. */
export const typed = (text: string | null | undefined): string | null =>
  text?.normalize('NFC').trim() || null;
