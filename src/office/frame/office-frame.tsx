/** The office around its screens: where one can go, which shop is looked at, and the way out. */
import { useMemo } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { Me } from '../../protocol/people-messages.ts';
import { ToastProvider } from '../../ui/toast-provider.tsx';
import { useLive } from '../ask/use-live.ts';
import { AccountScreen } from '../account/account-screen.tsx';
import { FirstPasswordNotice } from '../account/first-password-notice.tsx';
import { ActsScreen } from '../acts/acts-screen.tsx';
import { CatalogueScreen } from '../catalogue/catalogue-screen.tsx';
import { ImportScreen } from '../import/import-screen.tsx';
import { ReconcileScreen } from '../reconcile/reconcile-screen.tsx';
import { ReportsScreen } from '../reports/reports-screen.tsx';
import { RulesScreen } from '../rules/rules-screen.tsx';
import { SetUpNotice } from '../set-up/set-up-notice.tsx';
import { SetUpScreen } from '../set-up/set-up-screen.tsx';
import { SaleScreen } from '../sales/sale-screen.tsx';
import { SalesScreen } from '../sales/sales-screen.tsx';
import { ShopContext } from '../shop-context.ts';
import { makeShopFormat } from '../shop-format.ts';
import { StaffScreen } from '../staff/staff-screen.tsx';
import { TillsScreen } from '../tills/tills-screen.tsx';
import { usePlace } from '../use-place.ts';
import { officeWords } from '../words/office-words.ts';
import { OfficeNav } from './office-nav.tsx';
import './office-frame.css';

export function OfficeFrame({ me }: { readonly me: Me }) {
  const place = usePlace();
  useLive();
  const shop = me.shops.find((known) => known.id === place.shop) ?? me.shops[0];
  const lookedAt = useMemo(
    () => (shop === undefined ? null : { shop, format: makeShopFormat(shop) }),
    [shop],
  );
  return (
    <ToastProvider>
      <div className="office">
        <a className="office-skip" href="#page">
          {officeWords.skip}
        </a>
        <OfficeNav me={me} shop={shop?.id ?? null} />
        <main id="page" tabIndex={-1}>
          {lookedAt === null ? (
            <NothingHere />
          ) : (
            <ShopContext value={lookedAt}>
              <FirstPasswordNotice />
              <SetUpNotice me={me} />
              <OfficeScreens />
            </ShopContext>
          )}
        </main>
      </div>
    </ToastProvider>
  );
}

function OfficeScreens() {
  return (
    <Switch>
      <Route path="/" component={ReconcileScreen} />
      <Route path="/sales" component={SalesScreen} />
      <Route path="/sales/:till/:inc/:no">{(place) => <SaleScreen place={place} />}</Route>
      <Route path="/reports" component={ReportsScreen} />
      <Route path="/catalogue" component={CatalogueScreen} />
      <Route path="/catalogue/tiles" component={CatalogueScreen} />
      <Route path="/catalogue/taxes" component={CatalogueScreen} />
      <Route path="/catalogue/import" component={ImportScreen} />
      <Route path="/tills" component={TillsScreen} />
      <Route path="/staff" component={StaffScreen} />
      <Route path="/rules" component={RulesScreen} />
      <Route path="/changes" component={ActsScreen} />
      <Route path="/account" component={AccountScreen} />
      <Route path="/set-up/:step?">{({ step }) => <SetUpScreen step={step} />}</Route>
      <Route path="/reconcile">
        <Redirect to="/" />
      </Route>
      <Route component={NothingHere} />
    </Switch>
  );
}

function NothingHere() {
  return (
    <div className="office-page">
      <h1>{officeWords.outage.notThere}</h1>
      <p className="office-soft">{officeWords.outage.notThereWords}</p>
    </div>
  );
}
