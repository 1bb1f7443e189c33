/** Says where a database is, without its password: `calistheniq at db.example:5432 as ada`. */
export function describeTarget(url: string): string {
  const { database, address, user } = targetOf(url)
  return `${database} at ${address} as ${user}`
}

export type Target = { readonly database: string; readonly address: string; readonly user: string }

/** Tells the parts of a database URL that may be shown. */
export function targetOf(url: string): Target {
  const { hostname, port, pathname, username, searchParams } = new URL(url)
  const user = decodeURIComponent(username) || 'the default user'
  const host = searchParams.get('host') ?? (hostname || 'localhost')
  return { database: decodeURIComponent(pathname.slice(1)) || user, address: `${host}:${port || '5432'}`, user }
}
