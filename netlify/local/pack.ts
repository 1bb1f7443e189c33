import { join, relative } from 'node:path'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { packedFolder, packFunctions } from './pack/pack-functions.js'

/** `npm run pack` packs every function for deployment, in netlify/.packed. */
await runCommand(import.meta.url, async () => {
  optionsOf({}, 'npm run pack')
  const packed = await packFunctions()
  console.log(mark.done(`${packed.length} functions in ${relative(join(import.meta.dirname, '../..'), packedFolder)}`))
  return exitCodes.ok
})
