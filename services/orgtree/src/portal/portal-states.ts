import type { PortalState } from './portal.port.ts';

/** Null: the portal is not told, because there is nothing yet that a member has handed in. */
type States = Readonly<Record<string, PortalState | null>>;

const bothTransfers: States = {
  DRAFT: null,
  SUBMITTED: 'REGISTERED',
  SUPPLEMENT_REQUESTED: 'SUPPLEMENT_REQUESTED',
  REJECTED: 'NOT_ACCEPTED',
  IN_ORIGIN_CHAIN: 'PROCESSING',
  SENT: 'PROCESSING',
  SENT_OUT: 'PROCESSING',
  IN_DEST_CHAIN: 'PROCESSING',
  RETURNED_BY_DEST: 'PROCESSING',
  INCOMING_PAPER: 'ACCEPTED',
  AT_DEST_BRANCH: 'PROCESSING',
  COMPLETED: 'RESULT_GIVEN',
  CANCELLED: 'WITHDRAWN',
};

/**
 * Which state of ours is which of the portal's, by procedure. No document says so: it is our reading of the names of the ten states, to be
 * confirmed by who runs the portal, and `PORTAL_STATES` corrects it without a release. The workflows live in other services: a test compares
 * their tables with this one, so that a new state is not forgotten here.
 */
export const portalStateOf: Readonly<Record<string, States>> = {
  OFFICIAL_TRANSFER: { ...bothTransfers, ORIGIN_MET: 'ACCEPTED' },
  TEMPORARY_TRANSFER: {
    ...bothTransfers,
    ACTIVE_TEMPORARY: 'PROCESSED',
    EXTENSION_REQUESTED: 'PROCESSED',
    RETURNING: 'PROCESSED',
    BACK_AT_ORIGIN: 'PROCESSED',
    CONVERTED: 'RESULT_GIVEN',
  },
  RESIDENCE_COMMENT: {
    SENT: 'REGISTERED',
    AT_BRANCH: 'ACCEPTED',
    RETURNED: 'SUPPLEMENT_REQUESTED',
    INTRODUCED: 'RESULT_GIVEN',
    DRAFTING: 'PROCESSING',
    SUBMITTED: 'PROCESSING',
    APPROVED: 'PROCESSING',
    DELIVERED: 'PROCESSED',
    RECEIVED: 'RESULT_GIVEN',
    CANCELLED: 'STOPPED',
  },
  DUES_PAYMENT: {
    INITIATED: 'REGISTERED',
    PROCESSING: 'PAYMENT_REQUESTED',
    SUCCEEDED: 'RESULT_GIVEN',
    SUCCEEDED_DUPLICATE: 'RESULT_GIVEN',
    FAILED: 'STOPPED',
    EXPIRED: 'STOPPED',
    CANCELLED: 'WITHDRAWN',
    REFUNDED: 'STOPPED',
  },
};
