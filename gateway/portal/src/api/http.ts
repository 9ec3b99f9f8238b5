import { ProblemError, problemFrom } from './problem';

let language = 'en';
let onSignedOut: (() => void) | undefined;

/** Services that know several languages (Keycloak's password rules) answer in this one. */
export function speak(code: string) {
  language = code;
}

/** Is called when a request finds that the session has ended; asking who is signed in does not count. */
export function whenSignedOut(listener: () => void) {
  onSignedOut = listener;
  return () => {
    onSignedOut = undefined;
  };
}

export function csrfToken(cookies = document.cookie) {
  const entry = cookies.split('; ').find((each) => each.startsWith('XSRF-TOKEN='));
  return entry ? decodeURIComponent(entry.slice('XSRF-TOKEN='.length)) : '';
}

const changes = (method: string) => !['GET', 'HEAD', 'OPTIONS'].includes(method);

async function send(request: Request) {
  const attempt = new Request(request, { credentials: 'same-origin' });
  attempt.headers.set('Accept-Language', language);
  if (changes(attempt.method)) attempt.headers.set('X-XSRF-TOKEN', csrfToken());
  return fetch(attempt);
}

/** fetch with the session's CSRF token, in the reader's language; every answer that is no success is thrown as a problem. */
export async function http(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  let response = await send(request.clone());
  if (response.ok) return response;
  let problem = await problemFrom(response);
  if (problem.slug === 'csrf-token-missing') {
    // The cookie is new after a sign-in or restart; any answer of the gateway brings it.
    await fetch('/api/me', { credentials: 'same-origin' });
    response = await send(request);
    if (response.ok) return response;
    problem = await problemFrom(response);
  }
  if (problem.status === 401 && new URL(request.url).pathname !== '/api/me') onSignedOut?.();
  throw new ProblemError(problem);
}
