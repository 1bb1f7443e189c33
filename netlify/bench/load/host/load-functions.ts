import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The default export of a function. */
export type Handler = (request: Request, context: { waitUntil(work: Promise<unknown>): void }) => Promise<Response>

type Module = { readonly default: Handler; readonly config?: { readonly path?: string | readonly string[] } }

/** A path of a function: exact, or everything below it. */
export type Route = { readonly path: string; readonly below: boolean; readonly handler: Handler }

/**
 * Loads packed functions from a folder that has one folder for each; those that have no path are
 * started by the clock, and left out. The longest path is tried first.
 *
 * @throws Error when there is none.
 */
export async function loadFunctions(folder: string): Promise<Route[]> {
  const routes: Route[] = []
  for (const name of readdirSync(folder)) {
    const entry = entryOf(folder, name)
    if (!entry) continue
    const { default: handler, config }: Module = await import(pathToFileURL(entry).href)
    for (const path of [config?.path ?? []].flat()) {
      routes.push({ path: path.replace(/\/\*$/, '/'), below: path.endsWith('/*'), handler })
    }
  }
  if (routes.length === 0) throw new Error(`${folder} holds no packed functions`)
  return routes.sort((a, b) => b.path.length - a.path.length)
}

/** `npm run pack` puts the entry in the function's folder; `netlify build` below the path of its source. */
function entryOf(folder: string, name: string): string | undefined {
  const candidates = [join(folder, name, `${name}.mjs`), join(folder, name, 'netlify/functions', `${name}.mjs`)]
  return candidates.find(existsSync)
}
