import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { csrfToken, http, speak, whenSignedOut } from './http';

const problem = (status: number, slug: string) =>
  new Response(JSON.stringify({ type: `urn:service-partner:problem:${slug}`, status }), { status });

const fetched = vi.fn<(request: Request | string) => Promise<Response>>();
const requests = () => fetched.mock.calls.map(([request]) => request as Request);

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
  document.cookie = 'XSRF-TOKEN=abc%3D';
});
afterEach(() => vi.unstubAllGlobals());

it('finds the CSRF token among the cookies', () => {
  expect(csrfToken('lang=de; XSRF-TOKEN=a%2Bb; other=1')).toBe('a+b');
  expect(csrfToken('NOT-XSRF-TOKEN=1')).toBe('');
});

describe('a request', () => {
  it('repeats the CSRF token if it changes something', async () => {
    fetched.mockImplementation(() => Promise.resolve(new Response()));
    await http('http://portal/api/x', { method: 'POST', body: '{}' });
    await http('http://portal/api/x');
    expect(requests()[0]!.headers.get('X-XSRF-TOKEN')).toBe('abc=');
    expect(requests()[1]!.headers.has('X-XSRF-TOKEN')).toBe(false);
  });

  it("asks in the reader's language", async () => {
    fetched.mockResolvedValue(new Response());
    speak('de');
    await http('http://portal/api/x');
    expect(requests()[0]!.headers.get('Accept-Language')).toBe('de');
  });

  it('is sent once more with a fresh token if its token was refused', async () => {
    fetched
      .mockResolvedValueOnce(problem(403, 'csrf-token-missing'))
      .mockResolvedValueOnce(new Response('{}'))
      .mockResolvedValueOnce(new Response('done'));
    const answer = await http('http://portal/api/x', { method: 'PUT', body: '{"a":1}' });
    expect(await answer.text()).toBe('done');
    expect(await requests()[2]!.text()).toBe('{"a":1}');
  });

  it('throws the problem of every refusal', async () => {
    fetched.mockResolvedValue(problem(409, 'last-admin'));
    await expect(http('http://portal/api/x')).rejects.toMatchObject({ slug: 'last-admin', status: 409 });
  });

  it('tells when the session has ended, but not when it asks who is signed in', async () => {
    const signedOut = vi.fn();
    const forget = whenSignedOut(signedOut);
    fetched.mockImplementation(() => Promise.resolve(problem(401, 'unauthenticated')));
    await expect(http('http://portal/api/me')).rejects.toThrow();
    expect(signedOut).not.toHaveBeenCalled();
    await expect(http('http://portal/api/partner/v1/me')).rejects.toThrow();
    expect(signedOut).toHaveBeenCalledOnce();
    forget();
  });
});
