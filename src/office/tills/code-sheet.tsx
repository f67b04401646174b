/** A till's code, large enough to be read across a room, with how long it still lasts; it notices when the tablet has come. */
import type { TillCode, TillRow } from '../../protocol/office-till-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { officeWords } from '../words/office-words.ts';
import { codeTimeLeft, countdownText } from './code-time-left.ts';
import { useNow } from './use-now.ts';
import type { TillsCommand } from './use-tills.ts';

const words = officeWords.tills;

export interface CodeSheetProps {
  readonly code: TillCode;
  /** By this device's clock. */
  readonly receivedAt: number;
  /** As last read; null before that. */
  readonly till: TillRow | null;
  readonly send: (command: TillsCommand) => void;
  readonly isWorking: boolean;
}

export function CodeSheet({ code, receivedAt, till, send, isWorking }: CodeSheetProps) {
  const leftMs = codeTimeLeft(code, receivedAt, useNow());
  const close = () => send({ do: 'close' });
  return (
    <Sheet isOpen onClose={close} title={words.codeTitle(code.name)} size="medium">
      <div className="tills-code">
        {isUsed(code, till) ? (
          <Notice tone="go" role="status">
            {words.enrolled(code.name)}
          </Notice>
        ) : (
          <OpenCode code={code} leftMs={leftMs} />
        )}
        <div className="tills-buttons">
          {leftMs === 0 && (
            <Button isPending={isWorking} onPress={() => send({ do: 'newCode', till: code.till })}>
              {words.newCode}
            </Button>
          )}
          <Button variant="go" onPress={close}>
            {words.done}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

/** A code that was used is open no more, before its time. */
function isUsed(code: TillCode, till: TillRow | null): boolean {
  return (
    till?.status === 'enrolled' && till.codeExpiresAt === null && (till.lastHeardAt ?? 0) >= code.issuedAt
  );
}

function OpenCode({ code, leftMs }: { readonly code: TillCode; readonly leftMs: number }) {
  if (leftMs === 0)
    return (
      <Notice tone="mind" role="alert">
        {words.codeOver}
      </Notice>
    );
  const spaced = `${code.code.slice(0, 4)} ${code.code.slice(4)}`;
  return (
    <div className="tills-code-open">
      <div className="tills-code-main">
        <output className="tills-code-text num" aria-label={words.code}>
          {spaced}
        </output>
        <p className="office-soft num">
          {words.codeLasts(countdownText(leftMs))} {words.codeShownOnce}
        </p>
        <ol className="tills-steps">
          {words.codeSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
      <QrCode text={code.code} label={words.codeQr} size={176} />
    </div>
  );
}
