/** What a role may not do alone: asks an approver. Loaded late, for most sales need nobody's leave. */
import { useState } from 'react';
import { latePart } from '../../ui/late-part.tsx';
import type { ApprovalSheetProps } from './approval-dialog.tsx';

const ApprovalDialog = latePart(
  async () => (await import('./approval-dialog.tsx')).ApprovalDialog,
  ({ isOpen, onClose }) => (isOpen ? onClose : null),
);

export function ApprovalSheet(props: ApprovalSheetProps) {
  const [wasOpened, setOpened] = useState(props.isOpen);
  if (props.isOpen && !wasOpened) setOpened(true);
  return wasOpened && <ApprovalDialog {...props} />;
}
