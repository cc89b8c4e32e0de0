import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { type Finding, findingsOf, type Patient } from './finding.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS = { trouble: 14, notice: 45 };
const ANSWER_MS = 4_000;

/** What is to be said of a certificate that ends then; null: nothing. */
export function sayOfEnd(of: string, what: string, ends: Date, now = new Date()): Finding | null {
  const { notice, trouble } = findingsOf(of);
  const days = Math.floor((ends.getTime() - now.getTime()) / DAY_MS);
  if (days < 0) return trouble(`${what} ended on ${ends.toISOString().slice(0, 10)}`);
  const says = `${what} ends in ${days} days, on ${ends.toISOString().slice(0, 10)}`;
  if (days < DAYS.trouble) return trouble(says);
  return days < DAYS.notice ? notice(says) : null;
}

/** Every certificate of a text in PEM, or of that in base64. */
function certificatesIn(text: string): X509Certificate[] {
  const pem = text.includes('-----BEGIN') ? text : Buffer.from(text, 'base64').toString('utf8');
  return (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map(
    (each) => new X509Certificate(each),
  );
}

/** When the certificate of a TLS server ends; null when it does not say, which others complain about. */
const endOfServer = (url: URL): Promise<Date | null> =>
  new Promise((resolve) => {
    const socket = connect({
      host: url.hostname,
      port: Number(url.port || 443),
      ...(isIP(url.hostname) === 0 && { servername: url.hostname }),
      rejectUnauthorized: false,
      timeout: ANSWER_MS,
    });
    const end = (date: Date | null) => {
      socket.destroy();
      resolve(date);
    };
    socket.once('secureConnect', () => end(new Date(socket.getPeerCertificate().valid_to)));
    socket.once('error', () => end(null));
    socket.once('timeout', () => end(null));
  });

/** The addresses with TLS that a service is told. */
const tlsAddresses = ({ definition, source }: Patient): [string, URL][] =>
  Object.keys({ ...definition.environment, DOORS_URL: null }).flatMap((name): [string, URL][] => {
    const value = source[name];
    return value?.startsWith('https:') && URL.canParse(value) ? [[name, new URL(value)]] : [];
  });

/** What will end some day: issuers of signatures, authorities of the database's TLS, servers spoken to, signing certificates of officers. */
export async function examineCertificates(patient: Patient): Promise<Finding[]> {
  const { name, source, databaseUrl, client } = patient;
  const { fine, notice } = findingsOf(name);
  const found: (Finding | null)[] = [];
  let looked = 0;
  const say = (what: string, ends: Date): void => {
    looked += 1;
    found.push(sayOfEnd(name, what, ends));
  };
  const definesRoots = 'SIGNING_ROOTS' in (patient.definition.environment ?? {});
  for (const root of definesRoots ? certificatesIn(source.SIGNING_ROOTS ?? '') : [])
    say(`the issuer of signatures "${root.subject.replaceAll('\n', ', ')}"`, root.validToDate);
  const authority = new URL(databaseUrl).searchParams.get('sslrootcert');
  if (authority && existsSync(authority))
    for (const each of certificatesIn(readFileSync(authority, 'utf8')))
      say('the authority of the database', each.validToDate);
  for (const [variable, url] of tlsAddresses(patient)) {
    const ends = await endOfServer(url);
    if (ends) say(`the certificate at ${variable}`, ends);
    else found.push(notice(`${variable}: nobody answers at ${url.host}`));
  }
  if (name === 'identity') {
    const { rows } = await client.query<{ soon: number }>(
      `select count(*)::int as soon from signing_certificate
       where status = 'ACTIVE' and valid_to between now() and now() + interval '30 days'`,
    );
    if (rows[0]?.soon)
      found.push(notice(`${rows[0].soon} signing certificates of officers end within 30 days`));
  }
  const said = found.filter((each) => each !== null);
  return said.length > 0 ? said : [fine(`${looked} certificates are good for more than ${DAYS.notice} days`)];
}
