/** What every part of the till may ask for: the ports, the words, and the shop it stands in. */
import { createContext, useContext } from 'react';
import type { readRoster } from '../local-db/roster.ts';
import type { ShopFormat } from './shop-format.ts';
import type { TillPorts } from './till-ports.ts';
import { en, type TillWords } from './words/en.ts';

export type Roster = NonNullable<Awaited<ReturnType<typeof readRoster>>>['roster'];
export type Person = Roster['staff'][number];

export const WordsContext = createContext<TillWords>(en);
export const PortsContext = createContext<TillPorts | null>(null);
export const ShopContext = createContext<Shop | null>(null);

export interface Shop {
  readonly roster: Roster;
  readonly format: ShopFormat;
}

/** Who is signed in; null while nobody is. */
export const SignedInContext = createContext<Person | null>(null);

export function useWords(): TillWords {
  return useContext(WordsContext);
}

export function usePorts(): TillPorts {
  return found(useContext(PortsContext), 'ports');
}

export function useShop(): Shop {
  return found(useContext(ShopContext), 'shop');
}

export function useFormat(): ShopFormat {
  return useShop().format;
}

export function personNamed(roster: Roster, staff: string): string {
  return roster.staff.find((person) => person.id === staff)?.name ?? staff;
}

function found<Value>(value: Value | null, what: string): Value {
  if (value === null) throw new TypeError(`a part of the till is drawn outside its ${what}`);
  return value;
}
