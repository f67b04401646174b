/** The words of taking along what is on a screen. */
export const enExport = {
  open: 'Export',
  title: 'Export what is on screen',
  lead: 'All rows, not only those in sight. Sums are plain decimals, times are the shop’s own.',
  csv: 'CSV, for a spreadsheet',
  jsonLines: 'JSON Lines, for a program',
  failed: 'Head office cannot be reached, so the rest of the list cannot be read. Try again in a moment.',
} as const;
