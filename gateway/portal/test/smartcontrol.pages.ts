import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrangePhone, close, jobsOfPhone, open, reset, tellPhone, Visitor, type Look } from './browser';

const HOME = '/smartcontrol/';
const job = (n: number) => `/smartcontrol/jobs/d0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

interface Shot {
  name: string;
  path?: string;
  arrange?: Record<string, unknown>;
  signedOut?: boolean;
  act?: (visitor: Visitor) => Promise<unknown>;
}

const bar = (words: RegExp) => (visitor: Visitor) =>
  visitor.page.locator('header').getByRole('status').filter({ hasText: words }).waitFor();
const live = bar(/Live/);
const offline = bar(/No reception|Kein Empfang/);
const press = (name: RegExp) => (visitor: Visitor) => visitor.page.getByRole('button', { name }).first().click();
const choose = (group: RegExp, option: RegExp) => (visitor: Visitor) =>
  visitor.page.getByRole('radiogroup', { name: group }).getByRole('radio', { name: option }).check();
const heading = (name: RegExp) => (visitor: Visitor) => visitor.page.getByRole('heading', { name }).first().waitFor();
const inOrder =
  (...acts: ((visitor: Visitor) => Promise<unknown>)[]) =>
  async (visitor: Visitor) => {
    for (const act of acts) await act(visitor);
  };
const go = (path: string) => (visitor: Visitor) => visitor.goTo(path);
const without = inOrder((visitor) => visitor.offline(true), offline);
const CHECKS = [/online/, /GPS/, /Ignition|Zündung/, /Central lock|Zentral/, /Immobilizer|Wegfahr/];
const ok = CHECKS.map((check) => choose(check, /^OK$/));

const shots: Shot[] = [
  { name: 'sign-in', signedOut: true },
  { name: 'sign-in-failed', signedOut: true, path: '/smartcontrol/callback?failed' },
  {
    name: 'sign-in-refused',
    signedOut: true,
    arrange: { access: 'not-a-technician' },
    act: inOrder(press(/^(Sign in|Anmelden)$/), ({ page }) =>
      page
        .getByRole('alert')
        .filter({ hasText: /not a technician|keinem Techniker/ })
        .waitFor(),
    ),
  },
  { name: 'list-mine' },
  { name: 'list-open', path: '/smartcontrol/?show=open' },
  { name: 'list-ended', path: '/smartcontrol/?show=ended' },
  { name: 'list-empty', arrange: { jobs: [] } },
  { name: 'list-mine-empty', path: '/smartcontrol/?show=mine', arrange: { jobs: [] } },
  { name: 'job-accept', path: job(1) },
  {
    name: 'job-accepted',
    path: job(1),
    act: inOrder(press(/^(Accept job|Auftrag annehmen)$/), heading(/^(Start|Starten)/), live),
  },
  { name: 'job-start', path: job(2) },
  {
    name: 'job-start-right',
    path: job(2),
    act: ({ page }) => page.getByLabel(/Last 6|Letzte 6/).fill('386754'),
  },
  {
    name: 'job-start-other',
    path: job(2),
    act: inOrder(
      ({ page }) => page.getByLabel(/Last 6|Letzte 6/).fill('999999'),
      press(/^(Start job|Auftrag starten)$/),
    ),
  },
  {
    name: 'job-start-missing',
    path: job(3),
    act: inOrder(
      press(/^(Accept job|Auftrag annehmen)$/),
      heading(/^(Start|Starten)/),
      ({ page }) => page.getByLabel(/^(VIN|FIN)/).fill('WVWZZZ1IZXW'),
      press(/^(Start job|Auftrag starten)$/),
    ),
  },
  { name: 'job-configure', path: job(5) },
  {
    name: 'job-configure-failed',
    path: job(5),
    act: inOrder(
      ({ page }) => page.getByLabel(/Last 4|Letzte 4/).fill('F607'),
      choose(/How did|Wie ging/, /Failed|Gescheitert/),
    ),
  },
  { name: 'job-maintenance', path: job(4) },
  { name: 'job-test', path: job(7) },
  { name: 'job-test-missing', path: job(7), act: inOrder(ok[0]!, press(/^(Save test|Prüfung speichern)$/)) },
  { name: 'job-complete', path: job(8) },
  {
    name: 'job-completed',
    path: job(8),
    act: inOrder(press(/^(Complete job|Auftrag abschließen)$/), ({ page }) =>
      page.getByText(/Job done|Auftrag erledigt/).waitFor(),
    ),
  },
  { name: 'job-fail', path: job(7), act: press(/Cannot be done|Nicht durchführbar/) },
  { name: 'job-release', path: job(7), act: press(/^(Give back|Zurückgeben)…?/) },
  { name: 'job-failed', path: job(10) },
  { name: 'job-taken', path: job(6) },
  { name: 'job-gone', path: job(999) },
  { name: 'offline-list', act: without },
  {
    name: 'offline-job',
    path: job(7),
    act: inOrder(without, ...ok, press(/^(Save test|Prüfung speichern)$/), heading(/^(Complete|Abschließen)/)),
  },
  {
    name: 'offline-sync',
    path: job(7),
    act: inOrder(
      without,
      ...ok,
      press(/^(Save test|Prüfung speichern)$/),
      press(/^(Complete job|Auftrag abschließen)$/),
      ({ page }) => page.getByText(/Job done|Auftrag erledigt/).waitFor(),
      ({ page }) => page.locator('header').getByRole('status').click(),
      heading(/Connection|Verbindung/),
    ),
  },
  {
    name: 'failing-sync',
    path: job(7),
    arrange: { failing: 503 },
    act: inOrder(
      ...ok,
      press(/^(Save test|Prüfung speichern)$/),
      bar(/does not answer|antwortet nicht/),
      ({ page }) => page.locator('header').getByRole('status').click(),
      heading(/Connection|Verbindung/),
    ),
  },
  {
    name: 'stuck-sync',
    path: job(8),
    arrange: { broken: 'd0000000-0000-4000-8000-000000000008' },
    act: inOrder(
      press(/^(Complete job|Auftrag abschließen)$/),
      bar(/1 step waits|1 Schritt wartet/),
      ({ page }) => page.locator('header').getByRole('status').click(),
      ({ page }) =>
        page
          .getByText(/could not handle|nicht verarbeiten/)
          .first()
          .waitFor(),
    ),
  },
  {
    name: 'refused',
    path: job(8),
    arrange: { refuse: ['job-changed'] },
    act: inOrder(
      press(/^(Complete job|Auftrag abschließen)$/),
      bar(/refused|abgelehnt/),
      ({ page }) => page.locator('header').getByRole('status').click(),
      heading(/Refused|Abgelehnt/),
    ),
  },
  {
    name: 'refused-job',
    path: job(1),
    arrange: { refuse: ['job-taken'] },
    act: inOrder(press(/^(Accept job|Auftrag annehmen)$/), bar(/refused|abgelehnt/)),
  },
  {
    name: 'refused-chain',
    path: job(2),
    arrange: { refuse: ['job-changed', 'job-not-running'] },
    act: inOrder(
      without,
      ({ page }) => page.getByLabel(/Last 6|Letzte 6/).fill('386754'),
      press(/^(Start job|Auftrag starten)$/),
      ({ page }) => page.getByLabel(/Last 4|Letzte 4/).fill('F607'),
      choose(/How did|Wie ging/, /Succeeded|Geklappt/),
      press(/^(Save configuration|Konfiguration speichern)$/),
      bar(/2 steps|2 Schritte/),
      (visitor) => visitor.offline(false),
      bar(/refused|abgelehnt/),
    ),
  },
  {
    name: 'session-ended',
    act: inOrder(
      () => arrangePhone({ refreshToken: 'another' }),
      ({ page }) => page.reload(),
      bar(/Sign in|anmelden/),
      ({ page }) => page.locator('header').getByRole('status').click(),
      heading(/Connection|Verbindung/),
    ),
  },
  {
    name: 'access-ended',
    act: inOrder(
      inOrder(go(job(7)), live, without, ...ok, press(/^(Save test|Prüfung speichern)$/), bar(/1 step|1 Schritt/)),
      () => arrangePhone({ access: 'technician-not-active' }),
      (visitor) => visitor.offline(false),
      heading(/no access|keinen Zugang/),
      ({ page }) =>
        page
          .getByText(/1 step not sent|1 Schritt nicht gesendet/)
          .first()
          .waitFor(),
    ),
  },
  { name: 'account', path: '/smartcontrol/account' },
  { name: 'sign-out', path: '/smartcontrol/account', act: press(/^(Sign out|Abmelden)$/) },
];

/** Between them every scheme and language; the other combinations are looked at with ALL_LOOKS=1. */
const looks: Look[] = [
  { width: 390, scheme: 'light', language: 'en' },
  { width: 390, scheme: 'dark', language: 'de' },
];
if (process.env.ALL_LOOKS) {
  looks.push({ width: 390, scheme: 'dark', language: 'en' }, { width: 1280, scheme: 'light', language: 'de' });
}

async function signIn(visitor: Visitor) {
  await visitor.goTo(HOME);
  await press(/^(Sign in|Anmelden)$/)(visitor);
  await live(visitor);
  await visitor.settled();
}

beforeAll(open);
afterAll(close);

describe.each(looks)('SmartControl at $width pixels, $scheme, in $language', (look) => {
  it.each(shots)(
    '$name has no barriers and breaks no rule of the gateway',
    async ({ name, path, arrange, signedOut, act }) => {
      await reset();
      if (arrange) await arrangePhone(arrange);
      const visitor = await Visitor.come(look);
      try {
        if (signedOut) await visitor.goTo(path ?? HOME);
        else {
          await signIn(visitor);
          if (path) await inOrder(go(path), live)(visitor);
        }
        await act?.(visitor);
        await visitor.settled();
        await visitor.picture(`smartcontrol-${name}-${look.width}-${look.scheme}-${look.language}`, false);
        await visitor.picture(`smartcontrol-${name}-${look.width}-${look.scheme}-${look.language}-whole`);
        expect.soft(await visitor.barriers()).toEqual([]);
        expect.soft(visitor.complaints).toEqual([]);
        expect.soft(await visitor.overflow()).toBe(0);
        expect.soft(await visitor.page.locator('html').getAttribute('lang')).toBe(look.language);
      } finally {
        await visitor.leave();
      }
    },
  );
});

describe('SmartControl', () => {
  const ID = (n: number) => `d0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const atServer = async (n: number) => (await jobsOfPhone()).find(({ jobId }) => jobId === ID(n))!;
  const says = (words: RegExp | string) => (visitor: Visitor) => visitor.page.getByText(words).first().waitFor();
  const sent = bar(/everything is sent/);
  const installed = (visitor: Visitor) => visitor.page.evaluate(async () => void (await navigator.serviceWorker.ready));

  const phone = async (work: (visitor: Visitor) => Promise<unknown>) => {
    await reset();
    const visitor = await Visitor.come({ width: 390 });
    try {
      await signIn(visitor);
      await work(visitor);
      expect(visitor.complaints).toEqual([]);
    } finally {
      await visitor.leave();
    }
  };

  it('does a whole job without reception, is closed on the way, and sends everything in order afterwards', () =>
    phone(async (visitor) => {
      await installed(visitor);
      await visitor.offline(true);
      await visitor.reopen(HOME);
      await offline(visitor);
      await visitor.page.getByRole('link', { name: /^Open/ }).click();
      await visitor.page.getByRole('link', { name: /M-PM 1235/ }).click();
      await press(/^Accept job$/)(visitor);
      await visitor.page.getByLabel(/Last 6/).fill('386753');
      await press(/^Start job$/)(visitor);
      await visitor.page.getByLabel(/^Unit id/).fill('00a1 b2c3 d4e5 f607');
      await visitor.reopen(job(1));
      expect(await visitor.page.getByLabel(/^Unit id/).inputValue()).toBe('00A1B2C3D4E5F607');
      await choose(/How did/, /Succeeded/)(visitor);
      await press(/^Save configuration$/)(visitor);
      await inOrder(...ok)(visitor);
      await press(/^Save test$/)(visitor);
      await press(/^Complete job$/)(visitor);
      await says('Job done')(visitor);
      await bar(/5 steps wait/)(visitor);
      expect(await atServer(1)).toMatchObject({ status: 'ASSIGNED', version: 3 });
      await visitor.reopen(job(1));
      await says('Job done')(visitor);
      await visitor.offline(false);
      await sent(visitor);
      expect(await atServer(1)).toMatchObject({ status: 'SUCCEEDED', version: 8, vin: 'WVWZZZ1JZXW386753' });
    }));

  it('does nothing twice when an answer gets lost', () =>
    phone(async (visitor) => {
      await arrangePhone({ lostAnswers: 1 });
      await visitor.goTo(job(8));
      await press(/^Complete job$/)(visitor);
      await says('Job done')(visitor);
      await sent(visitor);
      expect(await atServer(8)).toMatchObject({ status: 'SUCCEEDED', version: 4 });
    }));

  it('shows new jobs by itself and forgets a fleet that is hidden', () =>
    phone(async (visitor) => {
      const found = { ...(await atServer(1)), jobId: ID(99), licensePlate: 'B-NEW 1' };
      await visitor.page.getByRole('link', { name: /^Open/ }).click();
      await tellPhone({ name: 'job', data: found });
      await says('B-NEW 1')(visitor);
      await visitor.page.getByRole('link', { name: /B-NEW 1/ }).click();
      await tellPhone({ name: 'fleet-hidden', data: { fleetId: 'airport-shuttles' } });
      await says('This job is not here')(visitor);
      await visitor.offline(true);
      await visitor.reopen('/smartcontrol/?show=open');
      expect(await visitor.page.getByText('Airport shuttles').count()).toBe(0);
      expect(await visitor.page.getByText('Scooters South').count()).toBeGreaterThan(0);
    }));

  it('takes a refused step back, says why at the job, and does it again if the technician wants', () =>
    phone(async (visitor) => {
      await arrangePhone({ refuse: ['job-changed'] });
      await visitor.goTo(job(8));
      await press(/^Complete job$/)(visitor);
      await says('Job changed meanwhile')(visitor);
      await expect
        .poll(() => visitor.page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
        .toBe('Refused');
      expect(await visitor.page.getByRole('button', { name: 'Complete job' }).isVisible()).toBe(true);
      await says('Sofia Meyer')(visitor);
      await press(/^Do it again$/)(visitor);
      await says('Job done')(visitor);
      await sent(visitor);
      expect(await atServer(8)).toMatchObject({ status: 'SUCCEEDED' });
    }));

  it('repeats all refused steps of a job with one button, with what had been filled in', () =>
    phone(async (visitor) => {
      await arrangePhone({ refuse: ['job-changed', 'job-not-running'] });
      await visitor.goTo(job(2));
      await without(visitor);
      await visitor.page.getByLabel(/Last 6/).fill('386754');
      await press(/^Start job$/)(visitor);
      await visitor.page.getByLabel(/Last 4/).fill('F607');
      await choose(/How did/, /Succeeded/)(visitor);
      await press(/^Save configuration$/)(visitor);
      await bar(/2 steps wait/)(visitor);
      await visitor.offline(false);
      await visitor.page.getByRole('button', { name: 'Do these 2 steps again' }).dblclick();
      await sent(visitor);
      expect(await atServer(2)).toMatchObject({ status: 'RUNNING', version: 5, telematicsUnitId: '00A1B2C3D4E5F607' });
    }));

  it('takes the last step back as long as it has not been sent, with what was typed for it', () =>
    phone(async (visitor) => {
      await visitor.goTo(job(2));
      await without(visitor);
      await visitor.page.getByLabel(/Last 6/).fill('386754');
      await press(/^Start job$/)(visitor);
      await press(/^Take back: Start$/)(visitor);
      await expect.poll(() => visitor.page.getByLabel(/Last 6/).inputValue()).toBe('386754');
      await visitor.offline(false);
      await sent(visitor);
      expect(await atServer(2)).toMatchObject({ status: 'ASSIGNED', version: 3 });
    }));

  it('keeps what is not sent for whom it belongs to when somebody else may not sign in', () =>
    phone(async (visitor) => {
      await visitor.goTo(job(8));
      await arrangePhone({ failing: 503 });
      await press(/^Complete job$/)(visitor);
      await bar(/1 step waits/)(visitor);
      await arrangePhone({ access: 'not-a-technician', refreshToken: 'another', failing: undefined });
      await visitor.reopen('/smartcontrol/sync');
      await press(/^Sign in$/)(visitor);
      await says('This account is not a technician’s')(visitor);
      await arrangePhone({ access: 'ok' });
      await visitor.page.getByRole('link', { name: 'Back to the jobs of Tom Kurz' }).click();
      await bar(/Sign in again to go on · 1 step waits/)(visitor);
    }));

  it('leaves no job on the phone after signing out', () =>
    phone(async (visitor) => {
      await visitor.goTo('/smartcontrol/account');
      await press(/^Sign out$/)(visitor);
      const back = visitor.page.waitForEvent('load');
      await visitor.page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
      await back;
      await heading(/Your jobs, also/)(visitor);
      const left = await visitor.page.evaluate(
        () =>
          new Promise((resolve) => {
            const opening = indexedDB.open('smartcontrol');
            opening.onsuccess = () => {
              const counting = opening.result.transaction('jobs').objectStore('jobs').count();
              counting.onsuccess = () => resolve(counting.result);
            };
          }),
      );
      expect(left).toBe(0);
    }));

  it('is usable with the keyboard alone', () =>
    phone(async (visitor) => {
      await visitor.goTo(job(2));
      const { keyboard } = visitor.page;
      await visitor.page.getByLabel(/Last 6/).focus();
      await keyboard.type('999999');
      await keyboard.press('Enter');
      await says(/Another vehicle/)(visitor);
      expect(await visitor.page.getByLabel(/Last 6/).evaluate((input) => input === document.activeElement)).toBe(true);
      await keyboard.press('Control+A');
      await keyboard.type('386754');
      await keyboard.press('Enter');
      const focused = () => visitor.page.evaluate(() => document.activeElement?.textContent);
      await expect.poll(focused).toMatch(/^Configure/);
      await visitor.page.getByLabel(/Last 4/).fill('F607');
      await sent(visitor);
    }));

  it('asks for the checks anew after a test that was not passed', () =>
    phone(async (visitor) => {
      await visitor.goTo(job(7));
      await inOrder(...ok, choose(/GPS/, /^Not OK$/), press(/^Save test$/))(visitor);
      await says(/Not passed in the last test: GPS position/)(visitor);
      expect(await visitor.page.getByRole('radio', { checked: true }).count()).toBe(0);
    }));
});
