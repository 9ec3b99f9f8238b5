import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allAddresses } from './addresses';

it('are those at which the gateway serves the portal', () => {
  const gateway = readFileSync('../src/main/java/org/servicepartner/gateway/pages/Portal.java', 'utf8');
  const list = /ADDRESSES =\s*List\.of\(([^)]*)\)/.exec(gateway)?.[1] ?? '';
  const served = [...list.matchAll(/"([^"]+)"/g)].map(([, address]) => address!.replace('{id}', ':jobId'));
  expect(served.sort()).toEqual([...allAddresses].sort());
});
