import { Client } from 'pg';

/** Opens a client on a database while `work` uses it. `name` is what the server shows of it. */
export async function withClient<Answer>(
  url: string,
  work: (client: Client) => Promise<Answer>,
  name?: string,
): Promise<Answer> {
  const client = new Client({ connectionString: url, ...(name && { application_name: name }) });
  // a server that goes away is told by the query that it breaks
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
