/** What lies between a tablet and head office: everything that login pages, proxies, bad deploys and bad lines do. */
export const WEATHERS = [
  'clear',
  'flaky',
  'offline',
  'losesReplies',
  'hangs',
  'slow',
  'portalPage',
  'empty204',
  'redirect',
  'truncates',
  'foreignServer',
  'replays',
  'bare401',
  'bare403',
  'status400',
  'status413',
  'status422',
  'status408',
  'status425',
  'status429',
  'status500',
  'status503',
  'smallBodies',
] as const;
export type Weather = (typeof WEATHERS)[number];

export interface Blocked {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const HTML = { 'content-type': 'text/html' };
const PAGE = '<h1>Welcome to the hotel</h1>';
const TOMORROW = { ...HTML, 'retry-after': '86400' };

/** What answers in head office's place; weathers that let requests through are not in it. */
export const BLOCKED: Partial<Record<Weather, Blocked>> = {
  portalPage: { status: 200, headers: HTML, body: PAGE },
  empty204: { status: 204, headers: {}, body: '' },
  redirect: { status: 302, headers: { ...HTML, location: '/login' }, body: '' },
  bare401: { status: 401, headers: {}, body: '' },
  bare403: {
    status: 403,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify({ type: 'about:blank', status: 403, code: 'till-unknown', title: 'go away' }),
  },
  status400: { status: 400, headers: HTML, body: PAGE },
  status413: { status: 413, headers: HTML, body: PAGE },
  status422: { status: 422, headers: HTML, body: PAGE },
  status408: { status: 408, headers: HTML, body: '' },
  status425: { status: 425, headers: HTML, body: '' },
  status429: { status: 429, headers: TOMORROW, body: '' },
  status500: { status: 500, headers: HTML, body: PAGE },
  status503: { status: 503, headers: TOMORROW, body: '' },
};
