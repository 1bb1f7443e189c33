import { spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { generateClient } from './client/generate.js'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'netlify/client')

/** Runs the compiler, which prints what it finds; returns whether that is nothing. */
function compile(project: string): boolean {
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  return spawnSync(process.execPath, [compiler, '-p', join(folder, project)], { stdio: 'inherit' }).status === 0
}

/** `npm run client:build` makes the client package in `netlify/client/dist`, ready to be packed. */
await runCommand(import.meta.url, async () => {
  optionsOf({}, 'npm run client:build')
  await generateClient(join(folder, 'src/generated'))
  await rm(join(folder, 'dist'), { recursive: true, force: true })
  const isSound = compile('tsconfig.json') && compile('tsconfig.build.json')
  if (isSound) console.log(mark.done('netlify/client/dist'))
  return isSound ? exitCodes.ok : exitCodes.found
})
