/** Who changed what: every act in the office, by person and by kind. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { actKindSchema } from '../../protocol/act-messages.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { actsQuery, allActs, type ActsWanted } from '../ask/acts-query.ts';
import { meQuery } from '../ask/me-query.ts';
import { pagesOf } from '../ask/pages.ts';
import { staffQuery } from '../ask/staff-query.ts';
import { actsSheet } from '../export/acts-sheet.ts';
import { ExportButton } from '../export/export-button.tsx';
import { Chooser } from '../frame/chooser.tsx';
import { PagesView } from '../pages-view.tsx';
import { useShop } from '../shop-context.ts';
import { ActsTable } from './acts-table.tsx';
import { actsWords as words } from './acts-words.ts';
import './acts.css';

const ALL = '';
const KINDS = actKindSchema.options;

export function ActsScreen() {
  const { shop, format } = useShop();
  const me = useQuery(meQuery).data;
  const [wanted, setWanted] = useState<ActsWanted>({ person: null, kind: null });
  const pages = pagesOf(useInfiniteQuery(actsQuery(wanted)));
  return (
    <div className="office-page">
      <header className="office-head">
        <div className="office-head-words">
          <p className="office-head-shop">{me?.business}</p>
          <h1>{words.title}</h1>
        </div>
        <ActsFilters wanted={wanted} onChange={setWanted} />
      </header>
      <p className="office-soft acts-lead">{words.lead}</p>
      <PagesView pages={pages} more={words.more}>
        {(rows) => (
          <Panel
            title={words.found(format.count(pages.total), pages.total)}
            actions={<ExportButton size="small" sheet={async () => actsSheet(await allActs(wanted), shop)} />}
            isFlush
          >
            <ActsTable
              rows={rows}
              empty={
                <EmptyState icon="search" title={words.none}>
                  {words.noneWords}
                </EmptyState>
              }
            />
          </Panel>
        )}
      </PagesView>
    </div>
  );
}

interface ActsFiltersProps {
  readonly wanted: ActsWanted;
  readonly onChange: (wanted: ActsWanted) => void;
}

function ActsFilters({ wanted, onChange }: ActsFiltersProps) {
  const people = useQuery(staffQuery).data?.people ?? [];
  return (
    <div className="acts-filters">
      <Chooser
        label={words.person}
        value={wanted.person ?? ALL}
        options={[
          { value: ALL, label: words.everybody },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(chosen) => onChange({ ...wanted, person: chosen === ALL ? null : chosen })}
      />
      <Chooser
        label={words.kind}
        value={wanted.kind ?? ALL}
        options={[
          { value: ALL, label: words.everything },
          ...KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] })),
        ]}
        onChange={(chosen) => onChange({ ...wanted, kind: kindOf(chosen) })}
      />
    </div>
  );
}

function kindOf(chosen: string): ActsWanted['kind'] {
  return KINDS.find((kind) => kind === chosen) ?? null;
}
