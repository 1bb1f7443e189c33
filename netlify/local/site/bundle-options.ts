import { join } from 'node:path'
import type { BuildOptions, Plugin } from 'esbuild'
import { documentedOperations } from '#http/openapi/operations.js'
import { operationsModule } from '#local/client/operations-module.js'

const clientSource = join(import.meta.dirname, '../../client/src/index.ts')

/** The client package as it would come from npm, with the table of operations as it is now. */
const client: Plugin = {
  name: 'client',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@calistheniq\/client$/ }, () => ({ path: clientSource }))
    onResolve({ filter: /generated\/operations\.gen\.js$/ }, () => ({ path: 'operations', namespace: 'generated' }))
    onLoad({ filter: /^operations$/, namespace: 'generated' }, () => ({
      contents: operationsModule(documentedOperations()),
      loader: 'ts',
    }))
  },
}

/** How everything that runs in a browser is bundled. */
export const bundleOptions = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  plugins: [client],
} satisfies BuildOptions
