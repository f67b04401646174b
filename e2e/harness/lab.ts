// Breaks and mends a server started with --demo-faults, as its Outage lab does.
import {
  faultsSchema,
  type FaultKind,
  type Faults,
  type FaultTarget,
  type PeoplePlaneFault,
} from '../../src/server/faults/fault-board.ts';
import {
  drillShopSchema,
  type DrillShop,
  type DrillShopRequest,
} from '../../src/server/import/drill-shop.ts';

export interface Lab {
  breakRequests(target: FaultTarget, kind: FaultKind): Promise<void>;
  breakPeoplePlane(kind: Exclude<PeoplePlaneFault, 'none'>): Promise<void>;
  mend(): Promise<void>;
  makeShop(request: {
    name: string;
    tills: number;
    products: { code: string; name: string; price: number | null }[];
    moreShops?: DrillShopRequest['moreShops'];
    policy?: DrillShopRequest['policy'];
  }): Promise<DrillShop>;
}

export function labOf(origin: string): Lab {
  const faults = `${origin}/api/v1/lab/faults`;
  return {
    breakRequests: async (target, kind) => {
      expectFault(await post(faults, { target, kind }), target, kind);
    },
    breakPeoplePlane: async (kind) => {
      expectFault(await post(faults, { target: 'peoplePlane', kind }), 'peoplePlane', kind);
    },
    mend: async () => {
      const answer = await fetch(faults, { method: 'DELETE' });
      if (!answer.ok) throw new Error(`the lab answered ${String(answer.status)}`);
    },
    makeShop: async (request) => drillShopSchema.parse(await post(`${origin}/api/v1/lab/shops`, request)),
  };
}

function expectFault(answer: unknown, target: keyof Faults, kind: string): void {
  const now = faultsSchema.parse(answer)[target];
  if (now !== kind) throw new Error(`the lab says that ${target} is ${now}, not ${kind}`);
}

async function post(url: string, body: unknown): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${String(answer.status)}: ${await answer.text()}`);
  return answer.json();
}
