import { dirname, join } from 'node:path'
import markdownIt from 'markdown-it'
import { createHighlighter } from 'shiki'
import { anchorOf } from './anchor.js'
import { chartFigure } from './chart-figure.js'
import { addressOfFile } from './site-pages.js'

/** A page as HTML, and what is around it. */
export type Rendered = {
  readonly html: string
  /** Its first heading. */
  readonly title: string
  /** Its headings of the second level. */
  readonly sections: readonly { readonly anchor: string; readonly text: string }[]
}

const languages = ['bash', 'js', 'ts'] as const
const themes = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } as const

/** Renders the Markdown of a file; its path from the project's folder tells where its links lead. */
type Render = (markdown: string, source: string) => Rendered

/** Makes the function that renders Markdown; it loads the grammars of the languages in it once. */
export async function pageRenderer(): Promise<Render> {
  const highlighter = await createHighlighter({ themes: Object.values(themes), langs: [...languages] })
  const highlight = (code: string, language: string) =>
    isKnown(language) ? highlighter.codeToHtml(code, { lang: language, themes, defaultColor: false }) : ''
  const markdown = markdownIt({ html: false, linkify: false, highlight })
  addAnchors(markdown)
  leadToPages(markdown)
  letTablesScroll(markdown)
  drawCharts(markdown)
  return (file, source) => {
    // notes to those who edit the page
    const text = file.replaceAll(/<!--[\s\S]*?-->\n?/g, '')
    const html = markdown.render(text, { source }).replaceAll('<pre><code', '<pre tabindex="0"><code')
    return { html, title: titleOf(text), sections: sectionsOf(text) }
  }
}

function isKnown(language: string): language is (typeof languages)[number] {
  return languages.some((known) => known === language)
}

type Markdown = ReturnType<typeof markdownIt>

function addAnchors({ renderer }: Markdown): void {
  renderer.rules.heading_open = (tokens, index, options, _env, self) => {
    tokens[index]?.attrSet('id', anchorOf(plain(tokens[index + 1]?.content ?? '')))
    return self.renderToken(tokens, index, options)
  }
}

/** Turns a link to a file, which works in git, into one to the page that is made of it. */
function leadToPages({ renderer }: Markdown): void {
  renderer.rules.link_open = (tokens, index, options, env, self) => {
    const token = tokens[index]
    const source = String(env?.source)
    const [path = '', anchor] = `${token?.attrGet('href') ?? ''}`.split('#')
    const address = addressOfFile(join(dirname(source), path))
    if (address !== undefined) token?.attrSet('href', `${address}${anchor === undefined ? '' : `#${anchor}`}`)
    return self.renderToken(tokens, index, options)
  }
}

/** Wide tables and code scroll by themselves on a narrow screen, also by keyboard. */
function letTablesScroll({ renderer }: Markdown): void {
  renderer.rules.table_open = () => '<div class="wide" role="group" aria-label="Table" tabindex="0"><table>\n'
  renderer.rules.table_close = () => '</table></div>\n'
}

/** A block of the language `chart` names an example, and becomes its figure. */
function drawCharts({ renderer }: Markdown): void {
  const { fence } = renderer.rules
  renderer.rules.fence = (tokens, index, options, env, self) => {
    const { info = '', content = '' } = tokens[index] ?? {}
    if (info === 'chart') return chartFigure(content.trim())
    return fence?.(tokens, index, options, env, self) ?? ''
  }
}

function titleOf(text: string): string {
  return plain(/^# (.*)$/m.exec(text)?.[1] ?? '')
}

function sectionsOf(text: string): Rendered['sections'] {
  const withoutCode = text.replaceAll(/^```[\s\S]*?^```/gm, '')
  return [...withoutCode.matchAll(/^## (.*)$/gm)].map(([, heading = '']) => {
    const section = plain(heading)
    return { anchor: anchorOf(section), text: section }
  })
}

/** Drops the marks of Markdown from a heading. */
function plain(heading: string): string {
  return heading.replaceAll(/[`*]/g, '').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
}
