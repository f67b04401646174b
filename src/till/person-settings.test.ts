import { beforeEach, describe, expect, test, vi } from 'vitest';

/** A browser's local storage, as far as this needs it. */
function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

/** As after the app was opened again. */
async function reopened() {
  vi.resetModules();
  return import('./person-settings.ts');
}

describe('WORDS-2 how a person likes this till', () => {
  beforeEach(() => {
    vi.stubGlobal('localStorage', storage());
  });

  test('WORDS-2 is theirs alone, and outlives the app', async () => {
    const { changePersonSettings, personSettings } = await reopened();
    changePersonSettings('amara', { language: 'de' });
    changePersonSettings('amara', { hand: 'left' });
    expect(personSettings('amara')).toEqual({ language: 'de', hand: 'left' });
    expect(personSettings('ben')).toEqual({ language: null, hand: 'right' });
    expect((await reopened()).personSettings('amara')).toEqual({ language: 'de', hand: 'left' });
  });

  test('WORDS-2 is ordinary where what was kept is damaged or nothing can be kept', async () => {
    localStorage.setItem('evertill.person.amara', '{"language":"tlh"}');
    const { personSettings } = await reopened();
    expect(personSettings('amara')).toEqual({ language: null, hand: 'right' });
    vi.stubGlobal('localStorage', undefined);
    const { changePersonSettings, personSettings: now } = await reopened();
    changePersonSettings('amara', { hand: 'left' });
    expect(now('amara').hand).toBe('left');
  });
});
