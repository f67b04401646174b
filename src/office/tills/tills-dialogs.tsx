/** What is open over a list of tills. */
import { AddTillSheet } from './add-till-sheet.tsx';
import { CodeSheet } from './code-sheet.tsx';
import { DrawerSheet } from './drawer-sheet.tsx';
import { ImportSheet } from './import-sheet.tsx';
import { RevocationSheet } from './revocation-sheet.tsx';
import { TillDrawerSheet } from './till-drawer-sheet.tsx';
import type { Tills } from './use-tills.ts';
import './tills.css';

export function TillsDialogs({ tills }: { readonly tills: Tills }) {
  const { dialog } = tills;
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
