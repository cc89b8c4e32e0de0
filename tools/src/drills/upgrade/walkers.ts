import { randomUUID } from 'node:crypto';
import type { Data, FrontEnd } from './requests.ts';

/** Somebody who changes something, one step after the other; each step is one request. */
export interface Walker {
  step(): Promise<void>;
}

/** What was confirmed to somebody, to be counted in the databases afterwards. */
export interface Confirmed {
  /** The last title that was confirmed, by unit. */
  titles: Map<string, string>;
  orders: string[];
}

interface Seat {
  frontEnd: FrontEnd;
  /** The access token of now. */
  token(): string;
}

const mutation = (field: string, selection: string) => {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  return `mutation Drill($input: ${type}!) { ${field}(input: $input) { ${selection} refusal { code message field } } }`;
};

const act = async (
  { frontEnd, token }: Seat,
  field: string,
  input: object,
  selection: string,
): Promise<Data | null> =>
  (
    await frontEnd.ask(field, token(), mutation(field, selection), {
      input: { idempotencyKey: randomUUID(), ...input },
    })
  )?.[field] ?? null;

/** Keeps an entry of the guide of a unit up to date. */
export function keeper(seat: Seat, unitId: string, confirmed: Confirmed): Walker {
  return {
    step: async () => {
      const title = `Diễn tập ${randomUUID()}`;
      const entry = { unitId, kind: 'FAQ', key: 'dien-tap', title, body: 'Nâng cấp', order: 1 };
      const done = await act(seat, 'setGuideEntry', entry, 'guide { title }');
      if (done) confirmed.titles.set(unitId, title);
    },
  };
}

/** Changes their mind about text messages. */
export function chooser(seat: Seat): Walker {
  let muted = false;
  return {
    step: async () => {
      muted = !muted;
      const wish = { kind: 'DUES_REMINDER', channel: 'SMS', muted };
      await act(seat, 'setNoticePreference', wish, 'preference { mutedChannels }');
    },
  };
}

const orderShape = 'order { id version status }';

/** Of one account fees takes a hundred orders a day: these last for seven minutes, then the bill is only read. */
const MOST_ORDERS = 95;
const ORDER_EVERY_MS = 4_500;
const billOf = '{ me { dues { outstanding bill { months total lines { month amount } } } } }';

/** Orders the payment of a month now and then, and cancels the order; reads the bill meanwhile. */
export function payer(seat: Seat, confirmed: Confirmed): Walker {
  let open: { id: string; version: number } | null = null;
  let orders = 0;
  let nextAt = 0;
  return {
    step: async () => {
      const mayOrder = orders < MOST_ORDERS && performance.now() >= nextAt;
      if (open === null && !mayOrder) {
        await seat.frontEnd.ask('bill', seat.token(), billOf);
        return;
      }
      if (open === null) {
        orders += 1;
        nextAt = performance.now() + ORDER_EVERY_MS;
        const done = await act(seat, 'payDues', { months: 1 }, orderShape);
        open = done?.order ?? null;
        if (open) confirmed.orders.push(open.id);
        return;
      }
      const { id: orderId, version: expectedVersion } = open;
      const done = await act(seat, 'cancelDuesOrder', { orderId, expectedVersion }, orderShape);
      if (done) open = null;
    },
  };
}

/** Works on the draft of a transfer. */
export function drafter(seat: Seat): Walker {
  let version: number | null = null;
  return {
    step: async () => {
      const draft = {
        expectedVersion: version,
        destinationText: 'Chi bộ khác',
        reason: 'CHANGE_WORKPLACE',
        decisionNumber: `${1 + Math.floor(Math.random() * 999)}-QĐ/ĐU`,
      };
      const done = await act(seat, 'saveOfficialTransferDraft', draft, 'transfer { version }');
      version = done?.transfer.version ?? version;
    },
  };
}

/** Begins a list of members to be commented on, and throws it away. */
export function lister(seat: Seat, unitId: string): Walker {
  let list: { id: string; version: number } | null = null;
  return {
    step: async () => {
      if (list === null) {
        const begun = { unitId, year: 2026, purpose: 'OTHER', purposeNote: 'Diễn tập' };
        const done = await act(seat, 'createCommentList', begun, 'commentList { id version }');
        list = done?.commentList ?? null;
        return;
      }
      const { id: listId, version: expectedVersion } = list;
      const done = await act(seat, 'discardCommentList', { listId, expectedVersion }, 'commentList { id }');
      if (done) list = null;
    },
  };
}
