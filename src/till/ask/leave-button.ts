/** Takes the focus off a button that was tapped before: once digits are typed, Enter means the amount and not that button. */
export function leaveButton(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.matches('button')) activeElement.blur();
}
