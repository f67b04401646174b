/** A code from the office: typed, sent, taken or refused. */
import { useState } from 'react';
import type { EnrolOutcome, RepinOutcome } from '../till-ports.ts';
import { CODE_LENGTH, readCode } from './enrolment-code.ts';

export type CodeOutcome = EnrolOutcome | RepinOutcome;

export type EnrolStage =
  | { readonly is: 'typing' }
  | { readonly is: 'working' }
  | { readonly is: 'refused'; readonly why: Exclude<CodeOutcome['is'], 'enrolled' | 'repinned'> };

export interface EnrolControl {
  readonly code: string;
  readonly stage: EnrolStage;
  readonly isComplete: boolean;
  readonly type: (text: string) => void;
  readonly submit: () => void;
}

/** @param ask does with the code what it is for. @param onDone once it was taken. */
export function useEnrol(ask: (code: string) => Promise<CodeOutcome>, onDone?: () => void): EnrolControl {
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
      void ask(code).then((outcome) => {
        // Enrolled: the roster is on disk now, and the till shows its next face by itself.
        if (outcome.is === 'enrolled' || outcome.is === 'repinned') onDone?.();
        else setStage({ is: 'refused', why: outcome.is });
      });
    },
  };
}
