import { execFile } from 'node:child_process'
import { readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#tests/support/database.js'
import { serveFunctions } from '#tests/support/served.js'
import { temporaryFolder } from '#tests/support/temporary-folder.js'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../../..')
const programs = join(root, 'node_modules/.bin')
const gzippedBytesMax = 8 * 1024

const { url } = await testDatabase('library')
const origin = await serveFunctions(url)
const project = temporaryFolder()
let archive = ''

beforeAll(async () => {
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', project], {
    cwd: join(root, 'netlify/client'),
  })
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }]
  archive = join(project, filename)
  await writeFile(join(project, 'package.json'), '{ "name": "app", "type": "module" }')
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', archive], { cwd: project })
  await symlink(join(root, 'node_modules/@types'), join(project, 'node_modules/@types'))
}, 120_000)

test('in an empty project, the example of its README compiles under the strictest settings, and runs', async () => {
  const readme = await readFile(join(project, 'node_modules/@calistheniq/client/README.md'), 'utf8')
  const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? []
  await writeFile(join(project, 'main.ts'), example.replace('http://localhost:8888', origin))
  const strict = [
    '--strict',
    '--exactOptionalPropertyTypes',
    '--noUncheckedIndexedAccess',
    '--noPropertyAccessFromIndexSignature',
  ]
  const settings = ['--target', 'ES2022', '--module', 'NodeNext', '--types', 'node', ...strict]
  await compile([...settings, 'main.ts'])
  const { stdout } = await run(process.execPath, ['main.js'], { cwd: project })
  expect(stdout).toContain('{ done: 4, refused: 0, waiting: 0 }')
  expect(stdout).toContain('SESSION_NOT_FOUND')
}, 60_000)

test('every schema of the document is exported under its name, and by no other type', async () => {
  const document = (await (await fetch(`${origin}/api/v1/openapi.json`)).json()) as OpenApi
  const index = await readFile(join(project, 'node_modules/@calistheniq/client/dist/index.d.ts'), 'utf8')
  const own = new Set<string>(index.replaceAll(/^export type \* .*$/gm, '').match(/\b[A-Z]\w*\b/g))
  const hidden = Object.keys(document.components.schemas).filter((name) => own.has(name))
  expect(hidden).toEqual([])
})

type OpenApi = { readonly components: { readonly schemas: Readonly<Record<string, unknown>> } }

test('inputs, outputs and problems are typed by operation', async () => {
  const lines = [
    "import { createClient, type Input, type ItemOf, type Output } from '@calistheniq/client'",
    "const ciq = createClient({ baseUrl: 'http://localhost' })",
    "export const session: Promise<Output<'sessions.get'>> = ciq.sessions.get({ sessionId: 'a' })",
    "export const name = (exercise: ItemOf<'exercises.list'>): string => exercise.name",
    '// @ts-expect-error an unknown parameter',
    "export const unknown: Input<'exercises.list'> = { colour: 'red' }",
    '// @ts-expect-error a parameter of the path is missing',
    'void ciq.sessions.get({})',
    '// @ts-expect-error not a list',
    'void ciq.sessions.get.all',
    '// @ts-expect-error a body of another type',
    'void ciq.goals.set({ body: { exercise: 5 } })',
  ]
  await writeFile(join(project, 'types.ts'), lines.join('\n'))
  await compile(['--strict', '--noEmit', '--target', 'ES2022', '--module', 'NodeNext', '--types', 'node', 'types.ts'])
}, 60_000)

test('other programs find nothing wrong with the package', async () => {
  const linted = await run(join(programs, 'publint'), ['run', archive, '--strict'])
  expect(linted.stdout).toContain('All good')
  // it ends with a fault where it finds one
  await run(join(programs, 'attw'), [archive, '--profile', 'esm-only'])
}, 60_000)

test('all of it weighs less than 8 kB, and the archive holds nothing that is not needed', async () => {
  const entry = join(project, 'node_modules/@calistheniq/client/dist/index.js')
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, minify: true, format: 'esm', write: false })
  const [bundle] = outputFiles
  expect(gzipSync(bundle?.contents ?? '').byteLength).toBeLessThan(gzippedBytesMax)
  const { stdout } = await run('tar', ['-tzf', archive])
  const strange = stdout
    .trim()
    .split('\n')
    .filter((name) => !/^package\/(dist\/.+\.(js|d\.ts)|package\.json|README\.md|LICENSE)$/.test(name))
  expect(strange).toEqual([])
}, 60_000)

async function compile(args: readonly string[]): Promise<void> {
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  await run(process.execPath, [compiler, ...args], { cwd: project }).catch((error: { stdout: string }) => {
    throw new Error(error.stdout)
  })
}
