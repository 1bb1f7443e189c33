import { cpus } from 'node:os'
import type { Loaded } from './measure.js'

/** What a function weighs: our own files, as Netlify zips them. */
export type Weight = { readonly zippedBytes: number; readonly files: number }

export type Row = {
  readonly name: string
  readonly before: Weight & Loaded
  readonly after: Weight & Loaded
}

export const header = ['function', 'zipped', 'traced', 'files', 'traced', 'load', 'traced', 'first answer', 'traced']

/** Writes the cells of a row, each number beside what it is when Netlify traces the sources. */
export function cellsOf({ name, before, after }: Row): string[] {
  const beside = (value: (of: Weight & Loaded) => string) => [value(after), value(before)]
  return [
    name,
    ...beside(({ zippedBytes }) => `${Math.round(zippedBytes / 1000)} kB`),
    ...beside(({ files }) => `${files}`),
    ...beside(({ loadMs }) => `${Math.round(loadMs)} ms`),
    ...beside(({ answerMs }) => (answerMs < 1 ? '' : `${Math.round(answerMs)} ms`)),
  ]
}

/** Writes docs/bundles.md. */
export function pageOf(rows: readonly Row[], rounds: number): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const machine = `Node ${process.version} on ${cpus().length} cores of ${cpus()[0]?.model ?? 'an unknown processor'}`
  return `# What each function weighs

Written by \`npm run bench:bundles\`. \`npm run pack\` packs every function ([ADR 51](adr/0051-functions-packed-by-our-own-step.md)), and
Netlify zips the folder as it is. Beside each number, *traced*, stands what it is when Netlify bundles the sources itself,
measured in the same run. Netlify adds about 340 kB of its own to every function, its bootstrap and its telemetry; they are in
neither number.

*Load* is what importing the function takes of a processor in a fresh process, and *first answer* what it takes from there to answer
a first request, while no database answers: each the median of ${rounds} (${machine.trim()}). A cold start
pays both once. On a machine that does nothing else, they are the time that passes.

${[line(header), line(['---', ...header.slice(1).map(() => '--:')]), ...rows.map((row) => line(cellsOf(row)))].join('\n')}

- **zod** comes with its messages in English alone, and writes no JSON Schema.
- **What schemas say about themselves** (\`.meta\`) is left out: only the OpenAPI document reads it, and \`openapi\` carries that in writing.
- **me**, **sessions**, **exercises**, **levels** and **progression** load an operation when a request first leads to it.
- **me** is above 300 kB, and **sessions** by a little. The operations of **me** share the fold of a training log and the rules: of
  all ways to divide them in two, the best leaves 310 kB on each side.
- **auth** alone carries Better Auth, its query builder (kysely) and what sends mails; a test holds the others free of them.
- **Drivers** are files of their own, read when they are needed: only one of pg and Neon's is; the Redis client where \`REDIS_URL\` is set,
  with the six commands that it sends; OpenTelemetry where a collector is.
`
}
