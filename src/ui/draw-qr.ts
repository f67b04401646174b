/** Draws a QR code as one path of squares, with the quiet zone scanners need. A file of its own, so that it is loaded when a code is shown. */
import qrcode from 'qrcode-generator';

export interface QrDrawing {
  /** Modules from edge to edge, quiet zone included. */
  readonly side: number;
  readonly path: string;
}

/** Four modules, as ISO/IEC 18004 asks. */
const QUIET_ZONE = 4;

export function drawQr(text: string): QrDrawing {
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
