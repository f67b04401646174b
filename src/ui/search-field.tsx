/** A round field for searching, with a cross that empties it and, where there is one, the key that leads to it. */
import type { ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { useUiLanguage } from './ui-language.ts';
import './search-field.css';

export interface SearchFieldProps {
  /** Names the field and stands in it while it is empty. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter?: (() => void) | undefined;
  readonly icon?: IconName | undefined;
  /** A key that leads here, such as `/`. */
  readonly shortcut?: string | undefined;
  /** Further buttons inside the field, at its end. */
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLInputElement> | undefined;
  readonly className?: string | undefined;
}

export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, onEnter, icon = 'search', shortcut, children, ref, className } = props;
  const { words } = useUiLanguage();
  return (
    <div className={classNames('search-field', className)} role="search">
      <Icon name={icon} />
      <input
        ref={ref}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label={label}
        placeholder={label}
        value={value}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter?.();
          if (event.key === 'Escape') onChange('');
        }}
      />
      {value !== '' && (
        <IconButton icon="close" label={words.clear} size="small" onPress={() => onChange('')} />
      )}
      {value === '' && shortcut !== undefined && <kbd aria-hidden="true">{shortcut}</kbd>}
      {children}
    </div>
  );
}
