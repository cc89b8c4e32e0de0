import { expect, test } from '@jest/globals';
import { patiently, Unanswered } from './patience.ts';

test('what was not answered is sent again until it is, and the transcript says so once', async () => {
  const told: string[] = [];
  let tries = 0;
  const answer = await patiently(
    (line) => told.push(line),
    async () => {
      tries += 1;
      if (tries < 3) throw new Unanswered('SUBGRAPH_UNAVAILABLE');
      return 'COMPLETED';
    },
  );
  expect(answer).toBe('COMPLETED');
  expect(told).toEqual([
    '   … chưa có trả lời (SUBGRAPH_UNAVAILABLE); gửi lại đúng yêu cầu ấy',
    expect.stringContaining('lần gửi thứ 3'),
  ]);
});

test('an answer that is a failure is not asked for again', async () => {
  let tries = 0;
  const asked = patiently(
    () => {},
    async () => {
      tries += 1;
      throw new Error('FORBIDDEN');
    },
  );
  await expect(asked).rejects.toThrow('FORBIDDEN');
  expect(tries).toBe(1);
});

test('patience ends', async () => {
  const asked = patiently(
    () => {},
    async () => {
      throw new Unanswered('HTTP 503');
    },
    10,
  );
  await expect(asked).rejects.toThrow('HTTP 503');
});
