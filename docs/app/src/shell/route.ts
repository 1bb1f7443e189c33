/** Where somebody is in the app: the address after `#`, in parts. */
export type Route = { readonly screen: string; readonly rest: readonly string[] }

/** Reads the address: `#/workout/018f…` is the screen `workout` with its id. */
export function routeOf(hash: string): Route {
  const [screen = '', ...rest] = hash.replace(/^#\/?/, '').split('/').map(decoded)
  return { screen: screen === '' ? 'today' : screen, rest }
}

/** A part of an address, as it is where nobody can have encoded it: people type addresses too. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export function currentRoute(): Route {
  return routeOf(location.hash)
}

/** The address of a screen, for links. */
export function linkTo(screen: string, ...rest: readonly string[]): string {
  return `#/${[screen, ...rest].map(encodeURIComponent).join('/')}`
}

export function goTo(screen: string, ...rest: readonly string[]): void {
  location.hash = linkTo(screen, ...rest)
}
