import { z } from 'zod';
import { isPlainText } from '../plain-text.ts';

/**
 * Words of another system, as they can be kept and shown: control characters and halves of characters are replaced, what is longer than
 * `most` characters is cut. A clumsy note of theirs must hold up nothing of ours.
 */
export const outsideText = (most: number) =>
  z.string().transform((text) =>
    text
      .toWellFormed()
      .replaceAll(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, most)
      .toWellFormed(),
  );

/** A name by which another system knows something: 1 to `most` characters that the database can hold, and never changed here. */
export const outsideName = (most: number) =>
  z.string().min(1).max(most).refine(isPlainText, 'holds a character that cannot be stored');
