import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrange, close, open, reset, signInAs, Visitor, type Look } from './browser';

type Who = Parameters<typeof signInAs>[0];

interface Shot {
  name: string;
  who: Who;
  path: string;
  arrange?: Record<string, unknown>;
  act?: (visitor: Visitor) => Promise<unknown>;
}

const JOB = (n: number) => `/jobs/d0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const press = (name: RegExp) => (visitor: Visitor) => visitor.page.getByRole('button', { name }).first().click();
const menu =
  (entry: RegExp, row = 1) =>
  async ({ page }: Visitor) => {
    await page
      .getByRole('button', { name: /Actions for|Aktionen für/ })
      .nth(row)
      .click();
    await page.getByRole('menuitem', { name: entry }).click();
  };
const at = (...missingSteps: string[]) => ({ partner: { missingSteps } });
const down = (route: string, status = 503, slug = 'service-unavailable') => ({
  failures: Array.from({ length: 9 }, () => ({
    route,
    status,
    slug,
    title: 'Service not reachable',
    detail: 'The part of the system that answers this request cannot be reached.',
    advice: 'Try again in a few seconds.',
  })),
});

const SIGNED_LONG_AGO = {
  partner: {
    missingSteps: ['NDA'],
    nda: {
      version: '2025-01',
      signedAt: '2025-01-10T10:00:00Z',
      signedBy: 'b0000000-0000-4000-8000-000000000001',
      companyName: 'Alpine Fitters GmbH',
      street: 'Bergstraße 12',
      zipCity: '80331 München',
      representative: 'Alice Berger',
      outdated: true,
    },
  },
};
const dialog = ({ page }: Visitor) => page.getByRole('dialog').waitFor();
const alert = ({ page }: Visitor) => page.getByRole('alert').first().waitFor();
const at2030 = 'at=2030-01-01T10%3A00%3A00.000Z';

/** Every page of the portal in its different states: what is not in this list is looked at by nobody. */
export const shots: Shot[] = [
  { name: 'landing', who: 'none', path: '/' },
  { name: 'landing-failed', who: 'none', path: '/?sign-in=failed' },
  { name: 'technician', who: 'tom', path: '/' },
  { name: 'without-role', who: 'nobody', path: '/' },
  { name: 'not-found', who: 'none', path: '/nowhere' },
  { name: 'register', who: 'none', path: '/register#good' },
  {
    name: 'register-refused',
    who: 'none',
    path: '/register#technician',
    act: async ({ page }) => {
      await page.getByLabel(/^(Password|Passwort)$/).fill('password-used-before');
      await page.getByRole('button', { name: /Set password|Passwort festlegen/ }).click();
      await page.getByText(/used before|schon verwendet/).waitFor();
    },
  },
  {
    name: 'register-unavailable',
    who: 'none',
    path: '/register#good',
    arrange: down('POST /api/public/v1/registration/complete', 503, 'registration-unavailable'),
    act: async ({ page }) => {
      await page.getByLabel(/^(Password|Passwort)$/).fill('correct horse battery');
      await page.getByRole('button', { name: /Set password|Passwort festlegen/ }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  ...['good', 'technician'].map((link): Shot => ({
    name: `registered-${link}`,
    who: 'none',
    path: `/register#${link}`,
    act: async ({ page }: Visitor) => {
      await page.getByLabel(/^(Password|Passwort)$/).fill('correct horse battery');
      await page.getByRole('button', { name: /Set password|Passwort festlegen/ }).click();
      await page.getByRole('heading', { name: /ready|bereit|SmartControl/ }).waitFor();
    },
  })),
  {
    name: 'register-other-account',
    who: 'alice',
    path: '/register#good',
    act: ({ page }) => page.getByText(/signed in as|Sie sind als/).waitFor(),
  },
  {
    name: 'link-sent-again',
    who: 'none',
    path: '/register#replaced',
    act: async (visitor) => {
      await press(/Send me a new link|Neuen Link senden/)(visitor);
      await visitor.page.getByText(/inbox|Postfach/).waitFor();
    },
  },
  ...['expired', 'expired-long-ago', 'used', 'revoked', 'replaced', 'nonsense'].map((link): Shot => ({
    name: `link-${link}`,
    who: 'none',
    path: `/register#${link}`,
  })),
  {
    name: 'onboarding-waiting',
    who: 'nora',
    path: '/onboarding',
    arrange: at('REGISTRATION', 'TEAM_DETAILS', 'PERSONAL_DETAILS', 'NDA'),
  },
  { name: 'onboarding-team', who: 'nora', path: '/connections', act: press(/Save & Continue|Speichern & weiter/) },
  { name: 'onboarding-person', who: 'nora', path: '/onboarding', arrange: at('PERSONAL_DETAILS', 'NDA') },
  { name: 'onboarding-nda', who: 'nora', path: '/onboarding', arrange: at('NDA') },
  {
    name: 'onboarding-nda-open',
    who: 'nora',
    path: '/onboarding',
    arrange: at('NDA'),
    act: async (visitor) => {
      await press(/Open the NDA|NDA öffnen/)(visitor);
      await visitor.page.getByRole('region').waitFor();
    },
  },
  {
    name: 'onboarding-nda-failed',
    who: 'nora',
    path: '/onboarding',
    arrange: { ...at('NDA'), ...down('GET /api/partner/v1/partner/nda') },
    act: async (visitor) => {
      await press(/Open the NDA|NDA öffnen/)(visitor);
      await visitor.page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'onboarding-nda-review',
    who: 'alice',
    path: '/onboarding',
    arrange: SIGNED_LONG_AGO,
    act: async (visitor) => {
      await press(/Open the NDA|NDA öffnen/)(visitor);
      await press(/^(Review|Prüfen)$/)(visitor);
      await press(/Sign electronically|Elektronisch unterschreiben/)(visitor);
    },
  },
  { name: 'connections', who: 'alice', path: '/connections' },
  { name: 'connections-nda-outdated', who: 'alice', path: '/connections', arrange: SIGNED_LONG_AGO },
  { name: 'connections-declined', who: 'alice', path: '/connections?state=declined' },
  { name: 'connections-expired', who: 'alice', path: '/connections?state=expired' },
  { name: 'connections-accept', who: 'alice', path: '/connections', act: press(/^(Accept|Anfrage für .* annehmen)/) },
  {
    name: 'connections-delete-uncounted',
    who: 'alice',
    path: '/connections?state=accepted',
    arrange: down('GET /api/partner/v1/jobs/summary'),
    act: async (visitor) => {
      await press(/^(Delete connection|Verbindung löschen)/)(visitor);
      await alert(visitor);
    },
  },
  { name: 'connections-accepted', who: 'alice', path: '/connections?state=accepted' },
  { name: 'connections-ended', who: 'alice', path: '/connections?state=ended' },
  { name: 'connections-empty', who: 'alice', path: '/connections?state=declined', arrange: { connections: [] } },
  {
    name: 'connections-broken',
    who: 'alice',
    path: '/connections',
    arrange: down('GET /api/partner/v1/fleet-connections'),
    act: ({ page }) => page.getByRole('alert').waitFor(),
  },
  { name: 'connections-decline', who: 'alice', path: '/connections', act: press(/^(Decline|Anfrage für .* ablehnen)/) },
  {
    name: 'connections-delete',
    who: 'alice',
    path: '/connections?state=accepted',
    act: async (visitor) => {
      await press(/^(Delete connection|Verbindung löschen)/)(visitor);
      await visitor.page
        .getByText(/running|laufen|läuft/)
        .first()
        .waitFor();
    },
  },
  { name: 'users', who: 'alice', path: '/users' },
  { name: 'users-help', who: 'alice', path: '/users', act: ({ page }) => page.locator('summary').click() },
  { name: 'users-invite', who: 'alice', path: '/users', act: press(/Invite user|Benutzer einladen/) },
  {
    name: 'users-menu',
    who: 'alice',
    path: '/users',
    act: ({ page }) =>
      page
        .getByRole('button', { name: /Actions for|Aktionen für/ })
        .nth(3)
        .click(),
  },
  ...(
    [
      ['resend', /Resend invitation|Einladung erneut senden/, 3],
      ['revoke', /Revoke invitation|Einladung zurücknehmen/, 3],
      ['make-invited-admin', /Make admin|Zum Admin machen/, 3],
      ['make-admin', /Make admin|Zum Admin machen/, 1],
      ['make-technician', /Make technician|Zum Techniker machen/, 0],
    ] as const
  ).map(([name, entry, row]): Shot => ({
    name: `users-${name}`,
    who: 'alice',
    path: '/users',
    act: async (visitor) => {
      await menu(entry, row)(visitor);
      await dialog(visitor);
    },
  })),
  { name: 'users-broken', who: 'alice', path: '/users', arrange: down('GET /api/partner/v1/users'), act: alert },
  { name: 'users-remove', who: 'alice', path: '/users', act: menu(/Remove user|Benutzer entfernen/) },
  { name: 'users-last-admin', who: 'alice', path: '/users', act: menu(/Remove user|Benutzer entfernen/, 0) },
  { name: 'jobs', who: 'alice', path: '/jobs' },
  { name: 'jobs-empty', who: 'alice', path: '/jobs', arrange: { jobs: [] } },
  { name: 'jobs-broken', who: 'alice', path: '/jobs', arrange: down('GET /api/partner/v1/jobs'), act: alert },
  {
    name: 'job-visibility',
    who: 'alice',
    path: JOB(1),
    act: async (visitor) => {
      await press(/^(Show|Anzeigen)$/)(visitor);
      await visitor.page.getByText(/Visible to|Sichtbar für/).waitFor();
    },
  },
  { name: 'jobs-none', who: 'alice', path: '/jobs?search=zeppelin' },
  { name: 'job-running', who: 'alice', path: JOB(1) },
  { name: 'job-failed', who: 'alice', path: JOB(4) },
  { name: 'job-unknown', who: 'alice', path: JOB(999) },
  { name: 'settings', who: 'alice', path: '/settings' },
  {
    name: 'settings-second-factor',
    who: 'alice',
    path: '/settings?kc_action_status=success',
    arrange: {
      secondFactors: [
        { id: 'e0000000-0000-4000-8000-000000000001', name: 'Work phone', since: '2026-03-02T09:00:00Z' },
        { id: 'e0000000-0000-4000-8000-000000000002', since: '2026-05-02T09:00:00Z' },
      ],
    },
    act: ({ page }) => page.getByText(/is changed|ist geändert/).waitFor(),
  },
  {
    name: 'settings-second-factor-unknown',
    who: 'alice',
    path: '/settings',
    arrange: down('GET /api/me/second-factors', 503, 'sign-in-unavailable'),
    act: alert,
  },
  { name: 'support', who: 'sue', path: '/support' },
  { name: 'support-job', who: 'sue', path: `/support?for=d0000000-0000-4000-8000-000000000001&${at2030}` },
  { name: 'support-vehicle', who: 'sue', path: `/support?for=WVWZZZ1JZXW386753&${at2030}` },
  { name: 'support-no-job', who: 'sue', path: `/support?for=17&${at2030}` },
  { name: 'support-no-vehicle', who: 'sue', path: `/support?for=WVWZZZ1JZXW000000&${at2030}` },
  { name: 'settings-unfinished', who: 'nora', path: '/settings' },
  {
    name: 'signed-out',
    who: 'alice',
    path: '/users',
    act: async (visitor) => {
      const dialog = visitor.page.getByRole('dialog');
      await press(/Invite user|Benutzer einladen/)(visitor);
      await visitor.page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await signInAs('none');
      // It comes with the next page, or before, if this one looks for news.
      const jobs = visitor.page.getByRole('link', { name: /^(Jobs|Aufträge)$/ });
      await Promise.any([dialog.waitFor(), jobs.click().then(() => dialog.waitFor())]);
    },
  },
];

/** In the test command every page is looked at once, by one of the two looks; with npm run pages by both, and kept as a picture. */
const ONCE = process.env.ONCE !== undefined;

/** @param turn which of two looks it is: what the one leaves out when looking only once, the other looks at */
export function lookAtEveryPage(look: Look, turn: 0 | 1) {
  describe(`at ${look.width} pixels, ${look.scheme}, in ${look.language}`, () => {
    beforeAll(open);
    afterAll(close);

    it.each(ONCE ? shots.filter((_, index) => index % 2 === turn) : shots)(
      '$name has no barriers and breaks no rule of the gateway',
      async ({ name, who, path, arrange: state, act }) => {
        await reset();
        await signInAs(who);
        if (state) await arrange(state);
        const visitor = await Visitor.come(look);
        try {
          await visitor.goTo(path);
          await act?.(visitor);
          if (!ONCE) await visitor.picture(`${name}-${look.width}-${look.scheme}-${look.language}`);
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
}
