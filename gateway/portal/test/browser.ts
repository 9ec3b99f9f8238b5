import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { start } from '../dev/server.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The shell is the same browser without the window around its pages. */
const EXECUTABLES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const OUTPUT = new URL('../test-output/', import.meta.url).pathname;

export interface Look {
  width?: 1280 | 390;
  scheme?: 'light' | 'dark';
  language?: 'en' | 'de';
}

let server: Server;
let browser: Browser;
let origin: string;

export async function open() {
  await mkdir(OUTPUT, { recursive: true });
  server = await start();
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? EXECUTABLES.find((each) => existsSync(each)),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export async function close() {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
}

const fixture = (path: string, body?: unknown) =>
  fetch(`${origin}${path}`, {
    method: body ? 'POST' : 'GET',
    body: body ? JSON.stringify(body) : undefined,
    redirect: 'manual',
  });

export const reset = () => fixture('/dev/reset');
export const signInAs = (who: 'alice' | 'nora' | 'tom' | 'sue' | 'nobody' | 'none') => fixture(`/dev/as?who=${who}`);
export const arrange = (state: Record<string, unknown>) => fixture('/dev/state', state);
export const arrangePhone = (state: Record<string, unknown>) => fixture('/dev/smartcontrol', state);
export const jobsOfPhone = async () =>
  ((await (await arrangePhone({})).json()) as { jobs: { jobId: string; status: string; version: number }[] }).jobs;
export const tellPhone = (event: Record<string, unknown>) => fixture('/dev/smartcontrol/tell', event);
export const signIns = async () => (await (await fixture('/dev/sign-ins')).json()) as Record<string, string>[];
export const request = (connection: Record<string, unknown> = {}) => fixture('/dev/request', connection);

export class Visitor {
  readonly complaints: string[] = [];

  private constructor(
    public page: Page,
    private readonly context: BrowserContext,
  ) {
    this.listen();
  }

  private listen() {
    this.page.on('console', (message) => {
      // A refusal by the fixture is no fault of the page.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(message.text());
    });
    this.page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async come({ width = 1280, scheme = 'light', language = 'en' }: Look = {}) {
    const context = await browser.newContext({
      viewport: { width, height: width === 390 ? 844 : 860 },
      colorScheme: scheme,
      locale: language === 'de' ? 'de-DE' : 'en-GB',
      timezoneId: 'Europe/Berlin',
      reducedMotion: 'reduce',
      isMobile: width === 390,
      hasTouch: width === 390,
    });
    return new Visitor(await context.newPage(), context);
  }

  async goTo(path: string) {
    await this.page.goto(origin + path);
    await this.settled();
  }

  async secondTab(path: string) {
    const second = await this.context.newPage();
    await second.goto(origin + path);
    return second;
  }

  /** Nothing is loading any more: no skeleton, no message that says so. */
  async settled() {
    await this.page.waitForFunction(
      () => document.querySelector('h1') !== null && document.querySelector('.mantine-Skeleton-root') === null,
    );
    await this.page.evaluate(() => document.fonts.ready);
  }

  heading = () => this.page.locator('h1').textContent();

  async picture(name: string, fullPage = true) {
    await this.page.screenshot({ path: `${OUTPUT}${name}.png`, fullPage });
  }

  /** What axe finds, in words; nothing if all is well. */
  async barriers(): Promise<string[]> {
    await this.page.evaluate(AXE);
    // Only what is looked at: all results together are megabytes, and bringing them over takes as long as finding them.
    const violations = await this.page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: {
          run: (options: { resultTypes: string[] }) => Promise<{
            violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
          }>;
        };
      };
      return (await axe.run({ resultTypes: ['violations'] })).violations;
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  }

  /** A page must not be wider than the window. */
  overflow = () =>
    this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  /** Without reception, or with it again. */
  offline = (is: boolean) => this.context.setOffline(is);

  /** The app is closed and opened again: nothing but what is stored is left. */
  async reopen(path: string) {
    await this.page.close();
    this.page = await this.context.newPage();
    this.listen();
    await this.goTo(path);
  }

  leave = () => this.context.close();
}
