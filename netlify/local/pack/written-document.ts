import { brotliCompressSync } from 'node:zlib'
import type { Plugin } from 'esbuild'
import { openApiDocument } from '#http/openapi/document.js'
import { documentedOperations } from '#http/openapi/operations.js'
import { operations } from '#orchestration/operations.js'

/** The name by which the packed module asks for the document. */
const compressed = 'openapi.json.br'

/**
 * Lets the function `openapi` carry what it says about the other operations in writing, in the place of
 * the operations themselves: their schemas would take it three times as long to load. The document is
 * compressed, in a file of its own, because Netlify's archive makes it no smaller than twice that.
 */
export function writtenDocument(): Plugin {
  const document = JSON.stringify(openApiDocument(documentedOperations()))
  const told = operations.map(({ id, http, summary }) => ({ id, http, summary }))
  const written = [
    { of: /\/core\/orchestration\/operations\.ts$/, contents: `export const operations = ${JSON.stringify(told)}` },
    { of: /\/http\/accounts\/documented\.ts$/, contents: 'export const documentedAccountOperations = []' },
    {
      of: /\/http\/openapi\/document\.ts$/,
      contents: `
        import { readFileSync } from 'node:fs'
        import { brotliDecompressSync } from 'node:zlib'
        import file from '${compressed}'
        const text = () => brotliDecompressSync(readFileSync(new URL(file, import.meta.url)))
        export const openApiDocument = () => JSON.parse(text())`,
    },
  ]
  return {
    name: 'written-document',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: new RegExp(`^${compressed}$`) }, ({ path }) => ({ path, namespace: compressed }))
      onLoad({ filter: /.*/, namespace: compressed }, () => ({
        contents: brotliCompressSync(document),
        loader: 'file',
      }))
      for (const { of, contents } of written) onLoad({ filter: of }, () => ({ contents }))
    },
  }
}
