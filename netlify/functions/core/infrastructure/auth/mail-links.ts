/**
 * Returns the address of a mail without the page that the service makes up where the caller named none;
 * what is opened then answers by itself.
 */
export function mailLink(url: string): string {
  const link = new URL(url)
  if (!pageIn(link)) link.searchParams.delete('callbackURL')
  return link.href
}

/** Tells whether the address of a mail leads on to a page that the caller named. */
export function leadsToPage(url: string): boolean {
  return pageIn(new URL(url)) !== null
}

function pageIn({ searchParams }: URL): string | null {
  const page = searchParams.get('callbackURL')
  return page === null || page === '' || page === '/' ? null : page
}
