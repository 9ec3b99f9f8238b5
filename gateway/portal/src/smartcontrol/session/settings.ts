import type { Kept } from '../phone/database';
import type { Store } from '../phone/store';

/** Where to sign in, as the gateway says it; remembered, since the app must start without reception. */
export async function settingsOf(store: Store): Promise<Kept['settings'] | undefined> {
  const asked = ask(store).catch(() => undefined);
  return (await store.get('settings')) ?? asked;
}

async function ask(store: Store) {
  const response = await fetch('/smartcontrol/settings.json', { credentials: 'omit', cache: 'no-store' });
  if (!response.ok) return undefined;
  const settings = (await response.json()) as Kept['settings'];
  await store.keep('settings', settings);
  return settings;
}
