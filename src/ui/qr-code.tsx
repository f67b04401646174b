/** A QR code as one vector path, dark on white in either theme, with the quiet zone scanners need. */
import { useMemo } from 'react';
import qrcode from 'qrcode-generator';
import { classNames } from './class-names.ts';
import './qr-code.css';

export interface QrCodeProps {
  readonly text: string;
  /** What it is for, read aloud. */
  readonly label: string;
  /** In pixels, with the quiet zone; 144 unless told. */
  readonly size?: number | undefined;
  readonly className?: string | undefined;
}

export function QrCode({ text, label, size = 144, className }: QrCodeProps) {
  const drawing = useMemo(() => drawQr(text), [text]);
  return (
    <svg
      className={classNames('qr-code', className)}
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${drawing.side} ${drawing.side}`}
      shapeRendering="crispEdges"
    >
      <rect width={drawing.side} height={drawing.side} fill="#fff" />
      <path d={drawing.path} fill="#000" />
    </svg>
  );
}

/** Four modules, as ISO/IEC 18004 asks. */
const QUIET_ZONE = 4;

function drawQr(text: string): { readonly side: number; readonly path: string } {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const places = Array.from({ length: count }, (_, place) => place);
  const path = places
    .flatMap((row) =>
      places.filter((column) => code.isDark(row, column)).map((column) => squareAt(row, column)),
    )
    .join('');
  return { side: count + 2 * QUIET_ZONE, path };
}

function squareAt(row: number, column: number): string {
  return `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`;
}
