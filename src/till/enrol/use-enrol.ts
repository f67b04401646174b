/** Turning a tablet into a till with a code. */
import { useState } from 'react';
import { usePorts } from '../till-context.ts';
import type { EnrolOutcome } from '../till-ports.ts';
import { CODE_LENGTH, readCode } from './enrolment-code.ts';

export type EnrolStage =
  | { readonly is: 'typing' }
  | { readonly is: 'working' }
  | { readonly is: 'refused'; readonly why: Exclude<EnrolOutcome['is'], 'enrolled'> };

export interface EnrolControl {
  readonly code: string;
  readonly stage: EnrolStage;
  readonly isComplete: boolean;
  readonly type: (text: string) => void;
  readonly submit: () => void;
}

export function useEnrol(): EnrolControl {
  const { enrol } = usePorts();
  const [code, setCode] = useState('');
  const [stage, setStage] = useState<EnrolStage>({ is: 'typing' });
  const isComplete = code.length === CODE_LENGTH;
  return {
    code,
    stage,
    isComplete,
    type: (text) => {
      setCode(readCode(text));
      setStage({ is: 'typing' });
    },
    submit: () => {
      if (!isComplete || stage.is === 'working') return;
      setStage({ is: 'working' });
      void enrol(code).then((outcome) => {
        // Enrolled: the roster is on disk now, and the till shows its next face by itself.
        if (outcome.is !== 'enrolled') setStage({ is: 'refused', why: outcome.is });
      });
    },
  };
}
