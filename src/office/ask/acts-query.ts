/** Who changed what, the latest first? */
import { actsPageSchema, type ActKind, type ActRow, type ActsPage } from '../../protocol/act-messages.ts';
import { askPeople } from './ask-people.ts';
import { pagesQuery } from './pages.ts';

export interface ActsWanted {
  /** Null for everybody. */
  readonly person: string | null;
  /** Null for everything. */
  readonly kind: ActKind | null;
}

export function actsQuery({ person, kind }: ActsWanted) {
  return pagesQuery({ path: '/acts', query: { person, kind }, answer: actsPageSchema });
}

/** To its end, for a file. @throws OfficeTrouble */
export async function allActs({ person, kind }: ActsWanted): Promise<ActRow[]> {
  const rows: ActRow[] = [];
  for (let after: string | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
    const query = { person, kind, after };
    const page: ActsPage = await askPeople({ path: '/acts', query, answer: actsPageSchema });
    rows.push(...page.rows);
    after = page.after;
  }
  return rows;
}
