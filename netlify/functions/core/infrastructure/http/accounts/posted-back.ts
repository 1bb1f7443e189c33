/** The most that a provider posts; what is longer is none. */
const charactersMax = 16_384

/** Tells whether a provider sends a browser back by posting a form, as Apple does (`form_post`). */
export function isPostedBack({ method, url, headers }: Request): boolean {
  return (
    method === 'POST' &&
    /^\/api\/v1\/auth\/callback\/[^/]+$/.test(new URL(url).pathname) &&
    headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded'
  )
}

/** Makes of a posted form the request that it would be in the address. */
export async function postedAsAddress(request: Request): Promise<Request> {
  const url = new URL(request.url)
  const text = (await request.text()).slice(0, charactersMax)
  for (const [name, value] of new URLSearchParams(text)) url.searchParams.set(name, value)
  const headers = new Headers(request.headers)
  for (const name of ['content-type', 'content-length']) headers.delete(name)
  return new Request(url, { headers })
}
