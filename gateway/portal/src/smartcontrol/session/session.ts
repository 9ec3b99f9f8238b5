import * as oauth from 'oauth4webapi';
import { ProblemError } from '@/api/problem';
import { thisTab } from '@/lib/storage';
import type { Credentials, Owner } from '../phone/database';
import { SomebodyElse, type Store } from '../phone/store';
import { askGateway } from './settings';

/** Without a new sign-in nothing can be asked or sent; what was done on the phone stays. */
export class SignInNeeded extends Error {}

interface Pending {
  verifier: string;
  state: string;
  nonce: string;
  returnTo: string;
}

const PENDING = 'smartcontrol.sign-in';
const SCOPE = 'openid offline_access';
const REFRESH = 'smartcontrol.refresh';
/** So much earlier than it ends, an access token is replaced. */
const MARGIN = 30_000;

/**
 * Authorization code with PKCE at the realm's public client.
 *
 * The access token lives in memory only. The refresh token is kept in IndexedDB, because a phone closes apps that it does not
 * see, and whoever opens this one again in a garage must not be asked for a password there. It is kept together with whose it is,
 * so nothing is asked or sent in the name of somebody else, whatever another tab does. Each is good for one use, tabs take
 * turns, and the pages run no script but their own (Content-Security-Policy). It is an offline token: an hour without reception
 * does not end it; signing out revokes it, and it opens nothing for somebody who is no active technician any more.
 */
export class Session {
  private access: { token: string; until: number; userId: unknown } | undefined;
  private server: Promise<oauth.AuthorizationServer> | undefined;
  /** Of the last sign-in that came to nothing: whom the sign-in page still knows. */
  private turnedAway: string | undefined;

  constructor(
    private readonly store: Store,
    private readonly settings: { issuer: string; clientId: string },
    private readonly home: string,
  ) {}

  private get client(): oauth.Client {
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
    const response = await oauth.discoveryRequest(issuer, this.options);
    return oauth.processDiscoveryResponse(issuer, response).catch(() => Promise.reject(unavailable(response)));
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

  /**
   * Until it is known who has signed in, and that they may work here, the tokens are in memory only; otherwise they are revoked.
   *
   * @param me asks whose access token it is
   * @returns where the sign-in was begun
   */
  async finishSignIn(callback: URL, me: (token: string) => Promise<Owner>): Promise<string> {
    const remembered = thisTab.get(PENDING);
    if (!remembered) throw new Error('No sign-in was begun in this tab');
    const pending = JSON.parse(remembered) as Pending;
    const server = await this.discover();
    await askGateway(this.store);
    const parameters = oauth.validateAuthResponse(server, this.client, callback, pending.state);
    thisTab.remove(PENDING);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      this.client,
      oauth.None(),
      parameters,
      `${this.home}callback`,
      pending.verifier,
      this.options,
    );
    const credentials = await credentialsOf(response);
    try {
      const tokens = await oauth.processAuthorizationCodeResponse(server, this.client, response, {
        expectedNonce: pending.nonce,
      });
      const owner = await me(tokens.access_token);
      const access = accessOf(tokens);
      if (!credentials || access.userId !== owner.userId) throw new Error('The tokens are somebody else’s');
      await this.store.belongTo(owner, credentials);
      this.access = access;
      return pending.returnTo;
    } catch (error) {
      this.turnedAway = credentials?.idToken;
      await this.revoke(credentials?.refreshToken);
      throw error;
    }
  }

  /**
   * @param userId in whose name something is asked
   * @param refused the token that was not accepted any more
   * @throws SignInNeeded if only the person can go on
   * @throws SomebodyElse if the phone is not theirs any more
   */
  async accessToken(userId: string, refused?: string): Promise<string> {
    const usable = () => {
      const { access } = this;
      if (access?.userId !== userId || access.token === refused || access.until <= Date.now()) return undefined;
      return access.token;
    };
    return usable() ?? navigator.locks.request(REFRESH, async () => usable() ?? (await this.refresh(userId)));
  }

  /** The next question is asked with a fresh token. */
  forgetAccess() {
    this.access = undefined;
  }

  private async refresh(userId: string): Promise<string> {
    const { owner, refreshToken } = await this.store.credentials();
    if (owner?.userId !== userId) throw new SomebodyElse();
    if (!refreshToken) throw new SignInNeeded();
    // With a wrong idea of the time, what comes would look expired.
    await askGateway(this.store);
    const server = await this.discover();
    const response = await oauth.refreshTokenGrantRequest(
      server,
      this.client,
      oauth.None(),
      refreshToken,
      this.options,
    );
    // The old one has been used: the new one is kept before anything else in the answer can turn out to be wrong.
    const credentials = await credentialsOf(response);
    if (credentials && !(await this.store.renew(refreshToken, credentials))) {
      await this.revoke(credentials.refreshToken);
      throw new SomebodyElse();
    }
    try {
      this.access = accessOf(await oauth.processRefreshTokenResponse(server, this.client, response));
    } catch (error) {
      if (error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant') {
        await this.store.endSignIn(refreshToken);
        throw new SignInNeeded();
      }
      throw unavailable(response);
    }
    if (this.access.userId !== userId) {
      await this.store.endSignIn(credentials?.refreshToken ?? refreshToken);
      throw new SignInNeeded();
    }
    return this.access.token;
  }

  /**
   * Empties the phone at once; whoever is refreshing the token at that moment finds that it is not kept any more.
   *
   * @returns where to send the browser, so that the sign-in page forgets the person too; undefined without reception
   */
  async signOut(): Promise<string | undefined> {
    this.access = undefined;
    const { refreshToken, idToken } = await this.store.signOut();
    await navigator.locks.request(REFRESH, () => this.revoke(refreshToken));
    return this.farewell(idToken);
  }

  /** For somebody who signed in and may not work here; whose phone it is does not change. */
  leave = () => this.farewell(this.turnedAway);

  private async farewell(idToken: string | undefined) {
    try {
      const address = new URL((await this.discover()).end_session_endpoint!);
      address.searchParams.set('post_logout_redirect_uri', this.home);
      address.searchParams.set('client_id', this.settings.clientId);
      if (idToken) address.searchParams.set('id_token_hint', idToken);
      return address.href;
    } catch {
      return undefined;
    }
  }

  /** As far as there is reception; nobody has the token any more in any case. */
  private async revoke(refreshToken: string | undefined) {
    if (!refreshToken) return;
    try {
      await oauth.revocationRequest(await this.discover(), this.client, oauth.None(), refreshToken, this.options);
    } catch {
      // It ends by itself when it is not used.
    }
  }
}

/** As they are in the answer, before it is judged. */
async function credentialsOf(response: Response): Promise<Credentials | undefined> {
  const body = (await response
    .clone()
    .json()
    .catch(() => undefined)) as { refresh_token?: string; id_token?: string } | undefined;
  return response.ok && body?.refresh_token ? { refreshToken: body.refresh_token, idToken: body.id_token } : undefined;
}

/** The sign-in service has answered, but not as one. */
const unavailable = ({ ok, status }: Response) =>
  new ProblemError({ slug: 'sign-in-unavailable', status: ok ? 502 : status, more: {} });

const accessOf = (tokens: oauth.TokenEndpointResponse) => ({
  token: tokens.access_token,
  until: Date.now() + (tokens.expires_in ?? 60) * 1000 - MARGIN,
  userId: oauth.getValidatedIdTokenClaims(tokens)?.user_id,
});
