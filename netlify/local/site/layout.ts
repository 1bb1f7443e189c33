import { escaped } from './escaped.js'
import type { Rendered } from './page-renderer.js'
import { addressOf, type SitePage, sitePages } from './site-pages.js'

/** More sections than these are a list of their own, which is better searched than read. */
const sectionsShownMax = 20

/** What a page with charts asks for besides. */
const drawing = `<link rel="stylesheet" href="/assets/charts.css">
<script type="module" src="/assets/charts.js"></script>
`

/** Puts a page into the frame that all pages of the site have. */
export function layout({ name }: SitePage, { html, title, sections }: Rendered): string {
  const isStart = name === 'index'
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(isStart ? title : `${title} · CalisthenIQ`)}</title>
<link rel="icon" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/site.css">
<link rel="alternate" type="text/markdown" href="/${name}.md">
${html.includes('data-chart=') ? drawing : ''}</head>
<body>
<a class="skip" href="#content">To the content</a>
<header>
<a class="home" href="/">CalisthenIQ</a>
<nav aria-label="Site"><ul>${navigation(name)}</ul></nav>
</header>
<main id="content">
${sections.length > 1 && sections.length <= sectionsShownMax ? contents(sections) : ''}
${html}</main>
<footer><p>MIT licensed. This page is also there <a href="/${name}.md">as Markdown</a>.</p></footer>
</body>
</html>
`
}

function navigation(current: string): string {
  const pages = sitePages.map((page) => {
    const here = page.name === current ? ' aria-current="page"' : ''
    return `<li><a href="${addressOf(page)}"${here}>${escaped(page.label)}</a></li>`
  })
  return [...pages, '<li><a href="/explorer">Explorer</a></li>'].join('')
}

function contents(sections: Rendered['sections']): string {
  const items = sections.map(({ anchor, text }) => `<li><a href="#${anchor}">${escaped(text)}</a></li>`)
  return `<nav class="contents" aria-label="On this page"><ul>${items.join('')}</ul></nav>`
}
