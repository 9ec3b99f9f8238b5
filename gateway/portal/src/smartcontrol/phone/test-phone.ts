import 'fake-indexeddb/auto';
import { onTestFinished } from 'vitest';
import { openDatabase } from './database';
import { Store } from './store';

let phones = 0;

/** A phone for tests. Starting it again with its name is what a reload or a crash is: only what was stored is there. */
export async function aPhone(name = `phone-${(phones += 1)}`) {
  const start = async () => {
    const store = await Store.open(await openDatabase(name));
    onTestFinished(() => store.close());
    return store;
  };
  const store = await start();
  return { store, again: start };
}
