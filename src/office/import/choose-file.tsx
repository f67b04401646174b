/** The file to import. */
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { FileField } from '../file-field.tsx';
import { importWords } from './import-words.ts';
import type { FileRefusal } from './import-file-messages.ts';

const words = importWords.choose;

interface ChooseFileProps {
  readonly refusal: FileRefusal | 'broken' | null;
  readonly choose: (file: File) => void;
}

export function ChooseFile({ refusal, choose }: ChooseFileProps) {
  return (
    <Panel title={words.title}>
      <div className="import-steps">
        <p className="import-lead">{words.lead}</p>
        {refusal !== null && (
          <Notice tone="mind" role="alert">
            {refusal === 'broken' ? words.broken : words.refused[refusal]}
          </Notice>
        )}
        <FileField label={words.file} accept=".csv,.txt,.tsv,text/csv,text/plain" choose={choose} isEmptied />
      </div>
    </Panel>
  );
}
