import type { Plugin } from 'esbuild'

/** What is asked of `@simplewebauthn/server`; each returns a promise anyway. */
export const asked = [
  'generateAuthenticationOptions',
  'generateRegistrationOptions',
  'verifyAuthenticationResponse',
  'verifyRegistrationResponse',
]

/**
 * Has what passkeys need loaded when one is registered or used: with its ASN.1 and its certificates, it is a
 * quarter of what auth would load otherwise.
 */
export const latePackages: Plugin = {
  name: 'late-packages',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@simplewebauthn\/server$/, namespace: 'file' }, ({ path, resolveDir }) => ({
      path,
      namespace: 'late',
      pluginData: resolveDir,
    }))
    onLoad({ filter: /.*/, namespace: 'late' }, ({ path, pluginData }) => ({
      contents: asked.map((name) => callLater(path, name)).join('\n'),
      resolveDir: pluginData,
    }))
  },
}

function callLater(path: string, name: string): string {
  return `export const ${name} = async (...given) => (await import('${path}')).${name}(...given)`
}
