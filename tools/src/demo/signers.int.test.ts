import { testSigning } from '@dang/documents/signing/testing-signing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoSigners, issueDemoCertificates } from './signers.ts';

let signing: Awaited<ReturnType<typeof testSigning>>;
beforeAll(async () => {
  signing = await testSigning();
});
afterAll(() => signing.close());

const said: string[] = [];
const issue = (SIGNING_URL: string, SANDBOX_URL: string) =>
  issueDemoCertificates({ SIGNING_URL, SANDBOX_URL }, (sentence) => said.push(sentence));

test('the stand-in gives every signer a certificate in their name, the same one again', async () => {
  const url = signing.environment.SIGNING_URL;
  const sandbox = url.replace('/signing', '');
  const certificates = await issue(url, sandbox);
  expect(
    certificates.map(({ memberId, holderName, reference }) => [memberId, holderName, reference]),
  ).toEqual(demoSigners.map(({ memberId, name, reference }) => [memberId, name, reference]));
  expect(await issue(url, sandbox)).toEqual(certificates);
});

test('where another service signs, nobody is asked and nobody has any', async () => {
  expect(await issue('https://ky-so.example.vn/v1', 'http://127.0.0.1:9')).toEqual([]);
  expect(said).toEqual([]);
});

test('where no stand-in answers, the province is loaded without certificates, and says so', async () => {
  expect(await issue('http://127.0.0.1:9/signing', 'http://127.0.0.1:9')).toEqual([]);
  expect(said).toHaveLength(1);
});
