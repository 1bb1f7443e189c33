import { join } from 'node:path'

/** What the bench installs and builds for itself; git ignores it. */
export const peersFolder = join(import.meta.dirname, '../.peers')

/** Where the page and its numbers are kept. */
export const docsFolder = join(import.meta.dirname, '../../../docs')
