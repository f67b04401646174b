/** What the status pill says, and in which colour: calm while selling is safe, red only when a person must act. */
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/tone.ts';
import type { LinkStatus } from '../till-ports.ts';
import type { TillWords } from '../words/en.ts';

export interface StatusView {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly pill: string;
  /** A sentence beside the pill where there is room; null when there is nothing to say. */
  readonly sentence: string | null;
}

export interface StatusFacts {
  readonly link: LinkStatus;
  /** Sales that head office has not proved to hold. */
  readonly waitingSales: number;
  /** How many sales the end of an outage has just brought in; null when that was said already. */
  readonly justSent: number | null;
  /** Writes the end of the lease: Sat 14:00. */
  readonly weekdayTime: (at: number) => string;
}

export function statusView(facts: StatusFacts, words: TillWords['status']): StatusView {
  const { link } = facts;
  if (link.trouble !== null) {
    return {
      tone: 'person',
      icon: 'warning',
      pill: words.needsManager,
      sentence: words.trouble[link.trouble.is],
    };
  }
  const usual = usualView(facts, words);
  if (link.lease.is === 'over') return { ...usual, tone: 'mind', icon: 'clock', sentence: words.leaseOver };
  if (link.lease.is === 'endsSoon') {
    const pill = words.connectBy(facts.weekdayTime(link.lease.until));
    return { ...usual, tone: 'mind', icon: 'clock', pill };
  }
  return usual;
}

function usualView({ link, waitingSales, justSent }: StatusFacts, words: TillWords['status']): StatusView {
  if (link.sending.is === 'down') {
    const pill = waitingSales === 0 ? words.savedNone : words.saved(waitingSales);
    return { tone: 'here', icon: 'tablet', pill, sentence: words.unreachable };
  }
  const sentence = link.signIn.is === 'down' ? words.signInDown : null;
  const tone = sentence === null ? 'neutral' : 'here';
  if (waitingSales > 0) return { tone, icon: 'refresh', pill: words.sending(waitingSales), sentence };
  const pill = justSent === null ? words.upToDate : words.sent(justSent);
  return { tone, icon: 'check', pill, sentence };
}
