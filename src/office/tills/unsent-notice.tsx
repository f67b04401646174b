/** What a till held when it was last heard, where it held something. */
import type { TillRow } from '../../protocol/office-till-messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';

export function UnsentNotice({ till: { onTablet } }: { readonly till: TillRow }) {
  const { format } = useShop();
  if (onTablet.sales === 0) return null;
  return (
    <Notice tone="here">
      {officeWords.tills.revokeUnsent(format.count(onTablet.sales), format.money(onTablet.value))}
    </Notice>
  );
}
