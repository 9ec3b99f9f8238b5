import * as oauth from 'oauth4webapi';
import { thisTab } from '@/lib/storage';
import type { Store } from '../phone/store';

/** Without a new sign-in nothing can be asked or sent; what is on the phone stays. */
export class SignInNeeded extends Error {}

interface Pending {
  verifier: string;
  state: string;
  nonce: string;
  returnTo: string;
}

const PENDING = 'smartcontrol.sign-in';
const SCOPE = 'openid offline_access';
/** So much earlier than it ends, an access token is replaced. */
const MARGIN = 30_000;

/**
 * Authorization code with PKCE at the realm's public client.
 *
 * The access token lives in memory only. The refresh token is kept in IndexedDB, because a phone closes apps that it does not
 * see, and whoever opens this one again in a garage must not be asked for a password there. Each is good for one use, tabs take
 * turns, and the pages run no script but their own (Content-Security-Policy). It is an offline token: an hour without reception
 * does not end it; signing out revokes it, and it opens nothing for somebody who is no active technician any more.
 */
export class Session {
  private access: { token: string; until: number } | undefined;
  private server: Promise<oauth.AuthorizationServer> | undefined;

  constructor(
    private readonly store: Store,
    private readonly settings: { issuer: string; clientId: string },
    private readonly home: string,
  ) {
    let owner = store.snapshot().owner?.userId;
    store.subscribe(() => {
      const next = store.snapshot().owner?.userId;
      // Somebody else signed in, or out, perhaps in another tab: the token is not theirs.
      if (owner !== undefined && next !== owner) this.access = undefined;
      owner = next;
    });
  }

  private get client(): oauth.Client {
    // Phones' clocks are wrong by minutes; how much is known from the server's answers.
    return { client_id: this.settings.clientId, [oauth.clockSkew]: Math.round(this.store.snapshot().clock / 1000) };
  }

  /** Keycloak of the local stack is reached without TLS, as the page itself then is. */
  private get options() {
    return { [oauth.allowInsecureRequests]: location.protocol === 'http:', signal: AbortSignal.timeout(20_000) };
  }

  private discover() {
    this.server ??= this.ask().catch((error: unknown) => {
      this.server = undefined;
      throw error;
    });
    return this.server;
  }

  private async ask() {
    const issuer = new URL(this.settings.issuer);
    return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, this.options));
  }

  /** Where to send the browser; the sign-in page comes back to the callback. */
  async signInAddress(returnTo: string, language: string) {
    const server = await this.discover();
    const pending: Pending = {
      verifier: oauth.generateRandomCodeVerifier(),
      state: oauth.generateRandomState(),
      nonce: oauth.generateRandomNonce(),
      returnTo,
    };
    thisTab.set(PENDING, JSON.stringify(pending));
    const address = new URL(server.authorization_endpoint!);
    address.search = new URLSearchParams({
      response_type: 'code',
      client_id: this.settings.clientId,
      redirect_uri: `${this.home}callback`,
      scope: SCOPE,
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
      ui_locales: language,
    }).toString();
    return address.href;
  }

  /** @returns where the sign-in was begun */
  async finishSignIn(callback: URL): Promise<string> {
    const remembered = thisTab.get(PENDING);
    if (!remembered) throw new Error('No sign-in was begun in this tab');
    const pending = JSON.parse(remembered) as Pending;
    const server = await this.discover();
    const parameters = oauth.validateAuthResponse(server, this.client, callback, pending.state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      this.client,
      oauth.None(),
      parameters,
      `${this.home}callback`,
      pending.verifier,
      this.options,
    );
    await this.remember(
      await oauth.processAuthorizationCodeResponse(server, this.client, response, { expectedNonce: pending.nonce }),
    );
    thisTab.remove(PENDING);
    return pending.returnTo;
  }

  private async remember(tokens: oauth.TokenEndpointResponse) {
    if (tokens.refresh_token) await this.store.keep('refreshToken', tokens.refresh_token);
    if (tokens.id_token) await this.store.keep('idToken', tokens.id_token);
    this.access = { token: tokens.access_token, until: Date.now() + (tokens.expires_in ?? 60) * 1000 - MARGIN };
    return tokens.access_token;
  }

  /**
   * @param refused the token that was not accepted any more
   * @throws SignInNeeded if only the person can go on
   */
  async accessToken(refused?: string): Promise<string> {
    const usable = () =>
      this.access && this.access.token !== refused && this.access.until > Date.now() ? this.access.token : undefined;
    return usable() ?? navigator.locks.request('smartcontrol.refresh', async () => usable() ?? (await this.refresh()));
  }

  private async refresh() {
    const refreshToken = await this.store.get('refreshToken');
    if (!refreshToken) throw new SignInNeeded();
    const server = await this.discover();
    const response = await oauth.refreshTokenGrantRequest(
      server,
      this.client,
      oauth.None(),
      refreshToken,
      this.options,
    );
    try {
      return await this.remember(await oauth.processRefreshTokenResponse(server, this.client, response));
    } catch (error) {
      if (error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant') {
        await this.store.keep('refreshToken', undefined);
        throw new SignInNeeded();
      }
      throw error;
    }
  }

  /** @returns where to send the browser, so that the sign-in page forgets the person too; undefined without reception */
  async signOut(): Promise<string | undefined> {
    const [refreshToken, idToken] = [await this.store.get('refreshToken'), await this.store.get('idToken')];
    this.access = undefined;
    await this.store.signOut();
    try {
      const server = await this.discover();
      if (refreshToken) await oauth.revocationRequest(server, this.client, oauth.None(), refreshToken, this.options);
      const address = new URL(server.end_session_endpoint!);
      address.searchParams.set('post_logout_redirect_uri', this.home);
      address.searchParams.set('client_id', this.settings.clientId);
      if (idToken) address.searchParams.set('id_token_hint', idToken);
      return address.href;
    } catch {
      return undefined;
    }
  }
}
