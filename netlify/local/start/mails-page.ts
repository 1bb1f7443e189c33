import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Mail, readMails } from './mails.js'

/** Where the page with the mails is; `npm start` alone has it. */
export const mailsPath = '/dev/mails'

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
article { border-top: 1px solid #8888; padding: .5rem 0 1rem }
h2 { font-size: 1.1rem; margin: .5rem 0 0 }
p { margin: .25rem 0 }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: .5rem 0 }
a { overflow-wrap: anywhere }
`

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': [
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  ].join('; '),
}

/**
 * Answers with the mails that the API would have sent. A page of another site could reach this machine
 * by a name of its own (DNS rebinding), and is not answered.
 */
export function serveMails(
  folder: string,
  { method, headers: asked }: IncomingMessage,
  outgoing: ServerResponse,
): void {
  const isHere = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(asked.host ?? '')
  if (!isHere) return void outgoing.writeHead(404).end()
  if (method !== 'GET' && method !== 'HEAD') return void outgoing.writeHead(405, { allow: 'GET, HEAD' }).end()
  outgoing.writeHead(200, headers).end(mailsPage(readMails(folder)))
}

/** Makes the page: text alone, whatever a mail has in it. */
export function mailsPage(mails: readonly Mail[]): string {
  const none = '<p>No mail yet. Sign up, or ask for a new password, and load this page again.</p>'
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Mails (${mails.length})</title>
<style>${style}</style>
<h1>Mails</h1>
<p>What the API would have sent. Nothing leaves this machine.</p>
${mails.length === 0 ? none : mails.map(article).join('\n')}
</html>
`
}

function article({ at, to, subject, text, links }: Mail): string {
  return `<article>
<h2>${escaped(subject)}</h2>
<p>to ${escaped(to)}, <time>${escaped(at)}</time></p>
<pre>${withLinks(text, links)}</pre>
${links
  .filter((link) => !text.includes(link))
  .map((link) => `<p>${linkTo(link)}</p>`)
  .join('\n')}
</article>`
}

/** Makes links of the addresses in a text. */
function withLinks(text: string, [link, ...others]: readonly string[]): string {
  if (link === undefined || link === '') return escaped(text)
  return text
    .split(link)
    .map((part) => withLinks(part, others))
    .join(linkTo(link))
}

function linkTo(address: string): string {
  const isLink = ['http:', 'https:'].includes(URL.parse(address)?.protocol ?? '')
  const text = escaped(address)
  return isLink ? `<a href="${text}" rel="noreferrer">${text}</a>` : text
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
}
