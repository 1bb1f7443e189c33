import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bundleOptions } from './bundle-options.js'
import { examplesFolder } from './chart-figure.js'

const gallery = join(import.meta.dirname, '../../../docs/app/src/charts/gallery.ts')

/**
 * Makes what draws the page of charts, from the same module as the example app, and copies what is
 * drawn. What draws is a file of its own, which is loaded with the first chart.
 */
export async function buildCharts(site: string): Promise<void> {
  await cp(examplesFolder, join(site, 'charts'), { recursive: true })
  await build({
    ...bundleOptions,
    entryPoints: { charts: gallery },
    outdir: join(site, 'assets'),
    chunkNames: '[name]-[hash]',
    splitting: true,
  })
}
