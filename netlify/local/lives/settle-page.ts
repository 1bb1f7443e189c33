import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mark } from '#infrastructure/command-line/paint.js'

const folder = join(import.meta.dirname, '../../../docs/lives')

/** A page of docs/lives, and what a rebuild found that the tables do not say. */
export type Page = { readonly name: string; readonly text: string; readonly differences: readonly string[] }

/** Writes or checks a page, and tells whether all is well with it. */
export function settlePage({ name, text, differences }: Page, isCheck: boolean): boolean {
  for (const difference of differences) console.error(mark.wrong(`${name}: ${difference}`))
  const path = join(folder, name)
  const isCurrent = existsSync(path) && readFileSync(path, 'utf8') === text
  if (isCurrent) console.log(mark.skipped(`docs/lives/${name} is up to date`))
  else if (isCheck) console.error(mark.wrong(`docs/lives/${name} is not what the API answers: npm run lives`))
  else {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, text)
    console.log(mark.done(`docs/lives/${name} written`))
  }
  return differences.length === 0 && (isCurrent || !isCheck)
}
