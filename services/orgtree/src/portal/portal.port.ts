import { z } from 'zod';

/**
 * The states of a dossier as the national public-service portal lists them for the exchange of dossiers. Its own numbers: they travel.
 * Source: written down from memory, and found the same, number by number and word by word, in public front ends of provincial one-stop
 * systems (`TRANGTHAIHOSO`); the portal's own specification is not public. Another list is a change of this table.
 */
export const portalStates = {
  REGISTERED: { number: 1, name: 'Mới đăng ký' },
  ACCEPTED: { number: 2, name: 'Được tiếp nhận' },
  NOT_ACCEPTED: { number: 3, name: 'Không được tiếp nhận' },
  PROCESSING: { number: 4, name: 'Đang xử lý' },
  SUPPLEMENT_REQUESTED: { number: 5, name: 'Yêu cầu bổ sung giấy tờ' },
  PAYMENT_REQUESTED: { number: 6, name: 'Yêu cầu thực hiện nghĩa vụ tài chính' },
  WITHDRAWN: { number: 7, name: 'Công dân yêu cầu rút hồ sơ' },
  STOPPED: { number: 8, name: 'Dừng xử lý' },
  PROCESSED: { number: 9, name: 'Đã xử lý xong' },
  RESULT_GIVEN: { number: 10, name: 'Đã trả kết quả' },
} as const;
export type PortalState = keyof typeof portalStates;

/**
 * What the portal is told of a dossier: where it stands and who has it, and nothing of whose it is. `sequence` rises with every change of
 * a dossier: what comes with a lower one than is known is old, and dropped there.
 */
export type PortalDossier = {
  number: string;
  sequence: number;
  /** The published code of the procedure (mã thủ tục): `2.002768`. */
  procedureCode: string;
  agencyCode: string;
  agencyName: string;
  state: PortalState;
  channel: string;
  receivedOn: string;
  dueOn: string | null;
  finishedOn: string | null;
};

/** What the portal answers: it has taken the state, had it already, or knows a newer one. */
export const portalAnswerShape = z.object({ result: z.enum(['TAKEN', 'KNOWN', 'OLDER']) });
export type PortalAnswer = z.infer<typeof portalAnswerShape>['result'];

/**
 * The national portal, as far as the state of dossiers goes. Idempotent by number and sequence. @throws OutsideRefused when it will never
 * take this, OutsideUnavailable when it may later.
 */
export type Portal = { tell(dossier: PortalDossier): Promise<PortalAnswer> };
