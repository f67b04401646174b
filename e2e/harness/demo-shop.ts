// The demo business as its server prints it at the start: the code for a tablet, and who may sign in how.
import type { EvertillServer } from './evertill-server.ts';

export const AMARA = { name: 'Amara', pin: '4826' };
export const BO = { name: 'Bo', pin: '7193' };
export const ISLA = { name: 'Isla', pin: '6048' };
export const KENJI = { name: 'Kenji', pin: '582947' };
export const OFFICE = { email: 'daniel@hollowandhart.example', password: 'copper-kettle-on-the-hob' };

export function printedCode(server: EvertillServer): string {
  const found = /Enrolment code for a till\s+([0-9A-Z]{8})\b/.exec(server.output());
  if (found?.[1] === undefined) throw new Error(`no enrolment code was printed\n${server.output()}`);
  return found[1];
}
