/** What a manager may do with the tablet as a till: take its journal away as a file, trust a head office with new keys, and sign the till out. */
import { useState } from 'react';
import { usePorts } from '../till-context.ts';
import { offerFile } from './offer-file.ts';

export type ThisTillStage =
  | { readonly is: 'resting' }
  | { readonly is: 'saving' }
  | { readonly is: 'saved'; readonly name: string }
  | { readonly is: 'cannotSave' }
  | { readonly is: 'asking' }
  | { readonly is: 'signingOut' }
  | { readonly is: 'askingCode' }
  | { readonly is: 'drilling' }
  | { readonly is: 'repinned' }
  /** Something had not arrived at head office when it came to it. */
  | { readonly is: 'refused' };

export interface ThisTill {
  readonly stage: ThisTillStage;
  readonly saveJournal: () => void;
  readonly askCode: () => void;
  readonly askDrill: () => void;
  readonly repinned: () => void;
  readonly ask: () => void;
  readonly stopAsking: () => void;
  readonly signOut: () => void;
}

export function useThisTill(): ThisTill {
  const { db, actingAs, signOut } = usePorts();
  const [stage, setStage] = useState<ThisTillStage>({ is: 'resting' });

  async function save(): Promise<ThisTillStage> {
    try {
      const { exportJournal } = await import('../../local-db/export-journal.ts');
      const file = await exportJournal(db, actingAs('till'));
      if (file === null) return { is: 'cannotSave' };
      offerFile(file.name, file.blob);
      return { is: 'saved', name: file.name };
    } catch {
      // Rescue reads what the app cannot; the words lead there.
      return { is: 'cannotSave' };
    }
  }

  return {
    stage,
    saveJournal: () => {
      setStage({ is: 'saving' });
      void save().then(setStage);
    },
    askDrill: () => setStage({ is: 'drilling' }),
    askCode: () => setStage({ is: 'askingCode' }),
    repinned: () => setStage({ is: 'repinned' }),
    ask: () => setStage({ is: 'asking' }),
    stopAsking: () => setStage({ is: 'resting' }),
    signOut: () => {
      setStage({ is: 'signingOut' });
      void signOut().then((done) => {
        // Signed out: the app starts anew and asks for a code.
        if (done === 'stillWaiting') setStage({ is: 'refused' });
      });
    },
  };
}
