/** Takes along what is on the screen: as CSV for spreadsheets, or as JSON Lines for programs. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { officeWords } from '../words/office-words.ts';
import type { ExportSheet } from './sheet-of-rows.ts';
import { saveSheet } from './save-sheet.ts';
import type { ExportFormat } from './write-sheet.ts';
import './export.css';

const words = officeWords.export;

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
    mutationFn: async (format: ExportFormat) => saveSheet(await sheet(), format),
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
