/** A page of the site. */
export type SitePage = {
  /** Its address without the slash; `index` is the start page. */
  readonly name: string
  /** What it is called in the navigation. */
  readonly label: string
  /** Its Markdown, from the project's folder. */
  readonly source: string
}

const page = (name: string, label: string): SitePage => ({ name, label, source: `docs/site/${name}.md` })

/** Every page of the site, in the order of the navigation. */
export const sitePages: readonly SitePage[] = [
  page('index', 'Start'),
  page('accounts', 'Accounts'),
  page('requests', 'Requests'),
  page('sign-in', 'Ways to sign in'),
  page('sets', 'Sets'),
  page('offline', 'Offline'),
  page('charts', 'Charts'),
  page('privacy', 'Privacy'),
  page('webhooks', 'Webhooks'),
  page('scopes', 'Scopes'),
  page('problems', 'Problems'),
  { name: 'example-app', label: 'Example app', source: 'docs/app/README.md' },
  { name: 'client', label: 'Client package', source: 'netlify/client/README.md' },
]

/** The address of a page. */
export function addressOf({ name }: SitePage): string {
  return name === 'index' ? '/' : `/${name}`
}

/** The address of what is made of a file of the project; undefined when the site does not show it. */
export function addressOfFile(file: string): string | undefined {
  if (file === 'docs/app/index.html') return '/app/'
  const page = sitePages.find(({ source }) => source === file)
  return page && addressOf(page)
}
