import { defineWorkflow, type StateOf } from '@dang/workflow/workflow';

/**
 * A call for support (domain 10.4). `ASKER` is who opened it, applicants included; `AGENT` whoever handles tickets where the
 * ticket lies, never the asker; `READER` handles tickets where it came from, and sees what became of it after it went up.
 */
export const ticketWorkflow = defineWorkflow({
  name: 'SUPPORT_TICKET',
  initial: 'OPEN',
  states: {
    OPEN: { label: 'Chờ tiếp nhận' },
    ASSIGNED: { label: 'Đang xử lý' },
    ANSWERED: { label: 'Đã trả lời' },
    CLOSED: { label: 'Đã đóng' },
  },
  transitions: [
    {
      action: 'TAKE',
      label: 'Nhận xử lý',
      from: ['OPEN', 'ASSIGNED', 'ANSWERED'],
      to: ['ASSIGNED'],
      by: ['AGENT'],
    },
    {
      action: 'ANSWER',
      label: 'Trả lời',
      from: ['OPEN', 'ASSIGNED', 'ANSWERED'],
      to: ['ANSWERED'],
      by: ['AGENT'],
      reasonRequired: true,
    },
    {
      action: 'ESCALATE',
      label: 'Chuyển cấp trên',
      from: ['OPEN', 'ASSIGNED', 'ANSWERED'],
      to: ['OPEN'],
      by: ['AGENT'],
      reasonRequired: true,
      guards: ['superiorExists'],
    },
    {
      action: 'REPLY',
      label: 'Bổ sung thông tin',
      from: ['OPEN', 'ANSWERED'],
      to: ['OPEN'],
      by: ['ASKER'],
      reasonRequired: true,
    },
    {
      action: 'REPLY',
      label: 'Bổ sung thông tin',
      from: ['ASSIGNED'],
      to: ['ASSIGNED'],
      by: ['ASKER'],
      reasonRequired: true,
    },
    {
      action: 'CLOSE',
      label: 'Đóng yêu cầu',
      from: ['OPEN', 'ASSIGNED', 'ANSWERED'],
      to: ['CLOSED'],
      by: ['ASKER', 'AGENT'],
    },
    {
      action: 'REOPEN',
      label: 'Mở lại',
      from: ['CLOSED'],
      to: ['OPEN'],
      by: ['ASKER'],
      reasonRequired: true,
      guards: ['reopenable'],
    },
  ],
});

export type TicketWorkflow = typeof ticketWorkflow;
export type TicketState = StateOf<TicketWorkflow>;
