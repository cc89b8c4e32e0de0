const quickIndexes = (service: string, indexes: readonly string[], reason: string) =>
  Object.fromEntries(
    indexes.map((index) => [`${service}: index ${index} is built while writes wait`, reason]),
  );

/**
 * Breaks between the last release and what lies here that are right all the same, word for word as the checks tell them, and
 * why: what nobody of the older version uses any more (it was left in a release before: expand, then contract), or what cannot
 * hurt where it is done. One that no check tells any more is refused: the list empties with every release.
 */
export const allowedBreaks: Readonly<Record<string, string>> = {
  'evaluation: index comment_item_ended on comment_item is built while writes wait':
    'A province asks for some hundred thousand comments a year: built in less than a second, and only from closed items.',
  ...quickIndexes(
    'evaluation',
    [
      'comment_sheet_of_replaces on comment_sheet',
      'comment_sheet_of_scan on comment_sheet',
      'comment_sheet_of_signature on comment_sheet',
      'comment_list_of_approval_signature on comment_list',
      'comment_list_of_send_signature on comment_list',
      'document_signature_of_previous on document_signature',
      'residence_contact_of_item on residence_contact',
      'self_report_of_file on self_report',
      'year_end_comment_of_sheet on year_end_comment',
    ],
    'Some hundred thousand rows a year, most of them without a value here: less than a second each.',
  ),
  ...quickIndexes(
    'fees',
    ['provider_message_received on provider_message'],
    'Six million rows a year in the largest province: a few seconds, in which messages of platforms wait and are told again.',
  ),
};
