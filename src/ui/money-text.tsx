/** An amount of money in a line of text: it never breaks, and keeps its reading direction inside right-to-left words. */
import { classNames } from './class-names.ts';
import { formatMoney, type MoneyFormat } from './format-money.ts';
import { useUiLanguage } from './ui-language.ts';
import './money-text.css';

export interface MoneyTextProps extends Omit<MoneyFormat, 'locale'> {
  readonly minorUnits: number;
  readonly className?: string | undefined;
}

export function MoneyText({ minorUnits, className, ...format }: MoneyTextProps) {
  const { locale } = useUiLanguage();
  return (
    <bdi className={classNames('money-text', className)}>
      {formatMoney(minorUnits, { ...format, locale })}
    </bdi>
  );
}
