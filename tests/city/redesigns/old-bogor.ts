import type { City, CityRelease } from '../city.ts';
import { paragraphHtml } from '../pages.ts';
import { clock, html, menu, picture, popular, slug, text } from './parts.ts';

/** A release as the city's older CodeIgniter site wrote it, at `index.php/show_post/detail/ID/slug`. Our own markup. */
export function oldBogorPage(city: City, release: CityRelease): string {
  const { day, month, year } = clock(release.published);
  return html(
    '<title>Website Resmi Pemerintah Kota Bogor</title>',
    `<div id="header"><ul class="nav">${menu()}</ul></div><div id="main"><div class="span8"><div class="post-content">
<h3>${text(release.title)}</h3><div class="post-meta"><span class="date">${day} ${month} ${year}</span> <span class="author">Admin</span></div>
<img src="${picture(release)}" class="img-post"><div class="text-justify isi-post">${release.paragraphs.map(paragraphHtml).join('\n')}</div></div></div>
<div class="span4"><h4>Berita Lainnya</h4><ul class="lainnya">${popular(city)
      .map(
        (other) =>
          `<li><a href="/index.php/show_post/detail/${other.id}/${slug(other.title)}">${text(other.title)}</a></li>`,
      )
      .join(
        '',
      )}</ul></div></div><div id="footer"><p>Diskominfo Kota Bogor, Jalan Ir. H. Juanda Nomor 10, Kelurahan Pabaton, Kecamatan Bogor Tengah</p></div>`,
  );
}
