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
    };
    expect(read(environment, '--demo-faults', '--clock', '2011-06-08', '--no-build', '--no-demo')).toEqual({
      is: 'read',
      configuration: {
        host: '0.0.0.0',
        port: 0,
        dataDirectory: '/srv/data',
        database: { is: 'outside', url: 'postgres://a:b@c/d' },
        canaryPassword: 'twenty characters ok',
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
    [{ CANARY_PASSWORD: 'short' }, [], 'must have 20 characters'],
    [{}, ['--demo-fault'], 'Known options'],
    [{}, ['extra'], 'Known options'],
  ])('START-12 refused: %j %j', (environment, commandLine, words) => {
    const answer = read(environment, ...commandLine);
    expect(answer).toMatchObject({ is: 'refused' });
    expect(answer.is === 'refused' ? answer.because : '').toContain(words);
  });

  test('START-12 a refused address is not repeated, for it may hold a password', () => {
    const answer = read({ DATABASE_URL: 'mysql://shop:hunter2@db/shop' });
    expect(answer).toMatchObject({ is: 'refused' });
    expect(JSON.stringify(answer)).not.toContain('hunter2');
  });
});
