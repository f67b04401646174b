/** Stays in sight while something is changed and not saved: nobody walks away from what no till has. */
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

export interface SaveBarProps {
  readonly words: { readonly unsaved: string; readonly save: string; readonly discard: string };
  /** In place of the words that it is not saved yet, such as what is missing. */
  readonly hint?: string | undefined;
  readonly failure: string | null;
  readonly isSaving: boolean;
  readonly isDisabled: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

export function SaveBar({ words, hint, failure, isSaving, isDisabled, onSave, onDiscard }: SaveBarProps) {
  return (
    <div className="office-save" role="region" aria-label={words.unsaved}>
      {failure !== null && (
        <Notice tone="mind" role="alert">
          {failure}
        </Notice>
      )}
      <div className="office-save-row">
        <p>{hint ?? words.unsaved}</p>
        <Button onPress={onDiscard} isDisabled={isSaving}>
          {words.discard}
        </Button>
        <Button variant="go" onPress={onSave} isDisabled={isDisabled} isPending={isSaving}>
          {words.save}
        </Button>
      </div>
    </div>
  );
}
