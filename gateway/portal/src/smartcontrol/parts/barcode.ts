/** The browser's own reader of bar codes, where it has one (Chrome on Android, for example); TypeScript does not know it yet. */
interface BarcodeReader {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type BarcodeReaderClass = new (options: { formats: Format[] }) => BarcodeReader;
type Format = (typeof FORMATS)[number];

const FORMATS = ['code_39', 'code_128', 'qr_code', 'data_matrix'] as const;

export const canScan = () => navigator.mediaDevices !== undefined;

/** The browser's own reader needs less of the battery; the other one works wherever there is a camera. */
export async function newReader(): Promise<BarcodeReader> {
  const Own = (globalThis as { BarcodeDetector?: BarcodeReaderClass }).BarcodeDetector;
  return new (Own ?? (await readerForAll()))({ formats: [...FORMATS] });
}

/** Comes with the app, so that it is there without reception. */
async function readerForAll(): Promise<BarcodeReaderClass> {
  const [{ BarcodeDetector, prepareZXingModule }, { default: program }] = await Promise.all([
    import('barcode-detector/ponyfill'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ]);
  prepareZXingModule({ overrides: { locateFile: () => program } });
  return BarcodeDetector;
}
