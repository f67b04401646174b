// What browsers have and the compiler's library does not name: the barcode reader, the lamp, and a file's address.
interface DetectedBarcode {
  readonly rawValue: string;
}

declare class BarcodeDetector {
  static getSupportedFormats(): Promise<string[]>;
  constructor(options: { formats: string[] });
  detect(source: HTMLVideoElement): Promise<DetectedBarcode[]>;
}

interface MediaTrackConstraintSet {
  torch?: boolean;
}

interface MediaTrackCapabilities {
  torch?: boolean;
}

declare module '*.wasm?url' {
  const address: string;
  export { address as default };
}
