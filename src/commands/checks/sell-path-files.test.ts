import { expect, test } from 'vitest';
import { sellPathFiles } from './sell-path-files.ts';
import { viteManifestSchema } from './vite-manifest.ts';

const manifest = viteManifestSchema.parse({
  'index.html': {
    file: 'main.js',
    isEntry: true,
    imports: ['_react.js'],
    dynamicImports: ['src/till/t.tsx', 'src/office/o.tsx'],
  },
  'src/till/t.tsx': { file: 'till.js', imports: ['_shared.js', 'index.html'] },
  'src/office/o.tsx': { file: 'office.js', imports: ['_query.js', '_shared.js'] },
  '_react.js': { file: 'react.js' },
  '_shared.js': { file: 'shared.js', imports: ['_react.js'] },
  '_query.js': { file: 'query.js' },
  'src/ui/look.css': { file: 'look.css', isEntry: true },
});

test('the sell path is the entry, the till and what they import, each once, and nothing of the office', () => {
  expect(sellPathFiles(manifest)).toEqual(['main.js', 'react.js', 'shared.js', 'till.js']);
});
