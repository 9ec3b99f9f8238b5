// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { asProblem } from '@/api/problem';
import { SomebodyElse } from '../phone/store';
import { aPhone } from '../phone/test-phone';
import { makeCommand } from '../work/command';
import { aJob, ME } from '../work/test-jobs';
import { SignInNeeded } from './session';
import { Service } from './test-service';

const HOUR = 3_600_000;
const accept = makeCommand(aJob(), { command: 'accept' }, new Date(), 'a');
let service: Service;

beforeEach(() => {
  service = new Service();
});

/** Tom's phone, on which a step waits. */
async function tomsPhone() {
  const phone = await aPhone({ userId: ME });
  await phone.store.keepJobs(ME, [aJob()], '1');
  await phone.store.enqueue(ME, accept);
  await service.knows(phone.store);
  return { ...phone, tab: service.tab(phone.store) };
}

describe('signing in', () => {
  it('keeps the tokens together with whose they are', async () => {
    const { store } = await aPhone();
    expect(await service.signIn(service.tab(store), 'sofia')).toBe('/sync');
    expect(await store.credentials()).toMatchObject({ owner: { userId: 'sofia' }, refreshToken: 'refresh-sofia-1' });
    expect(service.revoked).toEqual([]);
  });

  it.each([
    ['there is no line any more', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['the service fails', () => service.problem(500, 'internal-error')],
    ['an admin has signed in', () => service.problem(403, 'not-a-technician')],
    ['the tokens are somebody else’s', () => service.json({ userId: 'nora' })],
  ])('leaves the phone whose it is, and no token, if %s', async (_, answer) => {
    const { store, again, tab } = await tomsPhone();
    service.before = (path) => (path === '/me' ? answer() : undefined);
    await expect(service.signIn(tab, 'sofia')).rejects.toThrow();
    expect(await store.credentials()).toEqual({ owner: { userId: ME }, refreshToken: 'tom-0' });
    expect((await again()).snapshot()).toMatchObject({ owner: { userId: ME }, queue: [{ userId: ME }] });
    expect(service.revoked).toEqual(['refresh-sofia-1']);
    service.before = () => undefined;
    await tab.line.send(ME, [accept]);
    expect(service.done).toEqual([{ key: 'a', as: ME }]);
  });

  it('knows whom to sign out of the sign-in service when somebody may not work here', async () => {
    const { store, tab } = await tomsPhone();
    service.before = (path) => (path === '/me' ? service.problem(403, 'not-a-technician') : undefined);
    await expect(service.signIn(tab, 'alice')).rejects.toThrow();
    const address = new URL((await tab.session.leave())!);
    expect(address.pathname).toBe('/realm/logout');
    expect(address.searchParams.get('id_token_hint')).toMatch(/\.x$/);
    expect(store.snapshot().owner).toEqual({ userId: ME });
  });

  it.each([HOUR, -HOUR, 365 * 24 * HOUR])('works on a phone whose clock is wrong by %i ms', async (error) => {
    const { store } = await aPhone();
    service.clock = error;
    const tab = service.tab(store);
    await service.signIn(tab, ME);
    expect(Math.abs(store.snapshot().clock - error)).toBeLessThan(3_000);
    expect(await service.tab(store).session.accessToken(ME)).toBe('access-tom-2');
  });
});

describe('an access token', () => {
  it('is used until it ends, and then replaced, with the refresh token that came last', async () => {
    const { store, tab } = await tomsPhone();
    expect(await tab.session.accessToken(ME)).toBe('access-tom-1');
    expect(await tab.session.accessToken(ME)).toBe('access-tom-1');
    expect(await tab.session.accessToken(ME, 'access-tom-1')).toBe('access-tom-2');
    expect((await store.credentials()).refreshToken).toBe('refresh-tom-2');
  });

  it('is asked for by one tab after the other', async () => {
    const { again, tab } = await tomsPhone();
    const other = service.tab(await again());
    const tokens = await Promise.all([tab, tab, other].map(({ session }) => session.accessToken(ME)));
    expect(tokens).toEqual(['access-tom-1', 'access-tom-1', 'access-tom-2']);
  });

  it('is not given in the name of somebody else who signed in in another tab', async () => {
    const { again, tab } = await tomsPhone();
    await tab.session.accessToken(ME);
    const other = service.tab(await again());
    await service.signIn(other, 'sofia');
    await expect(tab.session.accessToken(ME, 'access-tom-1')).rejects.toThrow(SomebodyElse);
    expect(await tab.session.accessToken('sofia')).toMatch(/^access-sofia/);
    expect(await other.session.accessToken('sofia')).toMatch(/^access-sofia/);
    await expect(other.session.accessToken(ME)).rejects.toThrow(SomebodyElse);
  });

  it('does not cost the sign-in if the answer turns out to be wrong', async () => {
    const { store, tab } = await tomsPhone();
    service.claims = { aud: 'another' };
    await expect(tab.session.accessToken(ME)).rejects.toThrow();
    expect((await store.credentials()).refreshToken).toBe('refresh-tom-1');
    service.claims = {};
    expect(await tab.session.accessToken(ME)).toBe('access-tom-2');
  });

  it('is not used if it is another’s than the phone believes', async () => {
    const { store, tab } = await tomsPhone();
    service.claims = { user_id: 'sofia' };
    await expect(tab.session.accessToken(ME)).rejects.toThrow(SignInNeeded);
    expect((await store.credentials()).refreshToken).toBeUndefined();
  });

  it('needs a new sign-in once the old one has ended; no job is on the phone then, but what was done', async () => {
    const { store, tab, again } = await tomsPhone();
    service.endSessions();
    await expect(tab.session.accessToken(ME)).rejects.toThrow(SignInNeeded);
    const { jobs, queue } = (await again()).snapshot();
    expect([jobs.size, queue.length]).toEqual([0, 1]);
    await expect(tab.session.accessToken(ME)).rejects.toThrow(SignInNeeded);
    expect(service.askedOf('/realm/token')).toHaveLength(1);
    await service.signIn(tab, ME);
    expect(store.snapshot().queue).toHaveLength(1);
  });

  it.each([
    ['/realm/token', 503],
    ['/realm/.well-known/openid-configuration', 502],
    ['/smartcontrol/settings.json', 500],
  ])('is not there while %s fails, which is told from no reception', async (failing, status) => {
    const { store, tab } = await tomsPhone();
    service.before = (path) => (path === failing ? new Response('Sorry', { status }) : undefined);
    const error = await tab.session.accessToken(ME).catch(asProblem);
    expect(error).toMatchObject({ status });
    expect(await store.credentials()).toMatchObject({ refreshToken: 'tom-0' });
    expect(store.snapshot().jobs.size).toBe(1);
  });
});

describe('signing out', () => {
  it('revokes the token, and leaves nothing but what waits', async () => {
    const { store, tab, again } = await tomsPhone();
    const address = new URL((await tab.session.signOut())!);
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe('https://phone.test/smartcontrol/');
    expect(service.revoked).toEqual(['tom-0']);
    expect(await store.credentials()).toEqual({});
    const { jobs, queue, owner } = (await again()).snapshot();
    expect([jobs.size, queue.length, owner]).toEqual([0, 1, undefined]);
  });

  it('leaves no token either that another tab is getting at that moment', async () => {
    const { store, again, tab } = await tomsPhone();
    const other = service.tab(await again());
    let signedOut: Promise<unknown> = Promise.resolve();
    service.before = async (path) => {
      if (path !== '/realm/token') return undefined;
      signedOut = tab.session.signOut();
      await expect.poll(() => store.snapshot().owner).toBeUndefined();
      return undefined;
    };
    await expect(other.session.accessToken(ME)).rejects.toThrow(SomebodyElse);
    await signedOut;
    expect(service.revoked).toEqual(['refresh-tom-1', 'tom-0']);
    expect(await store.credentials()).toEqual({});
  });

  it('works without reception', async () => {
    const { store, tab } = await tomsPhone();
    service.before = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await tab.session.signOut()).toBeUndefined();
    expect(await store.credentials()).toEqual({});
  });
});
