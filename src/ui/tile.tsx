/** A product to tap: its name is what is read, its colour is a stripe, and what is already in the basket is counted on it. */
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { useUiLanguage } from './ui-language.ts';
import './tile.css';

export interface TileProps {
  readonly name: string;
  /** Already formatted: *£3.20*, *£24.00 / kg*, *type amount*. */
  readonly price: ReactNode;
  readonly onPress: () => void;
  /** A CSS colour. */
  readonly stripe?: string | undefined;
  /** Already formatted: pieces, or for what is weighed the number of lines; absent when none is in the basket. */
  readonly count?: string | undefined;
  /** A few words that matter now: *4 left*. */
  readonly note?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly className?: string | undefined;
}

export function Tile({
  name,
  price,
  onPress,
  stripe,
  count,
  note,
  isDisabled = false,
  className,
}: TileProps) {
  const { words } = useUiLanguage();
  return (
    <button
      type="button"
      className={classNames('tile', className)}
      data-in-basket={count !== undefined || undefined}
      disabled={isDisabled}
      onClick={onPress}
    >
      <span className="tile-stripe" style={{ backgroundColor: stripe }} />
      <span className="tile-name">{name}</span>
      <span className="tile-foot">
        <bdi className="tile-price">{price}</bdi>
        {note !== undefined && <bdi className="tile-note">{note}</bdi>}
        {count !== undefined && <TileCount count={count} label={words.inBasket(count)} />}
      </span>
    </button>
  );
}

function TileCount({ count, label }: { readonly count: string; readonly label: string }) {
  return (
    <span className="tile-count" role="img" aria-label={label}>
      {count}
    </span>
  );
}
