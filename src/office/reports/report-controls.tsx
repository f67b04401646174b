/** Which report: parted by what, over which days, of which shops. */
import { reportBySchema } from '../../protocol/report-messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Chooser } from '../frame/chooser.tsx';
import { useShop } from '../shop-context.ts';
import { officeWords } from '../words/office-words.ts';
import { RANGE_NAMES } from './report-range.ts';
import type { ReportChoice } from './use-report.ts';

const words = officeWords.reports;

export interface ReportControlsProps {
  readonly report: ReportChoice;
  /** There is more than one shop whose takings can be added up. */
  readonly hasShops: boolean;
}

export function ReportControls({ report, hasShops }: ReportControlsProps) {
  const { shop } = useShop();
  const { by, rangeName, allShops, trouble, choose } = report;
  const ways = reportBySchema.options.filter((way) => way !== 'shop' || hasShops);
  return (
    <div className="report-controls">
      <SegmentedControl
        label={words.which}
        look="chips"
        options={ways.map((value) => ({ value, label: words.by[value] }))}
        value={by}
        onChange={(chosen) => choose({ by: chosen, ...(chosen === 'shop' ? { shops: 'all' } : {}) })}
      />
      <div className="report-which">
        <Chooser
          label={words.days}
          value={rangeName}
          options={[...RANGE_NAMES, 'custom' as const].map((value) => ({
            value,
            label: words.ranges[value],
          }))}
          onChange={(chosen) => {
            const range = [...RANGE_NAMES, 'custom' as const].find((name) => name === chosen);
            if (range !== undefined) choose({ range });
          }}
        />
        {rangeName === 'custom' && <OtherDays report={report} />}
        {hasShops && (
          <Chooser
            label={words.shops}
            value={allShops ? 'all' : 'this'}
            options={[
              { value: 'this', label: shop.name },
              { value: 'all', label: words.allShops(shop.currency.code) },
            ]}
            onChange={(chosen) => choose({ shops: chosen === 'all' ? 'all' : 'this' })}
          />
        )}
      </div>
      {trouble !== null && (
        <Notice tone="mind" role="status">
          {words.trouble[trouble]}
        </Notice>
      )}
    </div>
  );
}

function OtherDays({ report: { range, choose } }: { readonly report: ReportChoice }) {
  const { shop } = useShop();
  return (['from', 'to'] as const).map((end) => (
    <label key={end} className="report-day">
      <span>{words[end]}</span>
      <input
        type="date"
        value={range[end]}
        max={shop.today}
        onChange={({ target }) => {
          if (target.value !== '') choose({ range: 'custom', ...range, [end]: target.value });
        }}
      />
    </label>
  ));
}
