import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    accountId: p.uuid(),
    /** What the session acts in; null for the plain member. */
    positionId: p.uuid().nullable(),
    signedInAt: p.datetime().columnType('timestamptz'),
    /** When a gateway last heard from it. */
    lastSeenAt: p.datetime().columnType('timestamptz').nullable(),
    endedAt: p.datetime().columnType('timestamptz').nullable(),
    endReason: p.string().nullable(),
  },
});

/** One sign-in on one device, until it is ended. */
export class Session extends schema.class {}
schema.setClass(Session);
