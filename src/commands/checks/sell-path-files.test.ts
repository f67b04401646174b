import { expect, test } from 'vitest';
import { sellPathFiles } from './sell-path-files.ts';
import { viteManifestSchema } from './vite-manifest.ts';

const manifest = viteManifestSchema.parse({
  'index.html': {
    file: 'main.js',
    isEntry: true,
    imports: ['_react.js'],
    dynamicImports: ['src/app/till-app.tsx', 'src/app/office-app.tsx'],
  },
  'src/app/till-app.tsx': {
    file: 'till.js',
    imports: ['_shared.js', 'index.html'],
    dynamicImports: ['src/ui/draw-qr.ts'],
  },
  'src/ui/draw-qr.ts': { file: 'draw-qr.js' },
  'src/app/office-app.tsx': { file: 'office.js', imports: ['_query.js', '_shared.js'] },
  '_react.js': { file: 'react.js' },
  '_shared.js': { file: 'shared.js', imports: ['_react.js'] },
  '_query.js': { file: 'query.js' },
  'src/ui/look.css': { file: 'look.css', isEntry: true },
});

test('the sell path is the entry, the till and what they import, each once, and nothing of the office', () => {
  expect(sellPathFiles(manifest)).toEqual(['main.js', 'react.js', 'shared.js', 'till.js']);
});

test('a build in which the till is not found is refused, not measured as small', () => {
  const { 'src/app/till-app.tsx': _, ...others } = manifest;
  expect(() => sellPathFiles(others)).toThrow('till-app');
});
