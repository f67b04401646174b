/** Who works in the demo shop, with the PINs and the office sign-in printed at the first start. */

interface Person {
  readonly id: string;
  readonly name: string;
  /** CSS hex colour of the round with the initials on the lock screen. */
  readonly colour: string;
  /** Clerks have 4 digits; those who approve have 6. */
  readonly pin: string;
}

export type DemoPerson =
  | (Person & { readonly role: 'clerk' | 'supervisor' })
  | (Person & { readonly role: 'manager'; readonly office: OfficeSignIn });

export interface OfficeSignIn {
  readonly email: string;
  readonly password: string;
}

export const demoStaff: readonly DemoPerson[] = [
  { id: 's-amara', name: 'Amara', colour: '#d9c6a5', role: 'clerk', pin: '4826' },
  { id: 's-bo', name: 'Bo', colour: '#b9cfc0', role: 'clerk', pin: '7193' },
  { id: 's-isla', name: 'Isla', colour: '#e0bcb4', role: 'clerk', pin: '6048' },
  { id: 's-kenji', name: 'Kenji', colour: '#bfd3e6', role: 'supervisor', pin: '582947' },
  {
    id: 's-daniel',
    name: 'Daniel',
    colour: '#c9c3dd',
    role: 'manager',
    pin: '730416',
    office: { email: 'daniel@hollowandhart.example', password: 'copper-kettle-on-the-hob' },
  },
];
