// A film of one barcode, as a camera would see it: EAN-13 drawn by its own table, black on white, uncompressed.
const WIDTH = 640;
const HEIGHT = 480;
const FRAMES = 4;
const MODULE = 4;
const LEFT = [
  '0001101',
  '0011001',
  '0010011',
  '0111101',
  '0100011',
  '0110001',
  '0101111',
  '0111011',
  '0110111',
  '0001011',
];
/** Which of the left digits are drawn mirrored and inverted, by the first digit. */
const PARITY = [
  '000000',
  '001011',
  '001101',
  '001110',
  '010011',
  '011001',
  '011100',
  '010101',
  '010110',
  '011010',
];

export function barcodeFilm(ean13: string): Buffer {
  const bars = barsOf(ean13);
  const start = Math.floor((WIDTH - bars.length * MODULE) / 2);
  const row = Buffer.from(
    Array.from({ length: WIDTH }, (_, x) => (bars[Math.floor((x - start) / MODULE)] === '1' ? 16 : 235)),
  );
  const blank = Buffer.alloc(WIDTH, 235);
  const rows = Array.from({ length: HEIGHT }, (_, y) => (y > 140 && y < 340 ? row : blank));
  const grey = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), ...rows, grey]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  return Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]);
}

function barsOf(ean13: string): string {
  const [first = 0, ...digits] = Array.from(ean13, Number);
  const left = digits.slice(0, 6).map((digit, at) => {
    const odd = LEFT[digit] ?? '';
    return PARITY[first]?.[at] === '1' ? Array.from(inverted(odd)).reverse().join('') : odd;
  });
  const right = digits.slice(6).map((digit) => inverted(LEFT[digit] ?? ''));
  return ['101', ...left, '01010', ...right, '101'].join('');
}

function inverted(bars: string): string {
  return Array.from(bars, (bar) => (bar === '1' ? '0' : '1')).join('');
}
