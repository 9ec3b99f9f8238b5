/** How vehicles and telematics units are named, and how such a name is got from a label or from somebody's typing. */
const VIN = /^[A-HJ-NPR-Z0-9]{17}$/;
const UNIT = /^[0-9A-F]{16}$/;

export type Naming = 'vin' | 'unit';
export type Fault = 'letters' | 'length' | 'hex';
export const LENGTH: Record<Naming, number> = { vin: 17, unit: 16 };
/** So many characters at the end tell one vehicle or unit from another. */
export const TAIL: Record<Naming, number> = { vin: 6, unit: 4 };

/** What was typed, as it is written: capitals, without the spaces and hyphens that labels have. */
export const tidy = (text: string) => text.toUpperCase().replaceAll(/[\s.:-]/g, '');

/** What is not right yet; undefined if it is a valid name. */
export function faultOf(naming: Naming, name: string): Fault | undefined {
  if (naming === 'vin') {
    if (/[^A-HJ-NPR-Z0-9]/.test(name)) return 'letters';
    return VIN.test(name) ? undefined : 'length';
  }
  if (/[^0-9A-F]/.test(name)) return 'hex';
  return UNIT.test(name) ? undefined : 'length';
}

/** A label may say more than the name: a check letter before a VIN, an address around a unit's id. */
export function fromLabel(naming: Naming, label: string): string | undefined {
  const text = label.toUpperCase();
  const whole = tidy(text);
  if (faultOf(naming, whole) === undefined) return whole;
  if (naming === 'vin' && whole.length === 18 && faultOf('vin', whole.slice(1)) === undefined) return whole.slice(1);
  const word =
    naming === 'vin' ? /(?<![A-Z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Z0-9])/ : /(?<![A-Z0-9])[0-9A-F]{16}(?![A-Z0-9])/;
  return word.exec(text)?.[0];
}

export type Comparison = 'same' | 'other' | 'incomplete';

/** Compares with what is known: all of it, or its end. */
export function compare(naming: Naming, typed: string, known: string): Comparison {
  if (typed === known) return 'same';
  if (typed.length >= TAIL[naming] && typed.length < known.length) return known.endsWith(typed) ? 'same' : 'other';
  return typed.length < TAIL[naming] ? 'incomplete' : 'other';
}

export interface Judgement {
  /** What to fill in; undefined if the known name stands. */
  value?: string;
  is: 'empty' | 'incomplete' | 'faulty' | 'right' | 'other' | 'replaces' | 'new';
  fault?: Fault;
  /** So many characters are missing; negative if there are too many. */
  missing?: number;
}

export const isAcceptable = ({ is }: Judgement) => is === 'right' || is === 'replaces' || is === 'new';

/**
 * What to make of the characters that somebody has typed or scanned so far.
 *
 * @param known what the job says
 * @param fixed whether that must stay
 */
export function judge(naming: Naming, typed: string, known: string | undefined, fixed: boolean): Judgement {
  if (typed === '') return { is: 'empty' };
  const fault = faultOf(naming, typed);
  if (known !== undefined) {
    const comparison = compare(naming, typed, known);
    if (comparison === 'same') return { is: 'right' };
    if (comparison === 'incomplete') return fault === 'length' ? { is: 'incomplete' } : { is: 'faulty', fault };
    if (fixed) return { is: 'other' };
  }
  if (fault === 'length') {
    const missing = LENGTH[naming] - typed.length;
    return { is: missing > 0 ? 'incomplete' : 'faulty', fault, missing };
  }
  if (fault !== undefined) return { is: 'faulty', fault };
  return { is: known === undefined ? 'new' : 'replaces', value: typed };
}
