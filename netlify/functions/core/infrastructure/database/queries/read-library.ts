import { type Library, type LibraryVersion, libraryOf } from '#domain/library/library-facts.js'
import { KeptVersions } from '../kept-versions.js'
import type { Statement } from '../statement.js'
import { findLibraryFacts } from './library-facts.js'

/** A library, and the version that it is; null where the database never had one. */
export type VersionedLibrary = { readonly library: Library; readonly version: LibraryVersion | null }

/**
 * One for production, one that is being seeded, and the databases of tests: each some 300 kB. They are
 * kept by what is in them, not by the database that they came from: no database is given what is not
 * its own.
 */
const kept = new KeptVersions<LibraryVersion, Library>(4)

/**
 * Reads the library with its version. The database says which version it has now, and sends the facts
 * only when this process does not have them: so the library is never older than the transaction that
 * reads it, and costs one row while it stays as it is.
 */
export function readLibrary(): Statement<VersionedLibrary> {
  const known = kept.known()
  const { parse, ...statement } = findLibraryFacts({ known: [...known.keys()] })
  return {
    ...statement,
    parse: function* (rows) {
      const { version, facts } = yield* parse(rows)
      const library = facts === null ? version && known.get(version) : libraryOf(facts)
      if (!library) throw new Error(`library ${version} was not sent, and is not known`)
      if (version !== null) kept.keep(version, library)
      return { library, version }
    },
  }
}
