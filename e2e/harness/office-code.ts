// A code for a till, as a manager makes one in the office, without the office's screens.
import * as z from 'zod';
import { PEOPLE_PREFIX } from '../../src/protocol/till-messages.ts';

const codeSchema = z.object({ code: z.string() });

export async function codeFromOffice(
  origin: string,
  account: { readonly email: string; readonly password: string },
  till: string,
): Promise<string> {
  const signedIn = await post(`${origin}${PEOPLE_PREFIX}/sign-in`, account, '');
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const answer = await post(`${origin}${PEOPLE_PREFIX}/tills/${till}/code`, {}, cookie);
  return codeSchema.parse(await answer.json()).code;
}

async function post(url: string, body: unknown, cookie: string): Promise<Response> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${String(answer.status)}: ${await answer.text()}`);
  return answer;
}
