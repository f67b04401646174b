/** The real people plane with none of its database connections free: something in it took them all and gives none back. */
import pg from 'pg';

const spent = new WeakSet<pg.Pool>();
const connect: unknown = Reflect.get(pg.Pool.prototype, 'connect');
if (typeof connect !== 'function') throw new TypeError('the pool has changed');

Reflect.set(pg.Pool.prototype, 'connect', function (this: pg.Pool, ...given: unknown[]): unknown {
  if (!spent.has(this)) {
    spent.add(this);
    for (let taken = 0; taken < this.options.max; taken += 1) {
      void Promise.resolve(Reflect.apply(connect, this, [])).catch(() => undefined);
    }
  }
  const answer: unknown = Reflect.apply(connect, this, given);
  return answer;
});

await import('../people-plane/main.ts');
