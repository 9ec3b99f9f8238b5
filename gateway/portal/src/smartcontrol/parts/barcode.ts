/** The browser's own reader of bar codes, where it has one (Chrome on Android, for example); TypeScript does not know it yet. */
interface BarcodeReader {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type BarcodeReaderClass = new (options: { formats: string[] }) => BarcodeReader;

const FORMATS = ['code_39', 'code_128', 'qr_code', 'data_matrix'];

const readerClass = () => (globalThis as { BarcodeDetector?: BarcodeReaderClass }).BarcodeDetector;

export const canScan = () => readerClass() !== undefined && navigator.mediaDevices !== undefined;

export const newReader = () => new (readerClass()!)({ formats: FORMATS });
