import { beforeEach, expect, it } from 'vitest';
import { forgetToken, takeToken } from './link-token';

beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, '', '/register');
});

it('takes the token out of the address and finds it again after a reload', () => {
  history.replaceState(null, '', '/register#secret.token');
  expect(takeToken()).toBe('secret.token');
  expect(location.href).not.toContain('secret');
  expect(takeToken()).toBe('secret.token');
});

it('prefers a newer link to a remembered one', () => {
  history.replaceState(null, '', '/register#old');
  takeToken();
  history.replaceState(null, '', '/register#new');
  expect(takeToken()).toBe('new');
});

it('forgets it once it is used', () => {
  history.replaceState(null, '', '/register#secret');
  takeToken();
  forgetToken();
  expect(takeToken()).toBeUndefined();
});
