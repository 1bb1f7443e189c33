import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const Mail = z.looseObject({
  at: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  links: z.array(z.string()).default([]),
})

/** A mail of the file outbox, as far as the page shows it. */
export type Mail = z.output<typeof Mail>

/** How many mails the page shows. */
const mailsMax = 100

/**
 * Reads the newest mails of the file outbox, the last one first: their files are named by the instant.
 * What is no mail is left out.
 */
export function readMails(folder: string): Mail[] {
  const newest = namesIn(folder).sort().reverse().slice(0, mailsMax)
  return newest.flatMap((name) => mailIn(join(folder, name)) ?? [])
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'))
  } catch {
    // the first mail makes the folder
    return []
  }
}

function mailIn(file: string): Mail | null {
  try {
    return Mail.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
