import type { GraphContext } from '@dang/service/context';
import { doorsEnvironment } from '@dang/service/doors/door-environment';
import { signUrl } from '@dang/service/doors/signed-url';
import { memberSeesSheet } from '../sheet/sheet.environment.ts';

/** How long a link to a table or an archive is good. */
const LINK_MS = 15 * 60_000;

/** The public address of a table or an archive for whoever may have it; it is good for 15 minutes. */
export const linkTo = ({ environment }: GraphContext, path: string): string =>
  signUrl(doorsEnvironment(environment), path, { expiresAt: new Date(Date.now() + LINK_MS) });

/** In the place of a member in an address: nobody's sheet is left out. */
export const nobody = 'nobody';

/** Whose sheet the reader may not have, though they may have the others: their own, where members do not see theirs. */
export const withoutSheetOf = ({ environment, actor }: GraphContext): string =>
  memberSeesSheet(environment) ? nobody : (actor?.memberId ?? nobody);
