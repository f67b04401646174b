/** Names of this till's drawer and of the tills at it, as one reads them. */
import { useLanguage } from '../language/language-context.ts';
import { useShop } from '../till-context.ts';
import { useShiftWords } from './shift-words.ts';

/** A till that is no longer at the drawer is called another one. */
export function useTillNames(): (tills: readonly string[]) => string {
  const { roster } = useShop();
  const { another } = useShiftWords().drawer;
  const list = new Intl.ListFormat(useLanguage());
  const known = roster.drawer?.tills ?? [];
  return (tills) => list.format(tills.map((till) => known.find((one) => one.till === till)?.name ?? another));
}

/** A drawer this till was moved from is just one. */
export function useDrawerName(): (drawer: string) => string {
  const { roster } = useShop();
  const { name } = useShiftWords().drawer;
  return (drawer) => (roster.drawer?.id === drawer ? roster.drawer.name : name);
}
