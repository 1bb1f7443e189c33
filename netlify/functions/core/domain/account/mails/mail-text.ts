/** What a mail says, as plain text and as HTML. It is about nothing that its reader did not ask for. */
export type MailText = {
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Every address that it leads to. */
  readonly links: readonly string[]
}

/** A mail before it is set: paragraphs, of which one may be an address or a code, each on a line of its own. */
export type MailParts = {
  readonly subject: string
  readonly paragraphs: readonly (string | { readonly link: string } | { readonly code: string })[]
}

/**
 * Sets a mail. It holds no name and no other words that somebody chose, so that nobody can have words
 * of theirs sent to others; all that is not a fixed sentence is escaped even so.
 */
export function mailText({ subject, paragraphs }: MailParts): MailText {
  const links = paragraphs.flatMap((part) => (typeof part !== 'string' && 'link' in part ? [part.link] : []))
  const text = `${[...paragraphs.map(plain), signature].join('\n\n')}\n`
  const body = [...paragraphs.map(marked), `<p>${signature}</p>`].join('\n')
  const html = `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>${escaped(subject)}</title>\n${body}\n</html>\n`
  return { subject, text, html, links }
}

const signature = 'CalisthenIQ'

type Part = MailParts['paragraphs'][number]

function plain(part: Part): string {
  if (typeof part === 'string') return part
  return 'link' in part ? part.link : part.code
}

function marked(part: Part): string {
  if (typeof part === 'string') return `<p>${escaped(part)}</p>`
  if ('code' in part) return `<p><code>${escaped(part.code)}</code></p>`
  return `<p><a href="${escaped(part.link)}">${escaped(part.link)}</a></p>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
