import { readFileSync } from 'node:fs';
import { presets } from '../../../utils/source/cities.ts';
import type { Source, SourceKind } from '../../../utils/source/source.ts';
import { City } from '../../city/city.ts';
import { atom, jsonFeed, rss, wordpressPosts } from '../../city/feeds.ts';
import { isAbsent, shared, source } from '../samples.ts';

/** A document that is well, before it is damaged. */
export interface Sample {
  name: string;
  bytes: Uint8Array;
  contentType: string | null;
  source: Source;
}

const SERVED: readonly [kind: SourceKind, file: string][] = [
  ['feed', 'served/antara_terkini_2020_trimmed.xml'],
  ['feed', 'served/bbc_indonesia_2020_trimmed.xml'],
  ['feed', 'served/goid_dp3ap2_jogjaprov_2019_yii.xml'],
  ['feed', 'served/govuk_drug_device_alerts_2026_1entry.atom'],
  ['feed', 'served/joomla_bank_lv_2020.xml'],
  ['wordpress', 'served/wp_rest_posts_compasshb_2016.json'],
  ['wordpress', 'served/wp_rest_customtype_dxw_2016.json'],
  ['feed', 'id_tempo/cekfakta.xml'],
  ['feed', 'id_radarbogor/042_20260308T010524.xml'],
];

/** Our own feeds of every kind, and those that were served, where they are. */
export function samples(): Sample[] {
  const base = 'https://kotabogor.go.id';
  const city = new City(() => Date.UTC(2026, 7, 1));
  const own: [name: string, kind: SourceKind, text: string][] = [
    ['rss', 'feed', rss(city, base)],
    ['atom', 'feed', atom(city, base)],
    ['json feed', 'jsonfeed', JSON.stringify(jsonFeed(city, base))],
    [
      'wordpress',
      'wordpress',
      JSON.stringify(wordpressPosts(city, base, new URLSearchParams('_embed')).posts),
    ],
    ['rss 1.0', 'feed', RDF],
    ['rss without anything', 'feed', BARE],
  ];
  return [
    ...own.map(([name, kind, text]) => sample(name, kind, new TextEncoder().encode(text))),
    ...(isAbsent('feeds')
      ? []
      : SERVED.map(([kind, file]) =>
          sample(file, kind, firstItems(readFileSync(`${shared}/feeds/${file}`))),
        )),
    ...(isAbsent('portals') ? [] : [listing()]),
  ];
}

/** Of a long feed the first five items: ten thousand readings of 170 KB would take an hour and find no more. */
function firstItems(bytes: Buffer): Buffer {
  const end = '</item>';
  let at = -1;
  for (let n = 0; n < 5; n++) {
    at = bytes.indexOf(end, at + 1);
    if (at < 0) return bytes;
  }
  return Buffer.concat([bytes.subarray(0, at + end.length), bytes.subarray(bytes.lastIndexOf('</channel>'))]);
}

function sample(name: string, kind: SourceKind, bytes: Uint8Array): Sample {
  return { name, bytes: Uint8Array.from(bytes), contentType: null, source: source({ kind }) };
}

function listing(): Sample {
  const [city] = presets;
  if (!city) throw new Error('no preset');
  const bytes = Uint8Array.from(readFileSync(`${shared}/portals/kotabogor/berita.html`));
  return { name: 'listing', bytes, contentType: 'text/html; charset=UTF-8', source: city };
}

const RDF = `<?xml version="1.0" encoding="ISO-8859-1"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://kota.go.id/"><title>Kota</title><link>https://kota.go.id/</link><items><rdf:Seq><rdf:li rdf:resource="https://kota.go.id/1"/></rdf:Seq></items></channel>
${[1, 2, 3].map((n) => `<item rdf:about="https://kota.go.id/${n}"><title>Rilis ${n}</title><link>https://kota.go.id/${n}</link><dc:date>2026-0${n}-05T08:00+07:00</dc:date><description>&lt;p&gt;Isi &amp;amp; ${n}&lt;/p&gt;</description></item>`).join('\n')}
</rdf:RDF>`;

/** As a CodeIgniter template writes it: no date, no guid, HTML entities, relative links. */
const BARE = `
<rss version="2.0" xml:base="https://kota.go.id/berita/"><channel><title>Kota</title>
${[1, 2, 3, 4].map((n) => `<item><title>Rilis ${n} &ldquo;kota&rdquo;</title><link>detail/${n}</link><description>Isi&nbsp;rilis &hellip; <b>ke ${n}<br></b></description></item>`).join('\n')}
</channel></rss>`;
