import { type Refusal, refuse } from '@dang/service/refusal';
import { tidyText } from '@dang/vietnam/text';
import type { CommentSheetContentInput } from '../generated/graph.ts';
import { columnOf, criterionFields } from './sheet.criteria.ts';
import type { SheetContent } from './sheet.rules.ts';

const COMMENT_LIMIT = 5_000;

/** What a sheet says after somebody has filled in a part of it, and the columns that this changes. */
interface FilledIn {
  readonly content: SheetContent;
  readonly set: Readonly<Record<string, unknown>>;
}

/**
 * Lays what was filled in over what a sheet says: what is left out stays, null empties. Refuses `INVALID_INPUT` for another comment of
 * more than 5,000 characters, and for a meeting after today (`YYYY-MM-DD`).
 */
export function fillIn(
  sheet: SheetContent,
  given: CommentSheetContentInput,
  today: string,
): FilledIn | Refusal {
  const set: Record<string, unknown> = {};
  const content: Record<string, unknown> = { otherComment: sheet.otherComment };
  for (const field of criterionFields) {
    const choice = given[field];
    content[field] = choice === undefined ? sheet[field] : choice;
    if (choice !== undefined) set[columnOf[field]] = choice;
  }
  if (given.otherComment !== undefined) {
    const comment = tidyComment(given.otherComment);
    if ((comment?.length ?? 0) > COMMENT_LIMIT) return refuse('INVALID_INPUT', { field: 'otherComment' });
    content.otherComment = comment;
    set.other_comment = comment;
  }
  if (given.meetingOn !== undefined) {
    if (given.meetingOn !== null && given.meetingOn > today)
      return refuse('INVALID_INPUT', { field: 'meetingOn' });
    set.meeting_on = given.meetingOn;
  }
  if (given.frontCommitteeMet !== undefined && given.frontCommitteeMet !== null)
    set.front_committee_met = given.frontCommitteeMet;
  return { content: content as unknown as SheetContent, set };
}

/** Line by line tidied: people write several paragraphs. */
function tidyComment(text: string | null): string | null {
  const lines = (text ?? '').split('\n').map(tidyText);
  return (
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim() || null
  );
}
