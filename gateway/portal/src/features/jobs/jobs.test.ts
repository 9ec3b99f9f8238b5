import { describe, expect, it } from 'vitest';
import { en } from '@/i18n/en';
import { changed, filterOf, isFiltered } from './filter';
import { lookedFor } from './looked-for';
import { actorOf, cameLate, eventOf, happenedIn, reasonOf, vehicleDetails, vehicleOf } from './job-words';

describe('the filter in the address', () => {
  it('is read, and nonsense in it is left out', () => {
    expect(filterOf(new URLSearchParams('status=running&fleet=city-cars&search= M-PM '))).toEqual({
      status: 'RUNNING',
      fleetId: 'city-cars',
      search: 'M-PM',
    });
    expect(isFiltered(filterOf(new URLSearchParams('status=pending&search=  ')))).toBe(false);
  });

  it('changes one member at a time', () => {
    const before = new URLSearchParams('status=failed&search=x');
    expect(changed(before, 'fleet', 'f1').toString()).toBe('status=failed&search=x&fleet=f1');
    expect(changed(before, 'search', '').toString()).toBe('status=failed');
  });
});

describe('the words for a job', () => {
  it('call the vehicle by what people see first', () => {
    const job = { licensePlate: 'M-PM 1', customName: 'Shuttle 7', vin: 'WVW', vehicleModel: 'ID.3' };
    expect(vehicleOf(job, en)).toBe('M-PM 1');
    expect(vehicleDetails(job, en)).toBe('Shuttle 7 · ID.3 · WVW');
    expect(vehicleOf({ vin: 'WVW' }, en)).toBe('WVW');
    expect(vehicleDetails({ vin: 'WVW' }, en)).toBe('');
    expect(vehicleOf({}, en)).toBe(en.jobs.unnamed);
  });

  it('are readable even for what is not known yet', () => {
    expect(reasonOf('CONNECTION_DELETED', en)).toBe(en.jobs.reasons.CONNECTION_DELETED);
    expect(reasonOf('WEATHER_TOO_BAD', en)).toBe('Weather too bad');
    expect(eventOf('change-refused', en)).toBe(en.jobs.events.CHANGE_REFUSED);
    expect(eventOf('PAUSED', en)).toBe('Paused');
  });

  it('name who did it', () => {
    expect(actorOf('SYSTEM', en)).toBe('automatically');
    expect(actorOf({ userId: '1', firstName: 'Tom', lastName: 'Kurz' }, en)).toBe('Tom Kurz');
    expect(actorOf({ userId: '1' }, en)).toBeUndefined();
  });

  it('tell how a step went, and whether it came late', () => {
    expect(happenedIn({ type: 'CONFIGURED', outcome: 'FAILED' })).toBe('CONFIGURATION_FAILED');
    expect(happenedIn({ type: 'CONFIGURED', outcome: 'SUCCEEDED' })).toBe('CONFIGURED');
    expect(happenedIn({ type: 'TESTED', outcome: 'PASSED' })).toBe('TEST_PASSED');
    expect(happenedIn({ type: 'STARTED' })).toBe('STARTED');
    expect(cameLate({ at: '2026-11-24T10:00:00Z', receivedAt: '2026-11-24T10:00:59Z' })).toBe(false);
    expect(cameLate({ at: '2026-11-24T10:00:00Z', receivedAt: '2026-11-24T10:30:00Z' })).toBe(true);
  });
});

describe('what support looks for', () => {
  const at = '2026-11-24T10:00:00.000Z';
  const found = (text: string, moment = at) => lookedFor(new URLSearchParams({ for: text, at: moment }));

  it('is a vehicle if it has the form of a VIN, else a job', () => {
    expect(found(' wvwzzz1jzxw386752 ')).toEqual({ vin: 'WVWZZZ1JZXW386752', at });
    expect(found('d0000000-0000-4000-8000-000000000001')).toEqual({
      jobId: 'd0000000-0000-4000-8000-000000000001',
      at,
    });
    expect(found('WVWZZZ1JZXW38675O')).toEqual({ jobId: 'WVWZZZ1JZXW38675O', at });
  });

  it('is nothing without a moment', () => {
    expect(found('WVWZZZ1JZXW386752', 'yesterday')).toBeUndefined();
    expect(found('  ')).toBeUndefined();
  });
});
