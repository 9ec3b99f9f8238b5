import { describe, expect, it } from 'vitest';
import { fromLabel, judge, tidy } from './vehicle';

const VIN = 'WVWZZZ1JZXW386753';
const UNIT = '00A1B2C3D4E5F607';

describe('what is typed', () => {
  it('is tidied, and completes itself', () => {
    expect(tidy(' wvw zzz-1jzxw386753 ')).toBe(VIN);
    expect(judge('vin', '', undefined, false)).toEqual({ is: 'empty' });
    expect(judge('vin', VIN.slice(0, 12), undefined, false)).toMatchObject({ is: 'incomplete', missing: 5 });
    expect(judge('vin', `${VIN}1`, undefined, false)).toMatchObject({ is: 'faulty', missing: -1 });
    expect(judge('vin', VIN, undefined, false)).toEqual({ is: 'new', value: VIN });
  });

  it.each(['I', 'O', 'Q', 'Ä'])('has no %s in a VIN', (letter) => {
    expect(judge('vin', `WVW${letter}`, undefined, false)).toMatchObject({ is: 'faulty', fault: 'letters' });
  });

  it('has only hex digits in the id of a unit', () => {
    expect(judge('unit', '00G', undefined, false)).toMatchObject({ is: 'faulty', fault: 'hex' });
    expect(judge('unit', UNIT, undefined, false)).toEqual({ is: 'new', value: UNIT });
  });

  it('is compared with the provider’s word, of which the end is enough', () => {
    expect(judge('vin', '753', VIN, true).is).toBe('incomplete');
    expect(judge('vin', '386753', VIN, true)).toEqual({ is: 'right' });
    expect(judge('vin', VIN, VIN, true)).toEqual({ is: 'right' });
    expect(judge('vin', '386754', VIN, true)).toEqual({ is: 'other' });
    expect(judge('vin', VIN.replace('3', '4'), VIN, true)).toEqual({ is: 'other' });
    expect(judge('unit', 'F607', UNIT, true)).toEqual({ is: 'right' });
  });

  it('replaces it where the connection allows that, if it is whole', () => {
    expect(judge('vin', '386754', VIN, false)).toMatchObject({ is: 'incomplete', missing: 11 });
    const other = VIN.replace('3', '4');
    expect(judge('vin', other, VIN, false)).toEqual({ is: 'replaces', value: other });
  });
});

describe('a label', () => {
  it('names the vehicle or the unit, also among other words', () => {
    expect(fromLabel('vin', VIN)).toBe(VIN);
    expect(fromLabel('vin', `I${VIN}`)).toBe(VIN);
    expect(fromLabel('vin', `VIN: ${VIN}`)).toBe(VIN);
    expect(fromLabel('unit', `https://units.example/?qnr=${UNIT.toLowerCase()}&v=2`)).toBe(UNIT);
  });

  it('of something else is passed over', () => {
    expect(fromLabel('vin', '4006381333931')).toBeUndefined();
    expect(fromLabel('unit', VIN)).toBeUndefined();
  });
});
