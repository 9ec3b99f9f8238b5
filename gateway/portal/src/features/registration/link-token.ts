import { thisTab } from '@/lib/storage';

const KEY = 'portal.registration';

/** Takes the token out of the address bar, so that it is in no history and on no screenshot; a reload still finds it in this tab. */
export function takeToken(): string | undefined {
  const fragment = location.hash.slice(1);
  if (fragment) {
    thisTab.set(KEY, fragment);
    history.replaceState(history.state, '', location.pathname + location.search);
    return fragment;
  }
  return thisTab.get(KEY);
}

export const forgetToken = () => thisTab.remove(KEY);
