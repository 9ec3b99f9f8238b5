import { thisTab } from '@/lib/storage';

const RETURN_TO = 'portal.return-to';
const LEFT_AT = 'portal.left-to-sign-in-at';
const LOOP = 15_000;

export const SIGN_IN = '/oauth2/authorization/keycloak';
export const SECOND_FACTOR = `${SIGN_IN}?kc_action=CONFIGURE_TOTP`;

/** Remembers this page before leaving for the log-in page. */
export function rememberPage(path = location.pathname + location.search + location.hash) {
  thisTab.set(RETURN_TO, path);
}

/** The page to go on with after signing in; remembered once. */
export function pageToReturnTo() {
  const path = thisTab.get(RETURN_TO);
  thisTab.remove(RETURN_TO);
  return path?.startsWith('/') && !path.startsWith('//') ? path : undefined;
}

export function signIn(returnTo?: string) {
  rememberPage(returnTo);
  thisTab.set(LEFT_AT, String(Date.now()));
  location.assign(SIGN_IN);
}

/** Whether the log-in page was left only just now, so that going there again by itself would go round in circles. */
export const hasJustTriedToSignIn = () => Date.now() - Number(thisTab.get(LEFT_AT) ?? 0) < LOOP;
