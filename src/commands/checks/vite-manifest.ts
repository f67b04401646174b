// The part of Vite's build manifest that says which chunk loads which.
import { z } from 'zod';

export const viteManifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().default(false),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
  }),
);

export type ViteManifest = z.infer<typeof viteManifestSchema>;
