import type { RunningService } from '@dang/service/definition';
import type { ChannelName } from '../notice/preference.rows.ts';
import type { NoticeChannel } from './channel.port.ts';

/** Where no provider is configured: the log says that a notice would have left, of which kind and for whose id. */
export const consoleChannel = (channel: ChannelName, log: RunningService['log']): NoticeChannel => ({
  name: 'console',
  async send({ kind, recipientId }) {
    log.info({ channel, kind, recipientId }, 'a notice would have been sent');
  },
});
