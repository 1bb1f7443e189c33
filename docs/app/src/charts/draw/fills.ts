import type { Texture } from './strokes.js'

const sizePx = 6

/** What bars of a texture are filled with; all others stand on the colour of the paper. */
export function fillOf(texture: Texture, colour: string, paper: string): string | CanvasPattern {
  if (texture === 'full') return colour
  const tile = document.createElement('canvas')
  const size = sizePx * devicePixelRatio
  tile.width = size
  tile.height = size
  const context = tile.getContext('2d')
  if (!context) return colour
  context.fillStyle = paper
  context.fillRect(0, 0, size, size)
  context.fillStyle = colour
  if (texture === 'striped') context.fillRect(0, 0, size, size / 2)
  else if (texture === 'upright') context.fillRect(0, 0, size / 2, size)
  else context.fillRect(size / 4, size / 4, size / 2, size / 2)
  return context.createPattern(tile, 'repeat') ?? colour
}
