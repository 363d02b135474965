import { paragraphHtml } from '../pages.ts';
import { clock, excerpt, html, menu, picture, popular, type Redesign, slug, text } from './parts.ts';

/** An old CodeIgniter template: layout by tables, a table of news with a number, a date and a title; no classes. */
export const table: Redesign = {
  name: 'a table of news in a table layout, dd/mm/yyyy, no classes',
  path: ({ id }) => `/index.php/berita/detail/${id}`,
  dates: { listing: 'day', release: 'none' },
  listing: (city) =>
    html(
      '<title>Pemerintah Kota Bogor</title>',
      `<table width="980" align="center"><tr><td width="200"><b>MENU UTAMA</b><ul>${menu()}</ul><b>Berita Populer</b><ul>${popular(
        city,
      )
        .map(
          (release) => `<li><a href="/index.php/berita/detail/${release.id}">${text(release.title)}</a></li>`,
        )
        .join('')}</ul></td>
<td><h2>Arsip Berita</h2><table border="1" width="100%"><tr><th>No</th><th>Tanggal</th><th>Judul Berita</th><th>Dibaca</th></tr>
${city.releases
  .slice(0, 9)
  .map((release, index) => {
    const { dd, mm, year } = clock(release.published);
    return `<tr${index % 2 ? ' class="odd"' : ''}><td>${index + 1}</td><td>${dd}/${mm}/${year}</td><td><a href="/index.php/berita/detail/${release.id}">${text(release.title)}</a></td><td>${120 + index}x</td></tr>`;
  })
  .join('\n')}</table></td></tr></table>`,
      'en',
    ),
  release: (city, release) =>
    html(
      '<title>Pemerintah Kota Bogor</title>',
      `<table width="980" align="center"><tr><td width="200"><b>MENU UTAMA</b><ul>${menu()}</ul></td>
<td><h2>${text(release.title)}</h2><img src="${picture(release)}" width="400"><br>
<div align="justify">${release.paragraphs.map((each) => text(each)).join('<br><br>\n')}</div>
<b>Berita Lainnya</b><ul>${popular(city)
        .map((other) => `<li><a href="/index.php/berita/detail/${other.id}">${text(other.title)}</a></li>`)
        .join('')}</ul></td></tr></table>`,
    ),
};

/** A classic WordPress theme: articles with volatile classes, time elements, widgets of popular posts and comments. */
export const wordpressTheme: Redesign = {
  name: 'a WordPress theme: article.post-ID, time[datetime], widgets',
  path: ({ title, published }) => {
    const { year, mm, dd } = clock(published);
    return `/${year}/${mm}/${dd}/${slug(title)}/`;
  },
  dates: { listing: 'time', release: 'time' },
  listing: (city) => {
    const posts = city.releases.slice(0, 10).map((release, index) => {
      const path = wordpressTheme.path(release);
      const { english, day, year } = clock(release.published);
      return `<article id="post-${release.id}" class="post-${release.id} post type-post status-publish format-standard ${index % 3 ? 'has-post-thumbnail' : ''} hentry category-berita tag-kota-${index}">
<div class="post-thumb"><a href="${path}"><img class="attachment-medium wp-post-image" src="${picture(release)}"></a></div>
<header class="entry-header"><h2 class="entry-title"><a href="${path}" rel="bookmark">${text(release.title)}</a></h2>
<div class="entry-meta"><span class="byline">oleh <a href="/author/admin/">admin</a></span> <span class="posted-on"><a href="${path}" rel="bookmark"><time class="entry-date published" datetime="${new Date(release.published).toISOString().replace('.000Z', '+00:00')}">${english} ${day}, ${year}</time></a></span> <span class="cat-links"><a href="/category/berita/">Berita</a></span></div></header>
<div class="entry-summary"><p>${excerpt(release, 220)} <a class="more-link" href="${path}">Baca selengkapnya</a></p></div></article>`;
    });
    return html(
      '<title>Berita &#8211; Kota Bogor</title>',
      `<header class="site-header"><nav class="main-navigation"><ul class="menu">${menu()}</ul></nav></header><div class="site-content"><main class="site-main">${posts.join('\n')}</main>
<aside class="widget-area"><section class="widget widget_popular"><h2 class="widget-title">Populer</h2><ul>${popular(
        city,
      )
        .map(
          (release) =>
            `<li><a href="${wordpressTheme.path(release)}">${text(release.title)}</a> <time datetime="${new Date(release.published).toISOString()}"></time></li>`,
        )
        .join('')}</ul></section></aside></div><footer class="site-footer">Kota Bogor</footer>`,
    );
  },
  release: (_city, release) => {
    const { english, day, year } = clock(release.published);
    return html(
      `<title>${text(release.title)} &#8211; Kota Bogor</title>`,
      `<header class="site-header"><nav class="main-navigation"><ul class="menu">${menu()}</ul></nav></header><main class="site-main">
<article id="post-${release.id}" class="post-${release.id} post type-post hentry category-berita"><header class="entry-header"><h1 class="entry-title">${text(release.title)}</h1>
<div class="entry-meta"><time class="entry-date published" datetime="${new Date(release.published).toISOString()}">${english} ${day}, ${year}</time> by <a href="/author/admin/">admin</a></div></header>
<div class="entry-content"><figure class="wp-block-image"><img src="${picture(release)}"></figure>${release.paragraphs.map(paragraphHtml).join('\n')}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Bagikan ini:</h3><ul><li><a href="https://x.com">X</a></li><li><a href="https://facebook.com">Facebook</a></li></ul></div></div>
<footer class="entry-footer"><span class="tags-links"><a href="/tag/a/">pangan</a>, <a href="/tag/b/">kota</a></span></footer></article>
<div id="comments" class="comments-area"><h2>Tinggalkan Balasan</h2><form><p>Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai dengan tanda bintang di bawah ini.</p></form></div></main>`,
    );
  },
};

/** A list without dates in the markup's own right: "Judul" then a line "dd Bulan yyyy, hh.mm | Diskominfo". */
export const list: Redesign = {
  name: 'a plain list, bold titles, one line of meta under them',
  path: ({ id, title }) => `/berita?id=${id}&judul=${slug(title).slice(0, 20)}`,
  dates: { listing: 'time', release: 'time' },
  listing: (city) =>
    html(
      '<title>Portal Kota Bogor</title>',
      `<div id="menu"><ul>${menu()}</ul></div><div id="kiri"><div class="judul-besar">Siaran Pers</div><ul class="daftar">
${city.releases
  .slice(0, 9)
  .map((release) => {
    const { day, month, year, hh, ii } = clock(release.published);
    return `<li><a href="${text(list.path(release))}"><b>${text(release.title)}</b></a><br><i>${day} ${month} ${year}, ${hh}.${ii} | Diskominfo</i><div>${excerpt(release)}</div></li>`;
  })
  .join('\n')}</ul></div><div id="kanan"><div class="judul-besar">Terpopuler</div><ul class="daftar">
${popular(city)
  .map((release) => {
    const { day, month, year } = clock(release.published);
    return `<li><a href="${text(list.path(release))}"><b>${text(release.title)}</b></a><br><i>${day} ${month} ${year}</i></li>`;
  })
  .join('\n')}</ul></div>`,
    ),
  release: (city, release) => {
    const { weekday, day, month, year, hh, ii } = clock(release.published);
    return html(
      '<title>Portal Kota Bogor</title>',
      `<div id="menu"><ul>${menu()}</ul></div><div id="kiri"><div class="judul-berita">${text(release.title)}</div><div class="info">Ditulis oleh Diskominfo, ${weekday}, ${day} ${month} ${year} ${hh}.${ii} WIB</div>
<center><img src="${picture(release)}"></center><div class="isi">${release.paragraphs.map(paragraphHtml).join('\n')}<p>&nbsp;</p></div></div>
<div id="kanan"><ul>${popular(city)
        .map((other) => `<li><a href="${text(list.path(other))}">${text(other.title)}</a></li>`)
        .join('')}</ul></div>`,
    );
  },
};
