/** Says something in passing, with a chance to take it back: `const toast = useToast(); toast.show({ … })`. */
import { createContext, useContext } from 'react';

export interface ToastMessage {
  readonly words: string;
  /** Such as *Undo*; using it takes the message away. */
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
  /** 10 s with an action, 5 s without, unless told. */
  readonly lastsMs?: number | undefined;
}

export interface Toaster {
  /** The newest message takes the place of the one before. */
  readonly show: (message: ToastMessage) => void;
  readonly hide: () => void;
}

export const ToastContext = createContext<Toaster>({ show: () => undefined, hide: () => undefined });

export function useToast(): Toaster {
  return useContext(ToastContext);
}
