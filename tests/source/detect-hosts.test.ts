import { describe, expect, test } from 'vitest';
import { hostsToAsk, normaliseAddress, siteOf } from '../../utils/source/detect/hosts.ts';

describe('an address as typed', () => {
  test.each([
    ['bandung.go.id', 'https://bandung.go.id/'],
    [' WWW.Bandung.go.id ', 'https://www.bandung.go.id/'],
    ['http://bandung.go.id/berita?page=2#atas', 'https://bandung.go.id/berita?page=2'],
    ['http://bandung.go.id:80/', 'https://bandung.go.id/'],
    ['//bandung.go.id/x', 'https://bandung.go.id/x'],
    ['<https://bandung.go.id/berita>,', 'https://bandung.go.id/berita'],
    ['“bandung.go.id”.', 'https://bandung.go.id/'],
    ['bandung.go.id:8443/x', 'https://bandung.go.id:8443/x'],
    ['bandung.go.id.', 'https://bandung.go.id/'],
    ['münchen.de', 'https://xn--mnchen-3ya.de/'],
  ])('%s', (typed, address) => {
    expect(normaliseAddress(typed)).toBe(address);
  });

  test.each([
    '',
    'bandung',
    'berita kota bandung',
    'go.id',
    'www',
    'humas@bandung.go.id',
    'https://a:b@bandung.go.id/',
    'ftp://bandung.go.id',
    'javascript:alert(1)',
    'file:///etc/passwd',
    '127.0.0.1',
    'http://[::1]/',
    '10.0.0.1/berita',
    'localhost',
    'https://',
    'kota..go.id',
    '-x.go.id',
    `${'a'.repeat(3000)}.go.id`,
  ])('%s is none', (typed) => {
    expect(normaliseAddress(typed)).toBeNull();
    expect(hostsToAsk(typed)).toEqual([]);
  });
});

describe('the hosts to ask for', () => {
  test.each([
    ['bandung.go.id', ['bandung.go.id', 'www.bandung.go.id']],
    ['https://www.bandung.go.id/berita', ['www.bandung.go.id', 'bandung.go.id']],
    ['diskominfo.bandung.go.id', ['diskominfo.bandung.go.id', 'www.diskominfo.bandung.go.id']],
    ['www.diskominfo.bandung.go.id', ['www.diskominfo.bandung.go.id', 'diskominfo.bandung.go.id']],
    // "go.id" is no one's: nobody may be asked to allow it.
    ['www.go.id', ['www.go.id']],
    ['www.desa.id', ['www.desa.id']],
    ['sukamaju.desa.id', ['sukamaju.desa.id', 'www.sukamaju.desa.id']],
    ['kota.go.id', ['kota.go.id', 'www.kota.go.id']],
    ['humaskota.blogspot.com', ['humaskota.blogspot.com']],
  ])('%s', (typed, hosts) => {
    expect(hostsToAsk(typed)).toEqual(hosts);
  });

  test('a site is the shortest name that somebody owns', () => {
    expect(siteOf('dinkes.bandung.go.id')).toBe('bandung.go.id');
    expect(siteOf('bandung.go.id')).toBe('bandung.go.id');
    expect(siteOf('a.b.example.com')).toBe('example.com');
  });
});
