/** A QR code as one vector path, dark on white in either theme. Its place is kept while the drawing is loaded. */
import { useEffect, useState } from 'react';
import { classNames } from './class-names.ts';
import type { QrDrawing } from './draw-qr.ts';
import './qr-code.css';

export interface QrCodeProps {
  readonly text: string;
  /** What it is for, read aloud. */
  readonly label: string;
  /** In pixels, with the quiet zone; 144 unless told. */
  readonly size?: number | undefined;
  readonly className?: string | undefined;
}

const EMPTY: QrDrawing = { side: 1, path: '' };

export function QrCode({ text, label, size = 144, className }: QrCodeProps) {
  const { side, path } = useDrawing(text);
  return (
    <svg
      className={classNames('qr-code', className)}
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function useDrawing(text: string): QrDrawing {
  const [drawing, setDrawing] = useState(EMPTY);
  // The drawing code is a file of its own: selling does not wait for it.
  useEffect(() => {
    let isWanted = true;
    import('./draw-qr.ts').then(
      ({ drawQr }) => {
        if (isWanted) setDrawing(drawQr(text));
      },
      // Without the file a receipt still has its number in figures.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [text]);
  return drawing;
}
