/** Says once, when an outage is over and everything has arrived, how many sales that were. */

export interface SentNews {
  /** The most that waited since sending went down; null while it works. */
  readonly waited: number | null;
  /** To be said now. */
  readonly sent: number | null;
}

export const NO_NEWS: SentNews = { waited: null, sent: null };

export type SentEvent =
  { readonly is: 'seen'; readonly isDown: boolean; readonly waiting: number } | { readonly is: 'said' };

export function sentStep(news: SentNews, event: SentEvent): SentNews {
  if (event.is === 'said') return { ...news, sent: null };
  if (event.isDown) return { waited: Math.max(news.waited ?? 0, event.waiting), sent: null };
  if (news.waited === null) return news;
  if (event.waiting > 0) return { ...news, waited: Math.max(news.waited, event.waiting) };
  return { waited: null, sent: news.waited === 0 ? null : news.waited };
}
