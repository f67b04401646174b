/** Makes elements; text is only ever text. */
type Child = Node | string | null;

export function element(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

export function button(words: string, look: 'go' | 'soft', onPress: (() => void) | null): HTMLElement {
  const made = element('button', { type: 'button', class: `press ${look}` }, words);
  if (onPress === null) made.setAttribute('disabled', '');
  else made.addEventListener('click', onPress);
  return made;
}
