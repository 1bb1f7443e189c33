import { readVectors, UnreadableVectors } from './vectors/read-vectors.js'
import { reportLines } from './vectors/report.js'
import { runVectors } from './vectors/run-vectors.js'

/**
 * Runs `npm run vectors -- FILE`: compares the training rules with a file of test vectors. Exit
 * codes: 0 all agree, 1 something differs, 2 the file cannot be read.
 */
function main(args: readonly string[]): number {
  const [file] = args
  if (file === undefined || args.length > 1) {
    console.error('Give one vectors file: npm run vectors -- netlify/tests/vectors/training-science.json')
    return 2
  }
  const results = runVectors(readVectors(file))
  if (results.length === 0) throw new UnreadableVectors(`${file} holds no cases; give a file with at least one.`)
  console.log(reportLines(results).join('\n'))
  return results.some(({ differences }) => differences.length > 0) ? 1 : 0
}

try {
  process.exitCode = main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UnreadableVectors)) throw error
  console.error(error.message)
  process.exitCode = 2
}
