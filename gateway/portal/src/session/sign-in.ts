import { thisTab } from '@/lib/storage';

const RETURN_TO = 'portal.return-to';
const LEFT_AT = 'portal.left-to-sign-in-at';
const SIGN_IN_NEXT = 'portal.sign-in-next';
const LOOP = 15_000;

/** Where signing in begins, in the reader's language. */
export const signInAddress = (language: string, more: Record<string, string> = {}) =>
  `/oauth2/authorization/keycloak?${new URLSearchParams({ ui_locales: language, ...more }).toString()}`;

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
  location.assign(signInAddress(document.documentElement.lang));
}

/** Signing out is only the first half: somebody else is to sign in. */
export const rememberToSignIn = () => thisTab.set(SIGN_IN_NEXT, 'yes');

/** Whether somebody signed out in order to sign in as somebody else; remembered once. */
export function isToSignIn() {
  const remembered = thisTab.get(SIGN_IN_NEXT) !== undefined;
  thisTab.remove(SIGN_IN_NEXT);
  return remembered;
}

/** Whether the log-in page was left only just now, so that going there again by itself would go round in circles. */
export const hasJustTriedToSignIn = () => Date.now() - Number(thisTab.get(LEFT_AT) ?? 0) < LOOP;
