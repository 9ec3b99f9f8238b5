import 'fake-indexeddb/auto';
import { onTestFinished } from 'vitest';
import { openDatabase, type Owner } from './database';
import { Store } from './store';

let phones = 0;

/**
 * A phone for tests. Starting it again with its name is what a reload, a crash or a second tab is: only what was stored is there.
 *
 * @param owner who has signed in on it
 */
export async function aPhone(owner?: Owner) {
  phones += 1;
  const name = `phone-${phones}`;
  const start = async () => {
    const store = await Store.open(await openDatabase(name));
    onTestFinished(() => store.close());
    return store;
  };
  const store = await start();
  if (owner) await store.belongTo(owner, { refreshToken: `${owner.userId}-0` });
  return { store, again: start };
}
