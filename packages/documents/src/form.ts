import type { Form, FormInfo } from './form-page.ts';

/**
 * Makes a form as PDF (A4, Be Vietnam Pro embedded, text selectable): `write` puts it down from the top. The same content and
 * `madeAt` give the same bytes, so that a form is made anew on demand instead of being kept.
 * What writes PDF (and opens three fonts) is read with the first form: five services load without it, and most of their processes make none.
 */
export async function makeForm(info: FormInfo, write: (form: Form) => void): Promise<Buffer> {
  const { writeForm } = await import('./form-page.ts');
  return writeForm(info, write);
}
