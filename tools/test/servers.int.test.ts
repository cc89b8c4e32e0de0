import { describe, expect, test } from '@jest/globals';
import pg from 'pg';

describe('the suite stands on real servers', () => {
  test('PostgreSQL 18 answers', async () => {
    const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
    await client.connect();
    const { rows } = await client.query('show server_version');
    await client.end();
    expect(rows[0].server_version).toMatch(/^18\./);
  });
});
