import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

type Entry = { payload: AdapterPayload; expiresAt: number };

/** Entries kept at most: the oldest go first, long after their ten minutes are over. */
const entryLimit = 20_000;

/**
 * Keeps the running sign-ins of one stand-in in memory. Nothing outlives the process: a sign-in takes seconds, and
 * whoever is in the middle of one when the stand-in stops begins again.
 */
export function makeShortLivedStore(): AdapterFactory {
  const entries = new Map<string, Entry>();

  const findEntry = (key: string): Entry | undefined => {
    const entry = entries.get(key);
    if (entry && entry.expiresAt > Date.now()) return entry;
    entries.delete(key);
    return undefined;
  };
  const findWhere = (
    model: string,
    matches: (payload: AdapterPayload) => boolean,
  ): AdapterPayload | undefined => {
    for (const [key, { payload }] of entries) {
      if (key.startsWith(`${model}:`) && matches(payload)) return findEntry(key)?.payload;
    }
    return undefined;
  };

  return (model): Adapter => ({
    async upsert(id, payload, expiresIn) {
      if (entries.size >= entryLimit) entries.delete(entries.keys().next().value ?? '');
      entries.set(`${model}:${id}`, { payload, expiresAt: Date.now() + (expiresIn ?? 3600) * 1000 });
    },
    find: async (id) => findEntry(`${model}:${id}`)?.payload,
    findByUid: async (uid) => findWhere(model, (payload) => payload.uid === uid),
    findByUserCode: async (userCode) => findWhere(model, (payload) => payload.userCode === userCode),
    async consume(id) {
      const entry = findEntry(`${model}:${id}`);
      if (entry) entry.payload = { ...entry.payload, consumed: Math.floor(Date.now() / 1000) };
    },
    async destroy(id) {
      entries.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
    },
  });
}
