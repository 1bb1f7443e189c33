import { brotliCompressSync } from 'node:zlib'
import type { Plugin } from 'esbuild'
import { openApiDocument } from '#http/openapi/document.js'
import { documentedOperations } from '#http/openapi/operations.js'
import { operations } from '#orchestration/operations.js'

/**
 * Lets the function `openapi` carry what it says about the other operations in writing, in the place of
 * the operations themselves: their schemas would take it three times as long to load. The document is
 * compressed, because Netlify's archive makes it no smaller than twice that.
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
        import { brotliDecompressSync } from 'node:zlib'
        const compressed = '${brotliCompressSync(document).toString('base64')}'
        export const openApiDocument = () => JSON.parse(brotliDecompressSync(Buffer.from(compressed, 'base64')))`,
    },
  ]
  return {
    name: 'written-document',
    setup: ({ onLoad }) => {
      for (const { of, contents } of written) onLoad({ filter: of }, () => ({ contents }))
    },
  }
}
