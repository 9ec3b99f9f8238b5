import { ProblemError, problemFrom } from '@/api/problem';
import type { Kept } from '../phone/database';
import type { Store } from '../phone/store';

const PATIENCE = 10_000;
/** A phone and a server that differ by less are taken for equal; the header Date has no more than seconds. */
const SECONDS = 2_000;

/** Where to sign in, as the gateway says it; remembered, since the app must start without reception. */
export async function settingsOf(store: Store): Promise<Kept['settings'] | undefined> {
  const asked = askGateway(store).catch(() => undefined);
  return (await store.get('settings')) ?? asked;
}

/**
 * The question that anybody may ask: whether there is a line to the gateway, what time it is there, and where to sign in.
 *
 * @throws if nobody answers, or not as the gateway does
 */
export async function askGateway(store: Store): Promise<Kept['settings']> {
  const response = await fetch('/smartcontrol/settings.json', {
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) throw new ProblemError(await problemFrom(response));
  const settings = (await response.json()) as Kept['settings'];
  await compareClocks(store, response);
  await store.keepSettings(settings);
  return settings;
}

/** Phones' clocks are wrong, by minutes or by years; every answer of the server says by how much. */
export async function compareClocks(store: Store, response: Response) {
  const date = response.headers.get('Date');
  const ahead = date ? Date.parse(date) - Date.now() : Number.NaN;
  if (Number.isNaN(ahead)) return;
  const clock = Math.abs(ahead) < SECONDS ? 0 : ahead;
  if (Math.abs(clock - store.snapshot().clock) >= SECONDS) await store.setClock(clock);
}
