/** Prints the receipt on the screen, on a roll of 80 mm, in a page that is exactly as long as the receipt. */

const ROLL_WIDTH_MM = 80;
const MARGIN_MM = 3;
/** CSS has 96 pixels to an inch, whatever the screen. */
const MM_PER_PIXEL = 25.4 / 96;

export function printReceipt(): void {
  const receipt = document.querySelector('.receipt');
  if (receipt === null) return;
  const page = new CSSStyleSheet();
  page.replaceSync(`@page { size: ${ROLL_WIDTH_MM}mm ${pageLengthMm(receipt)}mm; margin: ${MARGIN_MM}mm; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
  window.print();
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== page);
}

/** Measured in the very style it is printed in. */
function pageLengthMm(receipt: Element): number {
  receipt.classList.add('receipt-on-paper');
  const { height } = receipt.getBoundingClientRect();
  receipt.classList.remove('receipt-on-paper');
  return Math.ceil(height * MM_PER_PIXEL) + 2 * MARGIN_MM + 1;
}
