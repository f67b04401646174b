import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';

const pictureSchema = z.object({
  src: z.string(),
  sizes: z.string(),
  type: z.literal('image/png'),
  purpose: z.optional(z.string()),
  form_factor: z.optional(z.string()),
});
const manifestSchema = z.object({
  id: z.string(),
  start_url: z.string(),
  display: z.string(),
  icons: z.array(pictureSchema),
  screenshots: z.array(pictureSchema),
  shortcuts: z.array(z.object({ url: z.string(), icons: z.array(pictureSchema) })),
});
const PUBLIC = join(import.meta.dirname, '../../public');

test('INSTALL-2 the manifest has what browsers ask for, and its pictures are of the size it states', async () => {
  const manifest = manifestSchema.parse(
    JSON.parse(await readFile(join(PUBLIC, 'manifest.webmanifest'), 'utf8')),
  );
  expect(manifest).toMatchObject({ id: '/', start_url: '/', display: 'standalone' });
  const purposes = manifest.icons.map(({ purpose, sizes }) => `${purpose ?? ''} ${sizes}`);
  expect(purposes.sort()).toEqual(['any 192x192', 'any 512x512', 'maskable 192x192', 'maskable 512x512']);
  expect(manifest.screenshots.map((picture) => picture.form_factor).sort()).toEqual(['narrow', 'wide']);
  expect(manifest.shortcuts.map(({ url }) => url)).toEqual(['/', '/office', '/rescue.html']);
  const pictures = [
    ...manifest.icons,
    ...manifest.screenshots,
    ...manifest.shortcuts.flatMap(({ icons }) => icons),
  ];
  for (const { src, sizes } of pictures) expect(await sizeOf(src), src).toBe(sizes);
});

test('INSTALL-2 Apple devices find an icon and a splash picture of the size they ask for', async () => {
  const page = await readFile(join(PUBLIC, '../index.html'), 'utf8');
  const splashes = [...page.matchAll(/apple-touch-startup-image"\s+media="([^"]*)"\s+href="([^"]*)"/g)];
  expect(splashes.length).toBeGreaterThan(5);
  for (const [, media = '', src = ''] of splashes) expect(await sizeOf(src), src).toBe(pixelsAsked(media));
  expect(await sizeOf('/apple-touch-icon.png')).toBe('180x180');
});

/** A PNG states width and height right after its signature and the head of its first chunk. */
async function sizeOf(src: string): Promise<string> {
  const bytes = await readFile(join(PUBLIC, src));
  return `${String(bytes.readUInt32BE(16))}x${String(bytes.readUInt32BE(20))}`;
}

function pixelsAsked(media: string): string {
  const figure = (name: string) => Number(new RegExp(`${name}: (\\d+)`).exec(media)?.[1]);
  const [width, height] = [figure('device-width'), figure('device-height')];
  const ratio = figure('device-pixel-ratio');
  const sides = media.includes('landscape') ? [height, width] : [width, height];
  return sides.map((side) => side * ratio).join('x');
}
