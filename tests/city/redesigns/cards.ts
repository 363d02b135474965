import { paragraphHtml } from '../pages.ts';
import { clock, excerpt, html, menu, picture, popular, type Redesign, slug, text } from './parts.ts';

/** Bootstrap 5 cards in grid rows of three; the newest is larger; a widget of popular news with the same cards. */
export const bootstrap: Redesign = {
  name: 'Bootstrap 5 cards, weekday and time, popular cards beside',
  path: ({ title }) => `/berita/${slug(title)}`,
  dates: { listing: 'time', release: 'time' },
  listing: (city) => {
    const card = (release: (typeof city.releases)[number], wide: boolean) => {
      const { weekday, day, month, year, hh, ii } = clock(release.published);
      return `<div class="${wide ? 'col-md-12' : 'col-md-4'} mb-4"><div class="card news-card h-100 shadow-sm">
<a href="/berita/${slug(release.title)}"><img class="card-img-top" src="${picture(release)}" alt=""></a>
<div class="card-body"><span class="badge bg-success"><a href="/kategori/umum">Umum</a></span>
<h5 class="card-title"><a class="text-dark stretched-link" href="/berita/${slug(release.title)}">${text(release.title)}</a></h5>
<p class="card-text text-muted small"><i class="bi bi-calendar"></i> ${weekday}, ${day} ${month} ${year} | ${hh}:${ii} WIB</p>
<p class="card-text">${excerpt(release)}</p></div></div></div>`;
    };
    const rows: string[] = [];
    for (let at = 0; at < 9; at += 3) {
      const cards = city.releases.slice(at, at + 3).map((release, index) => card(release, at + index === 0));
      if (cards.length > 0) rows.push(`<div class="row g-4">${cards.join('\n')}</div>`);
    }
    const beside = popular(city).map((release) => {
      const { day, month, year } = clock(release.published);
      return `<div class="card news-card mb-2"><div class="card-body"><h6 class="card-title"><a href="/berita/${slug(release.title)}">${text(release.title)}</a></h6><small class="text-muted">${day} ${month} ${year}</small></div></div>`;
    });
    return html(
      '<title>Berita - Pemerintah Kota Bogor</title>',
      `<nav class="navbar navbar-expand-lg"><ul class="navbar-nav">${menu((label, path) => `<li class="nav-item"><a class="nav-link" href="${path}">${label}</a></li>`)}</ul></nav>
<div class="container py-5"><h2 class="section-title">Berita Terbaru</h2><div class="row"><div class="col-lg-8">${rows.join('\n')}
<nav><ul class="pagination">${[1, 2, 3, 4].map((page) => `<li class="page-item"><a class="page-link" href="/berita?page=${page}">${page}</a></li>`).join('')}</ul></nav></div>
<div class="col-lg-4"><h4 class="widget-title">Berita Populer</h4>${beside.join('\n')}</div></div></div>
<footer class="footer"><ul>${menu()}</ul><p>© 2026 Pemerintah Kota Bogor</p></footer>`,
    );
  },
  release: (city, release) => {
    const { weekday, day, month, year, hh, ii } = clock(release.published);
    return html(
      `<title>${text(release.title)} - Pemerintah Kota Bogor</title><meta property="og:title" content="${text(release.title)}"><meta property="og:image" content="https://kotabogor.go.id/assets/logo.png">`,
      `<nav class="navbar"><ul class="navbar-nav">${menu()}</ul></nav>
<div class="container"><div class="row"><div class="col-lg-8"><h1 class="fw-bold">${text(release.title)}</h1>
<div class="d-flex text-muted small mb-3"><span class="me-3">Admin</span><span>${weekday}, ${day} ${month} ${year} | ${hh}:${ii} WIB</span></div>
<img class="img-fluid rounded" src="${picture(release)}" alt="">
<div class="news-content mt-4">${release.paragraphs.map(paragraphHtml).join('\n')}</div>
<div class="share-buttons"><a href="https://wa.me/?text=x">WhatsApp</a> <a href="https://facebook.com/sharer">Facebook</a></div></div>
<div class="col-lg-4"><h4>Berita Populer</h4>${popular(city)
        .map(
          (other) =>
            `<div class="card news-card"><h6 class="card-title"><a href="/berita/${slug(other.title)}">${text(other.title)}</a></h6><p>${excerpt(other, 200)}</p></div>`,
        )
        .join('')}</div></div></div><footer class="footer"><ul>${menu()}</ul></footer>`,
    );
  },
};

/** Tailwind from a component framework: hashed and utility classes alone, the whole card is one link. */
export const tailwind: Redesign = {
  name: 'Tailwind utilities and hashed classes, the card is the link',
  path: ({ id, title }) => `/kabar/${id}-${slug(title)}`,
  dates: { listing: 'day', release: 'day' },
  listing: (city) => {
    const cards = city.releases.slice(0, 9).map((release) => {
      const { day, short, year } = clock(release.published);
      return `<a class="block rounded-xl bg-white p-4 shadow hover:shadow-lg css-1x2y3z" href="/kabar/${release.id}-${slug(release.title)}">
<img class="h-48 w-full object-cover" data-src="${picture(release)}" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
<div class="mt-3 flex items-center gap-2 text-sm text-gray-500"><svg></svg><span>${day} ${short} ${year}</span><span>·</span><span>3 menit baca</span></div>
<h3 class="mt-2 text-lg font-semibold leading-snug">${text(release.title)}</h3>
<p class="mt-2 line-clamp-3 text-gray-600">${excerpt(release)}</p></a>`;
    });
    return html(
      '<title>Kota Bogor</title>',
      `<div id="__next"><header class="sticky top-0"><div class="flex gap-4">${menu((label, path) => `<a class="px-3 py-2 text-sm" href="${path}">${label}</a>`)}</div></header>
<main class="mx-auto max-w-7xl"><h1 class="text-3xl font-bold">Kabar Kota</h1><div class="grid grid-cols-3 gap-6">${cards.join('\n')}</div></main>
<footer class="bg-gray-900"><div class="flex">${menu((label, path) => `<a class="text-gray-400" href="${path}">${label}</a>`)}</div></footer></div>`,
    );
  },
  release: (city, release) => {
    const { day, short, year } = clock(release.published);
    return html(
      '<title>Kota Bogor</title>',
      `<div id="__next"><header class="sticky top-0"><div class="flex gap-4">${menu((label, path) => `<a class="px-3" href="${path}">${label}</a>`)}</div></header>
<main class="mx-auto max-w-3xl"><div class="text-sm text-gray-500">${day} ${short} ${year}</div><h1 class="mt-2 text-4xl font-bold">${text(release.title)}</h1>
<img class="mt-6 w-full rounded-xl" src="${picture(release)}">
<div class="prose mt-8 max-w-none">${release.paragraphs.map((each) => `<p class="mb-4">${text(each)}</p>`).join('\n')}</div>
<section class="mt-12"><h2 class="text-2xl font-bold">Kabar lainnya</h2><div class="grid grid-cols-3">${popular(
        city,
      )
        .map(
          (other) =>
            `<a class="block p-4" href="/kabar/${other.id}-${slug(other.title)}"><h3 class="text-lg">${text(other.title)}</h3><p class="text-gray-600">${excerpt(other, 180)}</p></a>`,
        )
        .join('')}</div></section></main></div>`,
    );
  },
};
