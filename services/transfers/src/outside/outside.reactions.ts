import { LetterAnswered } from '@dang/events/contracts/transfers/letter-answered';
import { LetterSentOut } from '@dang/events/contracts/transfers/letter-sent-out';
import { defineReaction } from '@dang/events/reaction';
import { hearAnswer } from './hear-answer.ts';
import { receiveLetter } from './receive-letter.ts';

/** A letter of another province leads to a branch of ours. A letter for a stay goes on paper: whoever stays for a time is in no registry of ours. */
const receiveLetterFromOutside = defineReaction({
  name: 'receiveLetterFromOutside',
  event: LetterSentOut,
  async handle({ em, clock, province, log }, { data, province: from }) {
    if (from === province || data.destination.provinceCode !== province) return;
    if (data.kind === 'OFFICIAL') return receiveLetter(em, { clock, province }, data, from);
    log.warn(
      { transferId: data.transferId, from },
      'a letter for a stay came from another province: it goes on paper',
    );
  },
});

/** Another province answers a letter of ours. */
const hearOutsideAnswer = defineReaction({
  name: 'hearOutsideAnswer',
  event: LetterAnswered,
  async handle({ em, clock, province, log }, { data, province: from }) {
    if (from === province || data.toProvinceCode !== province) return;
    const outcome = await hearAnswer(em, { clock }, data, from);
    if (outcome === 'not ours')
      log.warn(
        { transferId: data.transferId, from },
        'an answer to a letter that did not go there was dropped',
      );
  },
});

/** Heard in what has arrived over the link, never in the province's own stream. */
export const outsideReactions = [receiveLetterFromOutside, hearOutsideAnswer];
