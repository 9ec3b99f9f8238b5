import { beforeEach, expect, it } from 'vitest';
import { pageToReturnTo, rememberPage } from './sign-in';

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
