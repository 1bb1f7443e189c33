import { parseArgs } from 'node:util'
import { UnknownRulesError } from '#domain/rules/rule-book.js'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { readVectors, UnreadableVectors } from './vectors/read-vectors.js'
import { reportLines } from './vectors/report.js'
import { runVectors } from './vectors/run-vectors.js'

/**
 * Runs `npm run vectors -- [--rules VERSION] FILE`: compares the training rules with a file of test
 * vectors, by the rules in force or by another version of the book. Exit codes: 0 all agree, 1
 * something differs, 2 the file cannot be read or the rules are not known.
 */
function main(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { rules: { type: 'string', default: rulesInForce.version } },
    allowPositionals: true,
  })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) {
    console.error('Give one vectors file: npm run vectors -- netlify/tests/vectors/training-science.json')
    return 2
  }
  const results = runVectors(readVectors(file), ruleBook.version(values.rules))
  if (results.length === 0) throw new UnreadableVectors(`${file} holds no cases; give a file with at least one.`)
  console.log([`by the rules ${values.rules}`, ...reportLines(results)].join('\n'))
  return results.some(({ differences }) => differences.length > 0) ? 1 : 0
}

try {
  process.exitCode = main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UnreadableVectors || error instanceof UnknownRulesError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
