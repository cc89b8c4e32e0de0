import type { MikroORM } from '@mikro-orm/postgresql';

/** What some work answered, and how many statements it took. */
export async function countStatements<T>(
  orm: MikroORM,
  work: () => Promise<T>,
): Promise<{ answer: T; statements: number }> {
  const connection = orm.em.getConnection() as unknown as { execute(...args: unknown[]): Promise<unknown> };
  const execute = connection.execute.bind(connection);
  let statements = 0;
  connection.execute = (...args) => {
    statements += 1;
    return execute(...args);
  };
  try {
    return { answer: await work(), statements };
  } finally {
    connection.execute = execute;
  }
}
