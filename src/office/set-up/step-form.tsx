/** The form of a step, saved by its button or by Enter. */
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { setUpWords } from './set-up-words.ts';

interface StepFormProps {
  readonly onSave: () => void;
  readonly isSaving: boolean;
  readonly children: ReactNode;
}

export function StepForm({ onSave, isSaving, children }: StepFormProps) {
  return (
    <Panel>
      <form
        className="set-up-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          onSave();
          // What is wrong may lie out of sight above the button.
          requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
        }}
      >
        {children}
        <div className="set-up-buttons">
          <Button type="submit" variant="go" isPending={isSaving}>
            {setUpWords.save}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
