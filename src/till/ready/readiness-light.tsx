/** Whether this till would sell on if head office went down now, in a few words; behind it what to do. */
import { useState } from 'react';
import { readinessLight, type ReadinessLight as Light } from '../../domain/readiness.ts';
import type { IconName } from '../../ui/icon.tsx';
import { Pill } from '../../ui/pill.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useRareWords } from '../rare-words.ts';
import { usePorts } from '../till-context.ts';
import { ReadinessSheet } from './readiness-sheet.tsx';
import { useReadiness } from './use-readiness.ts';

const TONE: Readonly<Record<Light, Tone>> = { ready: 'neutral', mind: 'mind', act: 'person' };
const ICON: Readonly<Record<Light, IconName>> = { ready: 'check', mind: 'info', act: 'warning' };

export function ReadinessLight() {
  const words = useRareWords().ready;
  const { readiness } = usePorts();
  const seen = useReadiness();
  const [isOpen, setOpen] = useState(false);
  if (seen === null) return null;
  const light = readinessLight(seen.items);
  return (
    <>
      <Pill
        tone={TONE[light]}
        icon={ICON[light]}
        onPress={() => {
          readiness.look();
          setOpen(true);
        }}
      >
        {words.light[light]}
      </Pill>
      <ReadinessSheet isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
