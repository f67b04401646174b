/** Prints the paper on the screen, on the till's roll, in a page that is exactly as long as it. */
import { rollWidth } from './roll-width.ts';

const MARGIN_MM = 3;
/** CSS has 96 pixels to an inch, whatever the screen. */
const MM_PER_PIXEL = 25.4 / 96;

export function printReceipt(): void {
  // What was opened last lies on top.
  const paper = Array.from(document.querySelectorAll('.receipt:not(.print-sheet *)')).at(-1);
  if (paper === undefined) return;
  tidyUp();
  const sheet = layOut(paper);
  const page = new CSSStyleSheet();
  page.replaceSync(`@page { size: ${rollWidth()}mm ${pageLengthMm(sheet)}mm; margin: ${MARGIN_MM}mm; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
  // Where the dialog does not hold the page up, it still needs the sheet.
  addEventListener(
    'afterprint',
    () => {
      tidyUp();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== page);
    },
    { once: true },
  );
  window.print();
}

/** A copy of its own, so that nothing around the paper has to know how to leave the page. */
function layOut(paper: Element): Element {
  const sheet = document.createElement('div');
  sheet.className = 'print-sheet';
  sheet.dataset['roll'] = String(rollWidth());
  sheet.ariaHidden = 'true';
  sheet.append(paper.cloneNode(true));
  document.body.append(sheet);
  return sheet;
}

function tidyUp(): void {
  document.querySelector('.print-sheet')?.remove();
}

/** Measured in the very style it is printed in. */
function pageLengthMm(sheet: Element): number {
  const { height } = sheet.getBoundingClientRect();
  return Math.ceil(height * MM_PER_PIXEL) + 2 * MARGIN_MM + 1;
}
