import { KeptVersions } from '../kept-versions.js'
import type { Statement } from '../statement.js'
import { findLibraryEntries, type LibraryEntries } from './library-entries.js'

/** Each some 250 kB. */
const kept = new KeptVersions<string, LibraryEntries>(2)

/**
 * Reads every exercise as callers read it. The database sends them only when this process has none that
 * are as they are now: one row comes back while the library stays as it is.
 */
export function readLibraryEntries(): Statement<LibraryEntries> {
  const known = kept.known()
  const { parse, ...statement } = findLibraryEntries({ known: [...known.keys()] })
  return {
    ...statement,
    parse: function* (rows) {
      const { digest, entries } = yield* parse(rows)
      const found = entries ?? known.get(digest)
      if (!found) throw new Error(`the exercises of ${digest} were not sent, and are not known`)
      kept.keep(digest, found)
      return found
    },
  }
}
