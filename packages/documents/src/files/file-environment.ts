import type { DoorsEnvironment } from '@dang/service/doors/door-environment';
import type { ServiceEnvironment } from '@dang/service/environment';
import { z } from 'zod';

/** The variables of a service that keeps files; it has side doors too (`doorVariables`). */
export const fileVariables = {
  /**
   * `file:///folder`, or `s3://bucket/prefix?endpoint=https://…&region=…`. Services and provinces may name the same place:
   * each keeps to a part of its own in it.
   */
  STORAGE_URL: z.url({ protocol: /^(file|s3)$/ }),
  STORAGE_ACCESS_KEY: z.string().default(''),
  STORAGE_SECRET_KEY: z.string().default(''),
} satisfies z.ZodRawShape;

/** What a service that keeps files is told at start. */
export type FileEnvironment = DoorsEnvironment & z.infer<z.ZodObject<typeof fileVariables>>;

/** The environment of a service with files (`fileVariables`). */
export const fileEnvironment = (environment: ServiceEnvironment): FileEnvironment =>
  environment as FileEnvironment;
