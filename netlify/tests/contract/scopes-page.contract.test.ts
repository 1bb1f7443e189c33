import { expect, test } from 'vitest'
import { scopesPage } from './scopes-page.js'

test('docs/site/scopes.md says what each scope opens', async () => {
  const drifted = 'docs/site/scopes.md is not what the operations make: npm run docs:scopes, and commit it'
  await expect(scopesPage(), drifted).toMatchFileSnapshot('../../../docs/site/scopes.md')
})
