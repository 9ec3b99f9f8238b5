import { expect, it } from 'vitest';
import { allAddresses } from '../src/app/addresses';
import { lookAtEveryPage, shots } from './looks';

lookAtEveryPage({ width: 1280, scheme: 'light', language: 'en' }, 0);
if (process.env.ALL_LOOKS) lookAtEveryPage({ width: 1280, scheme: 'dark', language: 'de' }, 1);

it('looks at every address of the portal', () => {
  const looked = shots.map(({ path }) => path.replace(/[?#].*$/, ''));
  const isLookedAt = (address: string) => {
    const pattern = new RegExp(`^${address.replace(':jobId', '[^/]+')}$`);
    return looked.some((path) => pattern.test(path));
  };
  expect(allAddresses.filter((address) => !isLookedAt(address))).toEqual([]);
});
