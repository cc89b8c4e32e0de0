import type { ServiceEnvironment } from '@dang/service/environment';
import { z } from 'zod';

/** The variables of comment sheets. */
export const sheetVariables = {
  /** Whether a member reads the delivered sheet about themselves (domain 14, A18). */
  COMMENT_MEMBER_SEES_SHEET: z.stringbool().default(true),
};

/** Whether a member reads the delivered sheet about themselves. */
export const memberSeesSheet = (environment: ServiceEnvironment): boolean =>
  (environment as ServiceEnvironment & z.infer<z.ZodObject<typeof sheetVariables>>).COMMENT_MEMBER_SEES_SHEET;
