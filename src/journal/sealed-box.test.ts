import { expect, test } from 'vitest';
import { encodeBase64Url } from './base64url.ts';
import { openText, sealText, type SealedFor } from './sealed-box.ts';

const SECRET = JSON.stringify({ name: 'Zoë', pin: '7391' });
const FOR_WHOM: SealedFor = { business: 'b-1', till: 't-1', kind: 'personAdded', staff: 's-1' };

async function headOffice() {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
  const spki = encodeBase64Url(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)));
  return { privateKey: pair.privateKey, spki };
}

test('IDEN-53 what is sealed only head office opens, for that very person, till and act', async () => {
  const [office, other] = [await headOffice(), await headOffice()];
  const sealed = await sealText(office.spki, FOR_WHOM, SECRET);
  if (sealed === null) throw new Error('a good key');
  expect(JSON.stringify(sealed)).not.toContain('7391');
  expect(await openText(office.privateKey, FOR_WHOM, sealed)).toBe(SECRET);
  expect(await openText(other.privateKey, FOR_WHOM, sealed)).toBeNull();
  for (const field of ['business', 'till', 'kind', 'staff'] as const)
    expect(await openText(office.privateKey, { ...FOR_WHOM, [field]: 'another' }, sealed)).toBeNull();
  const again = await sealText(office.spki, FOR_WHOM, SECRET);
  expect(again?.box).not.toBe(sealed.box);
});

test('IDEN-53 a changed or foreign text is told from a sealed one, never thrown over', async () => {
  const office = await headOffice();
  const sealed = await sealText(office.spki, FOR_WHOM, SECRET);
  if (sealed === null) throw new Error('a good key');
  const flipped = `${sealed.box.startsWith('A') ? 'B' : 'A'}${sealed.box.slice(1)}`;
  const bad = [{ box: flipped }, { box: '' }, { iv: '' }, { ephemeral: 'AAAA' }, { ephemeral: '!' }];
  for (const change of bad)
    expect(await openText(office.privateKey, FOR_WHOM, { ...sealed, ...change })).toBeNull();
  expect(await sealText('AAAA', FOR_WHOM, SECRET)).toBeNull();
});
