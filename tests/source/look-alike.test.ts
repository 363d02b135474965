import { getDomain } from 'tldts';
import { describe, expect, test } from 'vitest';
import { isOn, isOnSite } from '../../utils/source/address.ts';
import { knownAt, knownSources } from '../../utils/source/cities.ts';
import { imitatedHost } from '../../utils/source/look-alike.ts';
import { registered } from '../../utils/source/registrable.ts';
import { imitationsOf } from './look-alikes.ts';

const known = knownSources.flatMap(({ hosts }) => hosts);
const lookAlike = (host: string) => imitatedHost(host, known);
/** By the whole public suffix list, with the hosts that give everyone a name. */
const domainBy = (host: string) => getDomain(host, { allowPrivateDomains: true });

/** Hosts of newspapers, broadcasters and offices, none of them a source: they carry the names of cities too. */
const others = `
  kompas.com megapolitan.kompas.com www.kompas.id detik.com news.detik.com tempo.co metro.tempo.co nasional.tempo.co
  www.antaranews.com megapolitan.antaranews.com jabar.antaranews.com bogor.antaranews.com cnnindonesia.com
  cnbcindonesia.com liputan6.com merdeka.com okezone.com sindonews.com republika.co.id www.republika.id jpnn.com
  jawapos.com radarbogor.jawapos.com radardepok.com www.radarbogor.id bogor.tribunnews.com depok.tribunnews.com
  tribunnewsdepok.com bogordaily.net depoknews.id depokpos.com pikiran-rakyat.com depok.pikiran-rakyat.com
  bogor-today.com pojoksatu.id kumparan.com suara.com viva.co.id inews.id bisnis.com thejakartapost.com tirto.id
  banjarmasinpost.co.id kaltim.tribunnews.com karawangbekasi.jabarekspres.com tvri.go.id rri.co.id
  infopublik.id bogorkab.go.id bandung.go.id jakarta.go.id surabaya.go.id bekasikota.go.id jabarprov.go.id
  kalteng.go.id kaltimprov.go.id sulselprov.go.id sumselprov.go.id sulbarprov.go.id sumbarprov.go.id kemenkeu.go.id
  kemenag.go.id kominfo.go.id komdigi.go.id setneg.go.id dpd.go.id mpr.go.id bps.go.id indramayukab.bps.go.id
  bogorkota.bps.go.id pn-depok.go.id pa-depok.go.id pn-bogor.go.id kota-depok.kpu.go.id polri.go.id bnpb.go.id
  madiunkota.bps.go.id malangkota.go.id banjarkab.go.id banjarmasinkota.go.id kotamobagukota.go.id bonekab.go.id
  tanahlautkab.go.id serangkota.go.id karanganyarkab.go.id batam.go.id brin.go.id bmkg.go.id
`
  .trim()
  .split(/\s+/);

describe('a look-alike is named', () => {
  test.each([
    ['kotabogor-go.id', 'kotabogor.go.id'],
    ['kotabogor.go.id.example.com', 'kotabogor.go.id'],
    ['www.kotabogor.go.id.example.com', 'kotabogor.go.id'],
    // Cyrillic о in the middle; all of the name in Cyrillic and Armenian look-alikes; a diacritic.
    [new URL('https://kоtabogor.go.id').hostname, 'kotabogor.go.id'],
    [new URL('https://kotabogór.go.id').hostname, 'kotabogor.go.id'],
    [new URL('https://ԁероk.go.id').hostname, 'berita.depok.go.id'],
    ['k0tab0g0r.go.id', 'kotabogor.go.id'],
    ['kotabogor.co.id', 'kotabogor.go.id'],
    ['kotabogor.gov.id', 'kotabogor.go.id'],
    ['kota-bogor.go.id', 'kotabogor.go.id'],
    ['kota.bogor.go.id', 'kotabogor.go.id'],
    ['wwwkotabogor.go.id', 'kotabogor.go.id'],
    ['kotabogr.go.id', 'kotabogor.go.id'],
    ['kotabogor-resmi.com', 'kotabogor.go.id'],
    ['pemkot-bogor.com', 'kotabogor.go.id'],
    ['bogorkota.id', 'kotabogor.go.id'],
    ['kotabogor.blogspot.com', 'kotabogor.go.id'],
    ['kemkes.co.id', 'sehatnegeriku.kemkes.go.id'],
    ['indramayukab.com', 'indramayukab.go.id'],
  ])('%s is not %s', (host, real) => {
    expect(lookAlike(host)).toBe(real);
  });
});

describe('nothing else is', () => {
  test.each(known)('%s, its twin and what is below its domain', (host) => {
    const bare = host.replace(/^www\./, '');
    const { domain } = registered(host) ?? { domain: '' };
    for (const own of [
      host,
      bare,
      `www.${bare}`,
      domain,
      `dinkes.${domain}`,
      `jdih.dprd.${domain}`,
      `${host}.`,
    ]) {
      expect(lookAlike(own), own).toBeNull();
    }
  });

  test.each(others)('%s', (host) => {
    expect(lookAlike(host)).toBeNull();
  });

  test('that is a test of at least 60', () => {
    expect(new Set(others).size).toBeGreaterThanOrEqual(60);
  });

  test('one known source is no look-alike of the others', () => {
    for (const { hosts } of knownSources) {
      const rest = known.filter((host) => !hosts.includes(host));
      for (const host of hosts) expect(imitatedHost(host, rest), host).toBeNull();
    }
  });

  test.each(['', 'go.id', 'localhost', '127.0.0.1', '[::1]', 'xn--99999999999.id', '..', 'kotabogor'])(
    '"%s", which is no host of anybody’s',
    (host) => {
      expect(lookAlike(host)).toBeNull();
    },
  );
});

test('what was registered is told as the public suffix list tells it', () => {
  for (const host of [...known, ...others]) expect(registered(host)?.domain, host).toBe(domainBy(host));
});

test('300 imitations: none is a source, and hardly one goes unnamed', () => {
  const imitations = imitationsOf(known, 300);
  const unnamed = [];
  const strange = [];
  let accepted = 0;
  for (const { host, real, way } of imitations) {
    const address = `https://${host}/berita`;
    // By the public suffix list it is somebody else's, so nothing of it is the city's.
    expect(domainBy(host), host).not.toBe(domainBy(real));
    if (domainBy(host) !== registered(host)?.domain) strange.push(host);
    if (isOn(address, known) || isOnSite(address, known) || knownAt(host)) accepted += 1;
    if (lookAlike(host) === null) unnamed.push(`${host} (${way})`);
  }
  console.log(
    `look-alikes: ${imitations.length} made, ${accepted} accepted as a source, ` +
      `${imitations.length - unnamed.length} named (${(100 - (100 * unnamed.length) / imitations.length).toFixed(1)} %); not: ${unnamed.join(', ')}`,
  );
  expect(strange).toEqual([]);
  expect(accepted).toBe(0);
  expect(unnamed.length).toBeLessThan(0.05 * imitations.length);
});
