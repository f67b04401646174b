/** A person signs in at the till: decided here, from the signed roster, without asking anybody. */
import type { RosterStaff } from '../protocol/roster.ts';
import { checkPin, type PinPorts, type PinRefusal } from './check-pin.ts';

export type SignInOutcome = { readonly is: 'signedIn' } | PinRefusal;

export async function signIn(ports: PinPorts, staff: RosterStaff, pin: string): Promise<SignInOutcome> {
  const checked = await checkPin(ports, staff, pin);
  if (checked.is !== 'right') return checked;
  await ports.record({ kind: 'signedIn', body: { staff: staff.id } }, staff.id);
  return { is: 'signedIn' };
}
