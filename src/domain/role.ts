/** What a person is in the shop, rising: each may do what the one before may. */
export type Role = 'clerk' | 'supervisor' | 'manager' | 'owner';
