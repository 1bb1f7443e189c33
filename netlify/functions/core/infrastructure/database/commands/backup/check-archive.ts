import { statSync } from 'node:fs'
import { ProgressBar } from '#infrastructure/command-line/progress-bar.js'
import type { ArchiveHeader, ArchiveManifest } from './archive-format.js'
import { damaged } from './damaged.js'
import { readArchive } from './read-archive.js'

/** The header and manifest of a backup whose every byte matched its sums. */
export type CheckedArchive = {
  readonly file: string
  readonly header: ArchiveHeader
  readonly manifest: ArchiveManifest
}

/**
 * Reads a backup from beginning to end, and checks it.
 *
 * @throws CommandError (usage) when there is no such file; (refused) when it is not what was
 *   written.
 */
export async function checkArchive(file: string): Promise<CheckedArchive> {
  const bar = new ProgressBar(`bytes of ${file} checked`, statSync(file, { throwIfNoEntry: false })?.size ?? 0)
  let header: ArchiveHeader | null = null
  let manifest: ArchiveManifest | null = null
  for await (const part of readArchive(file, (bytes) => bar.show(bytes))) {
    if (part.kind === 'header') header = part.header
    if (part.kind === 'manifest') manifest = part.manifest
  }
  if (!header || !manifest) throw damaged(file, 'it is empty')
  return { file, header, manifest }
}
