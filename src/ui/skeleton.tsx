/** Holds the place of something that is being read, in its final size, so nothing jumps when it comes. */
import { useUiLanguage } from './ui-language.ts';
import './skeleton.css';

export function Skeleton({ lines = 3, height = 22 }: { readonly lines?: number; readonly height?: number }) {
  const { words } = useUiLanguage();
  return (
    <div className="skeleton" role="status" aria-label={words.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} style={{ blockSize: `${height}px` }} />
      ))}
    </div>
  );
}
