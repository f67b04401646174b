/** A dialog that lies on the counter: centred or at the side on a tablet, rising from the bottom edge on a phone. */
import { useId, type ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { useUiLanguage } from './ui-language.ts';
import './sheet.css';

export interface SheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Buttons that stay in sight below the scrolling content. */
  readonly footer?: ReactNode;
  /** `centre` unless told. */
  readonly place?: 'centre' | 'side' | undefined;
  /** narrow 420, medium 560, wide 800. */
  readonly size?: 'narrow' | 'medium' | 'wide' | undefined;
  /** False where an answer is needed: no cross, no Escape, no tap beside it. True unless told. */
  readonly isDismissable?: boolean | undefined;
  /** `alertdialog` is read out at once. */
  readonly role?: 'dialog' | 'alertdialog' | undefined;
  readonly className?: string | undefined;
}

export function Sheet(props: SheetProps) {
  const { isOpen, onClose, place = 'centre', size = 'medium', isDismissable = true } = props;
  return (
    <ModalOverlay
      className="sheet-veil"
      data-place={place}
      isOpen={isOpen}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="sheet" data-size={size}>
        <SheetContent {...props} isDismissable={isDismissable} />
      </Modal>
    </ModalOverlay>
  );
}

function SheetContent({
  title,
  children,
  footer,
  isDismissable = true,
  role = 'dialog',
  onClose,
  className,
}: SheetProps) {
  const { words } = useUiLanguage();
  const titleId = useId();
  return (
    <Dialog role={role} className={classNames('sheet-inside', className)} aria-labelledby={titleId}>
      <header className="sheet-head">
        <h2 id={titleId}>{title}</h2>
        {isDismissable && <IconButton icon="close" label={words.close} size="small" onPress={onClose} />}
      </header>
      <div className="sheet-body">{children}</div>
      {footer !== undefined && <footer className="sheet-foot">{footer}</footer>}
    </Dialog>
  );
}
