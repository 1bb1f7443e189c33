import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { runCommand } from '#infrastructure/command-line/run-command.js'
import { compareResults } from './load/compare.js'
import { keep, readKept } from './load/keep.js'
import { optionsIn, usage } from './load/options.js'
import { comparisonLine } from './load/page/lines.js'
import { runBench } from './load/run.js'
import { endAll } from './load/servers/server.js'

const localServer = 'postgres://postgres:postgres@127.0.0.1:5432/postgres'

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void endAll().finally(() => process.exit(130))
  })
}

/** `npm run bench` measures the functions as they are deployed, beside the floor and what people would pick instead. */
await runCommand(import.meta.url, async () => {
  const options = parsed(process.argv.slice(2))
  const serverUrl = process.env.BENCH_DATABASE_URL || process.env.DATABASE_URL || localServer
  try {
    const result = await runBench(serverUrl, options, console.log)
    if (!options.compare) {
      keep(options.out, options.kind, result)
      console.log(mark.done('written to performance.md and performance.json'))
      return exitCodes.ok
    }
    const kept = readKept(options.out)[options.kind]
    if (!kept)
      throw new CommandError(
        exitCodes.refused,
        `No result of a ${options.kind} run is kept: run it without --compare first.`,
      )
    const compared = compareResults(kept, result)
    for (const one of compared) console.log(comparisonLine(one))
    const regressed = compared.filter((one) => one.regressed).length
    console.log(
      regressed === 0
        ? mark.done(`${compared.length} values hold`)
        : mark.wrong(`${regressed} of ${compared.length} values fell`),
    )
    return regressed === 0 ? exitCodes.ok : exitCodes.found
  } finally {
    await endAll()
  }
})

function parsed(args: readonly string[]) {
  try {
    return optionsIn(args)
  } catch (error) {
    throw new CommandError(exitCodes.usage, `${error instanceof Error ? error.message : error}\n${usage}`)
  }
}
