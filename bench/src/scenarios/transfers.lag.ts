import { openLook } from './event-lag.look.ts';

/** How long the tree took to know of every completed transfer. */
export type LagWatch = {
  /** Milliseconds from the COMMIT of each completion to the commit of its membership, of those since the last call. */
  take(): number[];
  stop(): Promise<void>;
};

const CHANNEL = 'bench_lag';

/** Both triggers speak when their transaction ends: the first with the time at which its COMMIT begins, the second by being heard. */
const completing = `create function bench_completing() returns trigger language plpgsql as $$
  begin
    perform pg_notify('${CHANNEL}', new.id || ' ' || extract(epoch from clock_timestamp()) * 1000);
    return null;
  end $$;
  create constraint trigger bench_completing after update on transfer_dossier deferrable initially deferred for each row
    when (new.status = 'COMPLETED' and old.status <> 'COMPLETED') execute function bench_completing()`;
const moved = `create function bench_moved() returns trigger language plpgsql as $$
  begin
    perform pg_notify('${CHANNEL}', new.cause_id::text);
    return null;
  end $$;
  create trigger bench_moved after insert on membership for each row
    when (new.cause = 'TRANSFER') execute function bench_moved()`;

/** Listens at both ends, each telling by a trigger of its own, so that nobody has to ask again and again beside the load. */
export async function watchLag(databases: Readonly<Record<string, string>>): Promise<LagWatch> {
  const committedAt = new Map<string, number>();
  const movedAt = new Map<string, number>();
  let lags: number[] = [];
  const pair = (id: string): void => {
    const [from, to] = [committedAt.get(id), movedAt.get(id)];
    if (from === undefined || to === undefined) return;
    lags.push(to - from);
    committedAt.delete(id);
    movedAt.delete(id);
  };
  const transfers = await openLook(databases.transfers ?? '');
  const orgtree = await openLook(databases.orgtree ?? '');
  transfers.on('notification', ({ payload = '' }) => {
    const [id = '', at] = payload.split(' ');
    committedAt.set(id, Number(at));
    pair(id);
  });
  orgtree.on('notification', ({ payload = '' }) => {
    movedAt.set(payload, Date.now());
    pair(payload);
  });
  await transfers.query(completing);
  await orgtree.query(moved);
  await Promise.all([transfers, orgtree].map((client) => client.query(`listen ${CHANNEL}`)));
  return {
    take: () => {
      const taken = lags;
      lags = [];
      return taken;
    },
    stop: async () => {
      await Promise.all([transfers.end(), orgtree.end()]);
    },
  };
}
