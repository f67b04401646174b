/** The file to import. */
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
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
        <label className="import-file">
          {words.file}
          <input
            type="file"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) choose(file);
              // The same file, corrected meanwhile, can be chosen again.
              currentTarget.value = '';
            }}
          />
        </label>
      </div>
    </Panel>
  );
}
