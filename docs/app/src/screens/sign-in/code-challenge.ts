const key = 'calistheniq.code-verifier'

/** Keeps a random text in this tab, and returns its digest: who comes back has to show the text (PKCE, RFC 7636). */
export async function newCodeChallenge(): Promise<string> {
  const codeVerifier = base64url(crypto.getRandomValues(new Uint8Array(32)))
  sessionStorage.setItem(key, codeVerifier)
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier))))
}

/** Hands out the text of the challenge that was made last, once; null where none was made in this tab. */
export function takeCodeVerifier(): string | null {
  const codeVerifier = sessionStorage.getItem(key)
  sessionStorage.removeItem(key)
  return codeVerifier
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
