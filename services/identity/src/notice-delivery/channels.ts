import type { RunningService } from '@dang/service/definition';
import type { IdentityEnvironment } from '../environment.ts';
import type { ChannelName } from '../notice/preference.rows.ts';
import type { NoticeChannel } from './channel.port.ts';
import { consoleChannel } from './console.channel.ts';
import { emailChannel } from './email.channel.ts';
import { gatewayChannel } from './gateway.channel.ts';

type Configuration = Pick<
  IdentityEnvironment,
  | 'NODE_ENV'
  | 'NOTICE_EMAIL_URL'
  | 'NOTICE_EMAIL_FROM'
  | 'NOTICE_EMAIL_CA'
  | 'NOTICE_SMS_URL'
  | 'NOTICE_SMS_SECRET'
  | 'NOTICE_PUSH_URL'
  | 'NOTICE_PUSH_SECRET'
>;

function gatewayOf(channel: 'SMS' | 'PUSH', environment: Configuration): NoticeChannel | null {
  const url = environment[`NOTICE_${channel}_URL`];
  const secret = environment[`NOTICE_${channel}_SECRET`];
  return url && secret ? gatewayChannel(channel, url, secret) : null;
}

/** A server of this very machine, which nobody overhears. */
const isOwn = (url: string): boolean => ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(url).hostname);

/** The ways out of the system as configured; where nothing is, the log. */
export function makeChannels(
  environment: Configuration,
  log: RunningService['log'],
): Record<ChannelName, NoticeChannel> {
  const { NOTICE_EMAIL_URL: url, NOTICE_EMAIL_FROM: from, NOTICE_EMAIL_CA: ca, NODE_ENV } = environment;
  const needsTls = url !== undefined && (NODE_ENV === 'production' || ca !== undefined || !isOwn(url));
  return {
    EMAIL: url ? emailChannel({ url, from, needsTls, ca }) : consoleChannel('EMAIL', log),
    SMS: gatewayOf('SMS', environment) ?? consoleChannel('SMS', log),
    PUSH: gatewayOf('PUSH', environment) ?? consoleChannel('PUSH', log),
  };
}
