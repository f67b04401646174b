/** Reads barcodes from a video: by the browser where it can, else by a decoder of our own address, which works offline too. */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import decoder from 'zxing-wasm/reader/zxing_reader.wasm?url';

export type ReadCode = (video: HTMLVideoElement) => Promise<string | null>;

const NATIVE_FORMATS = ['ean_13', 'ean_8', 'upc_a', 'upc_e', 'code_128', 'itf', 'qr_code', 'data_matrix'];
/** Carriers whose data are GS1 elements: their name goes before the text, as scanners put it. */
const GS1_CARRIER = /^\](C1|e[0-3]|d2|Q3|J1)$/;
/** Wider pictures take longer and read no better. */
const WIDTH_MAX = 960;

export async function openBarcodeReader(): Promise<ReadCode> {
  return (await nativeReader()) ?? ownReader();
}

async function nativeReader(): Promise<ReadCode | null> {
  if (!('BarcodeDetector' in globalThis)) return null;
  const supported = await BarcodeDetector.getSupportedFormats().catch((): string[] => []);
  // Desktop browsers often have the name and read nothing.
  if (!supported.includes('ean_13')) return null;
  const detector = new BarcodeDetector({
    formats: NATIVE_FORMATS.filter((format) => supported.includes(format)),
  });
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
}

function ownReader(): ReadCode {
  prepareZXingModule({ overrides: { locateFile: () => decoder } });
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    if (context === null || video.videoWidth === 0) return null;
    const scale = Math.min(1, WIDTH_MAX / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const picture = context.getImageData(0, 0, canvas.width, canvas.height);
    const [read] = await readBarcodes(picture, { maxNumberOfSymbols: 1, textMode: 'Plain' });
    if (read?.isValid !== true) return null;
    return GS1_CARRIER.test(read.symbologyIdentifier) ? read.symbologyIdentifier + read.text : read.text;
  };
}
