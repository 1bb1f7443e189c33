import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { problemAnchor, problemCodes, problems } from '#http/problems.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { remedies } from './problems/remedies.js'

const page = join(import.meta.dirname, '../../docs/site/problems.md')

const introduction = `# Problems

<!-- Written by \`npm run docs:problems\` from the table of refusals; do not edit. -->

Every error is answered as \`application/problem+json\` (RFC 9457). Its \`type\` leads to this page. Its
\`code\` is stable, so programs can rely on it. \`detail\` and \`errors\` say what is wrong with this
request, all faults at once. \`instance\` is the id of the request.
`

/** Breaks a paragraph into lines of at most 100 columns. */
function wrapped(paragraph: string): string {
  return paragraph.replaceAll(/(.{1,100})(?: |$)/g, '$1\n').trimEnd()
}

/** Makes the page that the `type` of a problem leads to, with one heading per code. */
export function problemsPage(): string {
  const sections = problemCodes.map((code) => {
    const { status, title } = problems[code]
    return `## ${problemAnchor(code)}\n\n${status} \`${code}\`: ${title}.\n\n${wrapped(remedies[code])}\n`
  })
  return [introduction, ...sections].join('\n')
}

/** Writes the page, or with `--check` tells whether it is up to date; returns the exit code. */
async function writeOrCheck(): Promise<number> {
  const { values } = optionsOf({ check: { type: 'boolean' } }, 'npm run docs:problems [-- --check]')
  if (!values.check) {
    writeFileSync(page, problemsPage())
    console.log(mark.done('docs/site/problems.md written'))
    return exitCodes.ok
  }
  const isCurrent = readFileSync(page, 'utf8') === problemsPage()
  if (isCurrent) console.log(mark.skipped('docs/site/problems.md is up to date'))
  else
    console.error(
      mark.wrong('docs/site/problems.md is not what the table of refusals makes: npm run docs:problems, and commit it'),
    )
  return isCurrent ? exitCodes.ok : exitCodes.found
}

await runCommand(import.meta.url, writeOrCheck)
