import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

/** Colours text on a terminal, unless `NO_COLOR` is set. */
export function paint(style: Style, text: string, stream: { readonly isTTY?: boolean } = process.stdout): string {
  if (stream.isTTY !== true || process.env.NO_COLOR) return text
  return styleText(style, text, { validateStream: false })
}

/** One line per item: done, left alone, or wrong. */
export const mark = {
  done: (text: string) => `${paint('green', '✓')} ${text}`,
  skipped: (text: string) => `${paint('gray', '·')} ${text}`,
  wrong: (text: string) => `${paint('red', '✗')} ${text}`,
} as const
