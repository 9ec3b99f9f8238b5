import { beforeEach, expect, it } from 'vitest';
import { isToSignIn, pageToReturnTo, rememberPage, rememberToSignIn, signInAddress } from './sign-in';

beforeEach(() => sessionStorage.clear());

it('comes back to the page once', () => {
  rememberPage('/jobs?status=failed');
  expect(pageToReturnTo()).toBe('/jobs?status=failed');
  expect(pageToReturnTo()).toBeUndefined();
});

it('never leads to another host', () => {
  rememberPage('//elsewhere.example/');
  expect(pageToReturnTo()).toBeUndefined();
});

it('speaks the language of the page', () => {
  expect(signInAddress('de')).toBe('/oauth2/authorization/keycloak?ui_locales=de');
  expect(signInAddress('en', { kc_action: 'CONFIGURE_TOTP', returnTo: '/settings' })).toBe(
    '/oauth2/authorization/keycloak?ui_locales=en&kc_action=CONFIGURE_TOTP&returnTo=%2Fsettings',
  );
});

it('follows a sign-out that was meant for it, once', () => {
  expect(isToSignIn()).toBe(false);
  rememberToSignIn();
  expect([isToSignIn(), isToSignIn()]).toEqual([true, false]);
});
