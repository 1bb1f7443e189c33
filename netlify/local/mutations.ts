import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { ProgressBar } from '#infrastructure/command-line/progress-bar.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { randomFrom } from '#tests/faults/support/random.js'
import { equivalents } from './mutations/equivalents.js'
import { domain, findMutants } from './mutations/find-mutants.js'
import { mutationsPage, percent } from './mutations/page.js'
import type { Mutant } from './mutations/switch-mutants.js'
import { shareKilled, type Tally, tallyOf } from './mutations/tally.js'
import { survivorsAmong } from './mutations/try-mutants.js'

const usage = 'npm run test:mutations [-- <part of a path> --sample <number> --seed <number>]'
const root = join(import.meta.dirname, '../..')
const shareMin = 0.9

type Choice = { readonly path: string; readonly sample: number; readonly seed: number }

function choice(): Choice {
  const options = { sample: { type: 'string', default: 'Infinity' }, seed: { type: 'string', default: '1' } } as const
  const { values, positionals } = optionsOf(options, usage, { allowPositionals: true })
  const [sample, seed] = [Number(values.sample), Number(values.seed)]
  if (Number.isNaN(sample) || Number.isNaN(seed)) throw new CommandError(exitCodes.usage, `Usage: ${usage}`)
  return { path: positionals[0] ?? '', sample, seed }
}

/** Chooses the mutants below a path, or a sample of them; the same seed chooses the same ones. */
function chosenOf(mutants: readonly Mutant[], { path, sample, seed }: Choice): Mutant[] {
  const random = randomFrom(seed)
  return mutants
    .filter(({ file }) => file.startsWith(path))
    .map((mutant) => ({ mutant, place: random() }))
    .sort((one, other) => one.place - other.place)
    .slice(0, sample)
    .map(({ mutant }) => mutant)
}

function report({ folders, survivors, misjudged }: Tally): void {
  for (const { file, line, original, changed } of survivors) {
    console.log(mark.wrong(`${domain}/${file}:${line}\n    ${original}\n -> ${changed}`))
  }
  for (const name of misjudged) console.log(mark.wrong(`is no equivalent mutant: ${name}`))
  for (const folder of folders) {
    const share = shareKilled([folder])
    const line = `${folder.folder}: ${percent(share)} killed, ${folder.survived} survived`
    console.log(share < shareMin ? mark.wrong(line) : mark.done(line))
  }
}

/** Tries the chosen mutants, and writes the page when they are all of them. */
async function tryMutants(): Promise<number> {
  const { mutants, code } = findMutants(root)
  const chosen = chosenOf(mutants, choice())
  const bar = new ProgressBar('mutants', chosen.length)
  const survivors = await survivorsAmong(chosen, code, (done) => bar.show(done))
  const tried = new Set(chosen)
  const outcomeOf = (mutant: Mutant) =>
    survivors.has(mutant) ? 'survived' : tried.has(mutant) ? 'killed' : 'not tried'
  const tally = tallyOf(
    mutants.map((mutant) => ({ ...mutant, outcome: outcomeOf(mutant) })),
    equivalents,
  )
  report(tally)
  if (tried.size === mutants.length) writeFileSync(join(root, 'docs/mutations.md'), mutationsPage(tally.folders))
  const isGood = tally.misjudged.length === 0 && tally.folders.every((folder) => shareKilled([folder]) >= shareMin)
  return isGood ? exitCodes.ok : exitCodes.found
}

await runCommand(import.meta.url, tryMutants)
