import type { z } from 'zod';

/**
 * What another system has answered: its data, or what is wrong with them in words that repeat none of them (an error of the parser would, and end
 * up in a log). `about` is what the answer, where it repeats it at all, must repeat of the question, so that no other's is taken for it.
 */
export function readAnswer<T>(
  text: string,
  shape: z.ZodType<T>,
  about: object = {},
): { data: T; fault?: never } | { fault: string; data?: never } {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { fault: 'its answer is not JSON' };
  }
  const read = shape.safeParse(given);
  if (!read.success) {
    const faults = read.error.issues.slice(0, 3).map(({ path, code }) => `${path.join('.')} ${code}`);
    return { fault: `its answer is not as agreed: ${faults.join(', ')}` };
  }
  const repeated = given as Record<string, unknown>;
  const isAbout = Object.entries(about).every(
    ([name, value]) => repeated[name] === undefined || repeated[name] === value,
  );
  return isAbout ? { data: read.data } : { fault: 'its answer is about something else' };
}
