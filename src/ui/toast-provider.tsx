/** Shows the messages of `useToast` at the bottom edge. One at a time: a clerk reads one. */
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { ToastContext, type Toaster, type ToastMessage } from './toast-context.ts';
import { useUiLanguage } from './ui-language.ts';
import './toast.css';

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const toaster = useMemo<Toaster>(
    () => ({
      show: (message) => setShown((before) => ({ message, number: (before?.number ?? 0) + 1 })),
      hide: () => setShown(null),
    }),
    [],
  );
  return (
    <ToastContext value={toaster}>
      {children}
      <div className="toast-place" role="status">
        {shown !== null && <Toast key={shown.number} message={shown.message} onHide={toaster.hide} />}
      </div>
    </ToastContext>
  );
}

interface Shown {
  readonly message: ToastMessage;
  readonly number: number;
}

const LASTS_MS = 5_000;
/** Long enough to notice that a basket was emptied by mistake. */
const LASTS_WITH_ACTION_MS = 10_000;

function Toast({ message, onHide }: { readonly message: ToastMessage; readonly onHide: () => void }) {
  const { words } = useUiLanguage();
  const { action } = message;
  const lastsMs = message.lastsMs ?? (action === undefined ? LASTS_MS : LASTS_WITH_ACTION_MS);

  // A clock is a device: the message goes when its time is over.
  useEffect(() => {
    const timer = setTimeout(onHide, lastsMs);
    return () => {
      clearTimeout(timer);
    };
  }, [onHide, lastsMs]);

  return (
    <div className="toast">
      <span className="toast-words">{message.words}</span>
      {action !== undefined && (
        <Button
          variant="plain"
          icon="undo"
          onPress={() => {
            onHide();
            action.onPress();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label={words.dismiss} onPress={onHide} />
      <span className="toast-time" style={{ animationDuration: `${lastsMs}ms` }} />
    </div>
  );
}
