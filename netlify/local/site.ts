import { join } from 'node:path'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { buildSite } from './site/build-site.js'

/** `npm run site` makes the published site, docs/.site, from the pages in docs/site. */
await runCommand(import.meta.url, async () => {
  optionsOf({}, 'npm run site')
  const pages = await buildSite(join(import.meta.dirname, '../../docs/.site'))
  console.log(mark.done(`${pages} pages in docs/.site`))
  return exitCodes.ok
})
