/** The second factor from its set-up to its end; what is told once stays on the screen until it was kept. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  doneSchema,
  recoveryCodesSchema,
  secondFactorBegunSchema,
  type SecondFactorBegun,
} from '../../protocol/account-messages.ts';
import { useToast } from '../../ui/toast-context.ts';
import { accountQuery } from '../ask/account-queries.ts';
import { askPeople } from '../ask/ask-people.ts';
import { accountWords } from './account-words.ts';

const words = accountWords.second;
const PATH = '/account/second-factor';

export type SecondFactorStep =
  | { readonly is: 'none' }
  | { readonly is: 'setUp'; readonly begun: SecondFactorBegun }
  | { readonly is: 'codes'; readonly codes: readonly string[] }
  | { readonly is: 'ending' };

const NONE: SecondFactorStep = { is: 'none' };

export function useSecondFactor() {
  const client = useQueryClient();
  const toast = useToast();
  const [step, setStep] = useState<SecondFactorStep>(NONE);
  const onSettled = () => client.invalidateQueries({ queryKey: accountQuery.queryKey });
  const beginning = useMutation({
    mutationFn: () => askPeople({ path: PATH, body: {}, answer: secondFactorBegunSchema }),
    onSuccess: (begun) => setStep({ is: 'setUp', begun }),
  });
  const confirming = useMutation({
    mutationFn: (code: string) =>
      askPeople({ path: `${PATH}/confirm`, body: { code }, answer: recoveryCodesSchema }),
    onSuccess: ({ recoveryCodes }) => setStep({ is: 'codes', codes: recoveryCodes }),
    onSettled,
  });
  const ending = useMutation({
    mutationFn: (body: { password: string; code: string }) =>
      askPeople({ path: `${PATH}/end`, body, answer: doneSchema }),
    onSuccess: () => {
      setStep(NONE);
      toast.show({ words: words.isOff });
    },
    onSettled,
  });
  return {
    step,
    begin: () => beginning.mutate(),
    confirm: confirming.mutate,
    askToEnd: () => setStep({ is: 'ending' }),
    end: ending.mutate,
    kept: () => {
      setStep(NONE);
      toast.show({ words: words.isOn });
    },
    close: () => {
      confirming.reset();
      ending.reset();
      setStep(NONE);
    },
    isWorking: beginning.isPending || confirming.isPending || ending.isPending,
    error: beginning.error ?? confirming.error ?? ending.error,
  };
}

export type SecondFactorDesk = ReturnType<typeof useSecondFactor>;
