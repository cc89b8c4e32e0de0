import type { Job } from '@dang/service/jobs';

const BATCH = 10_000;

/**
 * Forgets refresh tokens a week after they or their session came to an end: until then one that comes a second time is known
 * as such. A session in daily use leaves fifty a day.
 */
export const pruneRefreshTokens: Job = {
  name: 'prune-refresh-tokens',
  cron: '40 2 * * *',
  async run({ em }) {
    for (;;) {
      const gone = await em.execute(
        `delete from refresh_token where hash in (
           select token.hash from refresh_token token join session on session.id = token.session_id
           where token.expires_at < now() - interval '7 days' or session.ended_at < now() - interval '7 days'
           limit ${BATCH})
         returning 1`,
      );
      if (gone.length < BATCH) return;
    }
  },
};
