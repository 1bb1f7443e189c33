import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { buildApp } from './build-app.js'
import { buildCharts } from './build-charts.js'
import { layout } from './layout.js'
import { pageRenderer } from './page-renderer.js'
import { sitePages } from './site-pages.js'

const root = join(import.meta.dirname, '../../..')
const assets = join(import.meta.dirname, 'assets')
const explorer = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

/** Every file of the site that is copied as it is: where it comes from, by where it goes. */
const copied: Readonly<Record<string, string>> = {
  'assets/site.css': join(assets, 'site.css'),
  'assets/explorer.js': join(assets, 'explorer.js'),
  'assets/explorer.css': join(assets, 'explorer.css'),
  'assets/icon.svg': join(assets, 'icon.svg'),
  'assets/swagger-ui.js': join(explorer, 'swagger-ui-bundle.js'),
  'assets/swagger-ui.css': join(explorer, 'swagger-ui.css'),
  'explorer.html': join(assets, 'explorer.html'),
}

/**
 * Makes the site anew: each page of docs/site as HTML, and as the Markdown that it is, which programs
 * read more easily; the explorer, and the example app. Nothing in it asks another host for anything.
 *
 * @returns how many pages it has.
 */
export async function buildSite(folder: string): Promise<number> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, 'assets'), { recursive: true })
  await Promise.all(Object.entries(copied).map(([to, from]) => copyFile(from, join(folder, to))))
  const render = await pageRenderer()
  for (const page of sitePages) {
    const markdown = await readFile(join(root, page.source), 'utf8')
    await writeFile(join(folder, `${page.name}.html`), layout(page, render(markdown, page.source)))
    await writeFile(join(folder, `${page.name}.md`), markdown)
  }
  await buildCharts(folder)
  await buildApp(folder)
  return sitePages.length + 2
}
