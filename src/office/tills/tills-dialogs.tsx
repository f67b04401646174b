/** What is open over a list of tills. */
import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../ask/me-query.ts';
import { useShop } from '../shop-context.ts';
import { AddTillSheet } from './add-till-sheet.tsx';
import { CodeSheet } from './code-sheet.tsx';
import { DrawerSheet } from './drawer-sheet.tsx';
import { ImportSheet } from './import-sheet.tsx';
import { MoveSheet } from './move-sheet.tsx';
import { ReplaceSheet } from './replace-sheet.tsx';
import { RevocationSheet } from './revocation-sheet.tsx';
import { SparesSheet } from './spares-sheet.tsx';
import { TillDrawerSheet } from './till-drawer-sheet.tsx';
import { TillSheet } from './till-sheet.tsx';
import type { Tills } from './use-tills.ts';
import './tills.css';

export function TillsDialogs({ tills }: { readonly tills: Tills }) {
  const { dialog } = tills;
  const { shop } = useShop();
  const others = useQuery(meQuery).data?.shops.filter(({ id }) => id !== shop.id) ?? [];
  switch (dialog.is) {
    case 'none':
      return null;
    case 'adding':
      return <AddTillSheet tills={tills} />;
    case 'code':
      return (
        <CodeSheet
          key={dialog.code.code}
          code={dialog.code}
          receivedAt={dialog.receivedAt}
          till={tills.tills.data?.tills.find(({ till }) => till === dialog.code.till) ?? null}
          send={tills.send}
          isWorking={tills.isWorking}
        />
      );
    case 'till':
      return <TillSheet tills={tills} till={dialog.till} canMove={others.length > 0} />;
    case 'replacing':
      return <ReplaceSheet tills={tills} till={dialog.till} />;
    case 'moving':
      return <MoveSheet tills={tills} till={dialog.till} shops={others} />;
    case 'spares':
      return (
        <SparesSheet
          tills={tills}
          spares={dialog.spares}
          hasOlder={tills.tills.data?.tills.some(({ isSpare }) => isSpare) ?? false}
        />
      );
    case 'drawer':
      return <DrawerSheet tills={tills} drawer={dialog.drawer} />;
    case 'tillDrawer':
      return <TillDrawerSheet tills={tills} till={dialog.till} drawers={tills.tills.data?.drawers ?? []} />;
    case 'importing':
      return <ImportSheet onClose={() => tills.send({ do: 'close' })} />;
    case 'revoking':
    case 'unrevoking':
      return <RevocationSheet tills={tills} till={dialog.till} revokes={dialog.is === 'revoking'} />;
  }
}
