/** Words for a screen reader where the eye sees them in another way. */
import type { ReactNode } from 'react';
import './visually-hidden.css';

export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}
