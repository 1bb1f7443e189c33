import { execFile } from 'node:child_process'
import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#tests/support/database.js'
import { serveFunctions } from '#tests/support/served.js'
import { temporaryFolder } from '#tests/support/temporary-folder.js'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../../..')

const { url } = await testDatabase('library')
const origin = await serveFunctions(url)
const project = temporaryFolder()

beforeAll(async () => {
  const answer = await fetch(`${origin}/api/v1/openapi.json`)
  await writeFile(join(project, 'openapi.json'), await answer.text())
  await writeFile(join(project, 'package.json'), '{ "name": "app", "type": "module" }')
  await symlink(join(root, 'node_modules'), join(project, 'node_modules'))
})

/** Generators of clients that other people use, and a program on what each of them generates. */
const generators = {
  'hey-api': {
    args: ['openapi-ts', '-i', 'openapi.json', '-o', 'hey-api', '-c', '@hey-api/client-fetch', '--no-log-file'],
    program: `
import { client } from './hey-api/client.gen'
import { exercisesList, type Exercise } from './hey-api'
client.setConfig({ baseUrl: '${origin}/api/v1' })
const { data, error } = await exercisesList({ query: { category: 'Push', level: 2, limit: 3 } })
if (error) throw new Error(error.detail)
const exercises: Exercise[] = data.data
console.log(exercises.map(({ slug }) => slug).length)`,
  },
  orval: {
    args: ['orval', '--input', 'openapi.json', '--output', 'orval/api.ts', '--client', 'fetch'],
    program: `
import { exercisesList, type Exercise } from './orval/api'
const given = globalThis.fetch
globalThis.fetch = (address, options) => given(\`${origin}/api/v1\${String(address).replace(/^\\/api\\/v1/, '')}\`, options)
const answer = await exercisesList({ category: 'Push', level: 2, limit: 3 })
if (answer.status !== 200) throw new Error(String(answer.status))
const exercises: Exercise[] = answer.data.data
console.log(exercises.map(({ slug }) => slug).length)`,
  },
  'openapi-typescript': {
    args: ['openapi-typescript', 'openapi.json', '-o', 'openapi-typescript.ts'],
    program: `
import createClient from 'openapi-fetch'
import type { components, paths } from './openapi-typescript'
const client = createClient<paths>({ baseUrl: '${origin}/api/v1' })
const { data, error } = await client.GET('/exercises', { params: { query: { category: 'Push', level: 2, limit: 3 } } })
if (error) throw new Error(error.detail)
const exercises: components['schemas']['Exercise'][] = data.data
console.log(exercises.map(({ slug }) => slug).length)`,
  },
} as const

test.each(Object.entries(generators))(
  'what %s generates compiles and works',
  async (name, { args: [program, ...args], program: source }) => {
    await run(join(root, 'node_modules/.bin', program), args, { cwd: project })
    await writeFile(join(project, `with-${name}.ts`), source)
    const settings = ['--strict', '--skipLibCheck', '--target', 'ES2022', '--module', 'ESNext']
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    const resolution = ['--moduleResolution', 'bundler', '--types', 'node', '--noEmit']
    await run(process.execPath, [compiler, ...settings, ...resolution, `with-${name}.ts`], { cwd: project }).catch(
      (error: { stdout: string }) => expect.unreachable(error.stdout),
    )
    const { stdout } = await run(join(root, 'node_modules/.bin/tsx'), [`with-${name}.ts`], { cwd: project })
    expect(stdout.trim()).toBe('3')
  },
  60_000,
)
