import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, test } from 'vitest'

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const

const reason = 'There is no Chromium on this machine: install one, or name its program in CHROMIUM_PATH.'

/**
 * Finds the program of a Chromium: the one of `CHROMIUM_PATH`, or the first on the path; null where
 * there is none.
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const found = programs.flatMap((program) => folders.map((folder) => join(folder, program)))
  return [...(env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : []), ...found].find(isProgram) ?? null
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const program = findChromium()
const isSkipped = program === null && process.env.CI !== 'true'
if (isSkipped) console.warn(`Tests in a browser are skipped. ${reason}`)

/** A test in a browser: skipped where there is none, except in CI, where it fails. */
export const browserTest = test.skipIf(isSkipped)

let opened: Promise<Browser> | undefined

/**
 * Opens a headless Chromium, the same for all tests of a file, until the file ends. Each test makes a
 * context of its own, which shares nothing with another: `(await openBrowser()).newContext()`.
 */
export function openBrowser(): Promise<Browser> {
  if (program === null) throw new Error(reason)
  opened ??= chromium.launch({ executablePath: program })
  return opened
}

afterAll(async () => {
  await (await opened)?.close()
})
