import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { build } from 'esbuild'
import { bundleOptions } from './bundle-options.js'

const root = join(import.meta.dirname, '../../..')
const app = join(root, 'docs/app')
const copied = ['manifest.webmanifest', 'icon-192.png', 'icon-512.png', 'icon-maskable-512.png']

/**
 * Makes the example app in the folder `app` of the site: its modules under names that change with
 * their content, and a service worker that knows them all.
 */
export async function buildApp(site: string): Promise<void> {
  const folder = join(site, 'app')
  await mkdir(folder, { recursive: true })
  const built = await bundle(folder)
  await Promise.all(copied.map((file) => copyFile(join(app, file), join(folder, file))))
  const page = withNames(await readFile(join(app, 'index.html'), 'utf8'), built)
  await writeFile(join(folder, 'index.html'), page)
  const files = ['/app/', '/assets/icon.svg', ...copied.map((file) => `/app/${file}`), ...Object.values(built)]
  const version = createHash('sha256').update(page).update(files.join()).digest('hex').slice(0, 12)
  await build({
    ...bundleOptions,
    format: 'iife',
    entryPoints: [join(app, 'worker/service-worker.ts')],
    define: { SHELL: JSON.stringify({ version, files }) },
    outfile: join(folder, 'service-worker.js'),
  })
}

/** Bundles the modules, and returns the address of each file that it wrote, by the one in the page's source. */
async function bundle(folder: string): Promise<Readonly<Record<string, string>>> {
  const { metafile } = await build({
    ...bundleOptions,
    entryPoints: [join(app, 'src/main.ts')],
    outdir: join(folder, 'assets'),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    splitting: true,
    metafile: true,
  })
  const files = Object.keys(metafile.outputs).map((file) => basename(relative(folder, file)))
  return Object.fromEntries(files.map((file) => [sourceOf(file), `/app/assets/${file}`]))
}

/** What the page calls a file: `main.js` is written as `main-ABCDEFGH.js`; chunks keep their names. */
function sourceOf(file: string): string {
  return file.startsWith('main-') ? `/app/src/${file.replace(/-[A-Z0-9]{8}(?=\.)/, '')}` : file
}

function withNames(page: string, built: Readonly<Record<string, string>>): string {
  return page.replaceAll(/\/app\/src\/[\w.-]+/g, (source) => built[source] ?? source)
}
