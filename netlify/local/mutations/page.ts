import { type FolderTally, shareKilled } from './tally.js'

/** Makes the table of docs/mutations.md, with a line for each folder and one for all. */
export function mutationsPage(folders: readonly FolderTally[]): string {
  const sum = (what: 'killed' | 'survived' | 'equivalent') => folders.reduce((total, folder) => total + folder[what], 0)
  const all = { folder: 'all', killed: sum('killed'), survived: sum('survived'), equivalent: sum('equivalent') }
  const rows = [...folders, all].map((folder) => {
    const { killed, survived, equivalent } = folder
    const numbers = [killed + survived + equivalent, equivalent, killed, survived, percent(shareKilled([folder]))]
    return `| ${[folder.folder, ...numbers].join(' | ')} |`
  })
  return `${intro}\n\n${head}\n${rows.join('\n')}\n`
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

const head = `| folder of the domain | mutants | equivalent | killed | survived | killed of those that can be |
| --- | --: | --: | --: | --: | --: |`

const intro = `# Mutations

Written by \`npm run test:mutations\`.

A mutant is the code with one small fault in it: a boundary that moved by one, a condition that is
negated, an element of a list that is missing. A test that fails kills it. What survives is a
decision that no test holds.

The script puts faults into the files of the domain that decide about an athlete's body, one after
the other, and runs the tests of the domain that come by the place. It knows these faults:

- \`<\` for \`<=\`, \`>\` for \`>=\`, \`===\` for \`!==\`, \`&&\` for \`||\`, \`+\` for \`-\`, \`*\` for \`/\`, and the
  other way round
- a number that is one more or one less
- a condition negated, or a negation left out
- an element of a list left out, or a filter
- \`min\` for \`max\`, \`some\` for \`every\`, and the other way round
- null where a function may return it

Equivalent mutants do the same as the code; they stand in \`netlify/local/mutations/equivalents.ts\`,
each with the reason, and the script fails when a test kills one of them after all. It also fails
when fewer than 90 % are killed in one folder. A mutant takes about half a second on two quiet cores,
and all of them more than half an hour, so it is no part of \`npm run verify\`. With a part of a path the
script tries one folder: \`npm run test:mutations -- coach/session\`.

Stryker does the same for any project, and runs with this version of vitest. It brings 167 packages,
and has to start the tests afresh for every fault in what a file does while it loads, which in
\`progression\` is a third of them.`
