/** What may be asked of a start, and what is refused. */
import { describe, expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';

const read = (environment: NodeJS.ProcessEnv, ...commandLine: string[]) =>
  readConfiguration(environment, commandLine, '/srv/shop');

describe('START-12 configuration', () => {
  test('START-12 without anything asked: this machine only, port 4600, data beside the program', () => {
    expect(read({})).toEqual({
      is: 'read',
      configuration: {
        host: '127.0.0.1',
        port: 4600,
        dataDirectory: '/srv/shop/data',
        database: { is: 'embedded' },
        canaryPassword: null,
        serverKeys: null,
        metricsToken: null,
        trustedProxies: 0,
        log: 'words',
        build: true,
        demo: true,
        faults: { is: 'absent' },
      },
    });
  });

  test('START-12 everything asked', () => {
    const environment = {
      PORT: '0',
      HOST: '0.0.0.0',
      DATA_DIR: '../data',
      DATABASE_URL: 'postgres://a:b@c/d',
      CANARY_PASSWORD: 'twenty characters ok',
      SERVER_KEYS: 'a line',
      METRICS_TOKEN: 'twenty characters ok',
      TRUSTED_PROXIES: '2',
      LOG: 'json',
    };
    expect(read(environment, '--demo-faults', '--clock', '2011-06-08', '--no-build', '--no-demo')).toEqual({
      is: 'read',
      configuration: {
        host: '0.0.0.0',
        port: 0,
        dataDirectory: '/srv/data',
        database: { is: 'outside', url: 'postgres://a:b@c/d' },
        canaryPassword: 'twenty characters ok',
        serverKeys: 'a line',
        metricsToken: 'twenty characters ok',
        trustedProxies: 2,
        log: 'json',
        build: false,
        demo: false,
        faults: { is: 'onDemand', clockDay: '2011-06-08' },
      },
    });
  });

  test.each([
    [{ PORT: '70000' }, [], 'PORT is "70000"'],
    [{ PORT: '46oo' }, [], 'whole number'],
    [{}, ['--clock', '2011-06-08'], 'only beside --demo-faults'],
    [{}, ['--demo-faults', '--clock', '2011-02-30'], 'must be a day'],
    [{}, ['--demo-faults', '--clock', 'tomorrow'], 'must be a day'],
    [{ NODE_ENV: 'production' }, ['--demo-faults'], 'NODE_ENV is production'],
    [{ CANARY_PASSWORD: 'short' }, [], 'CANARY_PASSWORD must have 20 characters'],
    [{ METRICS_TOKEN: 'short' }, [], 'METRICS_TOKEN must have 20 characters'],
    [{ TRUSTED_PROXIES: 'all' }, [], 'TRUSTED_PROXIES is "all"'],
    [{ LOG: 'loud' }, [], 'LOG is "loud"'],
    [{}, ['--demo-fault'], 'Known options'],
    [{}, ['extra'], 'Known options'],
  ])('START-12 refused: %j %j', (environment, commandLine, words) => {
    const answer = read(environment, ...commandLine);
    expect(answer).toMatchObject({ is: 'refused' });
    expect(answer.is === 'refused' ? answer.because : '').toContain(words);
  });

  test('START-12 on Azure App Service its one proxy is believed; elsewhere nobody is', () => {
    expect(read({ WEBSITE_SITE_NAME: 'shop' })).toMatchObject({ configuration: { trustedProxies: 1 } });
  });

  test('START-12 an address to listen on may come from the command line, and the environment goes before it', () => {
    expect(read({}, '--host', '0.0.0.0')).toMatchObject({ configuration: { host: '0.0.0.0' } });
    expect(read({ HOST: '::1' }, '--host', '0.0.0.0')).toMatchObject({ configuration: { host: '::1' } });
  });

  test('START-12 a refused address is not repeated, for it may hold a password', () => {
    const answer = read({ DATABASE_URL: 'mysql://shop:hunter2@db/shop' });
    expect(answer).toMatchObject({ is: 'refused' });
    expect(JSON.stringify(answer)).not.toContain('hunter2');
  });
});
