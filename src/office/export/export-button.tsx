/** Takes along what is on the screen: as CSV for spreadsheets, or as JSON Lines for programs. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { en } from '../words/en.ts';
import type { ExportSheet } from './sheet-of-rows.ts';
import type { ExportFormat } from './write-sheet.ts';
import './export.css';

const words = en.export;
const TYPES = { csv: 'text/csv;charset=utf-8', jsonl: 'application/x-ndjson' } as const;

export interface ExportButtonProps {
  /** Made when asked for: a long list is read to its end first. @throws when it cannot be read. */
  readonly sheet: () => ExportSheet | Promise<ExportSheet>;
  readonly size?: 'small' | 'medium';
  readonly isDisabled?: boolean;
}

export function ExportButton({ sheet, size = 'medium', isDisabled = false }: ExportButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size={size} icon="forward" onPress={() => setOpen(true)} isDisabled={isDisabled}>
        {words.open}
      </Button>
      {isOpen && <ExportSheetDialog sheet={sheet} onClose={() => setOpen(false)} />}
    </>
  );
}

interface DialogProps extends Pick<ExportButtonProps, 'sheet'> {
  readonly onClose: () => void;
}

function ExportSheetDialog({ sheet, onClose }: DialogProps) {
  const saving = useMutation({
    mutationFn: async (format: ExportFormat) => saveAs(await sheet(), format),
    onSuccess: onClose,
  });
  return (
    <Sheet isOpen onClose={onClose} title={words.title} size="narrow">
      <div className="export-choice">
        <p>{words.lead}</p>
        {saving.isError && (
          <Notice tone="mind" role="alert">
            {words.failed}
          </Notice>
        )}
        <Button variant="go" isWide onPress={() => saving.mutate('csv')} isPending={saving.isPending}>
          {words.csv}
        </Button>
        <Button isWide onPress={() => saving.mutate('jsonl')} isDisabled={saving.isPending}>
          {words.jsonLines}
        </Button>
      </div>
    </Sheet>
  );
}

/** What writes CSV is loaded when it is first wanted. */
async function saveAs(sheet: ExportSheet, format: ExportFormat): Promise<void> {
  const { writeSheet } = await import('./write-sheet.ts');
  const url = URL.createObjectURL(new Blob([writeSheet(sheet, format)], { type: TYPES[format] }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${sheet.name}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}

/** The browser has begun to save long before. */
const REVOKE_AFTER_MS = 60_000;
