/** Takes out of a line of the log what is of a person or opens something: addresses, passwords in URLs, cookies and other secrets. */

const HIDDEN = [
  // user:password@ of a database's address, before it can be taken for an e-mail.
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1[hidden]@'],
  [/\bBearer\s+\S+/gi, 'Bearer [hidden]'],
  [/[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/g, '[e-mail]'],
  [
    /(\b(?:password|pin|token|secret|code|cookie|authorization)\b["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,;)}]+)/gi,
    '$1[hidden]',
  ],
  // A key, a signature, a cookie: no word and no path is so long without a mark.
  [/[A-Za-z0-9_-]{40,}/g, '[hidden]'],
] as const;

export function withoutPersonalData(text: string): string {
  return HIDDEN.reduce<string>((rest, [pattern, instead]) => rest.replace(pattern, instead), text);
}
