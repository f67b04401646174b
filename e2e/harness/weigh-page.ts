// What a page holds in memory, in Chromium's own count.
import type { CDPSession } from '@playwright/test';

export interface PageWeight {
  /** After the garbage was collected. */
  readonly heapBytes: number;
  /** Nodes of the page, in the document or held apart from it. */
  readonly nodes: number;
  readonly listeners: number;
}

export async function weighPage(devtools: CDPSession): Promise<PageWeight> {
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('Performance.enable');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const figure = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return {
    heapBytes: figure('JSHeapUsedSize'),
    nodes: figure('Nodes'),
    listeners: figure('JSEventListeners'),
  };
}
