import { buildSite } from '#local/site/build-site.js'
import { type TestDatabase, testDatabase } from '#tests/support/database.js'
import { serveFunctions } from '#tests/support/served.js'
import { serveSite } from '#tests/support/served-site.js'
import { temporaryFolder } from '#tests/support/temporary-folder.js'

/**
 * Serves the app as the platform publishes it, with the API under the same origin, on a database of
 * its own with the library, until the test file ends.
 *
 * @param more settings of the API, for the origin at which it is served.
 */
export async function servedApp(more?: Parameters<typeof serveFunctions>[1]): Promise<ServedApp> {
  const database = await testDatabase('library')
  const folder = temporaryFolder()
  await buildSite(folder)
  return { database, folder, origin: await serveSite(folder, await serveFunctions(database.url, more)) }
}

type ServedApp = {
  readonly database: TestDatabase
  /** Where its files are: a test may change them as a deployment would. */
  readonly folder: string
  readonly origin: string
}
