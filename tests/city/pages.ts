import type { City, CityRelease } from './city.ts';

/** Where the city's pictures are, on its own host as in Bogor. */
export const pictureHost = 'adm.kotabogor.go.id';

const pageSize = 9;

/** Text made safe for HTML and XML. */
export function escapeMarkup(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );
}

/** The address of a release's picture, or null. */
export function pictureUrl(release: CityRelease): string | null {
  return release.scene ? `https://${pictureHost}/storage/data/berita-${release.id}.png` : null;
}

/** A paragraph as the site's editor saves it: curly quotes as entities, a hard space here and there. */
export function paragraphHtml(text: string): string {
  return `<p>${escapeMarkup(text)
    .replaceAll('“', '&ldquo;')
    .replaceAll('”', '&rdquo;')
    .replaceAll('Rp ', 'Rp&nbsp;')}</p>`;
}

/** Day, month and year in the city's own time zone, two digits each but the year. */
function dayParts(at: number): { day: string; month: string; year: string } {
  const iso = new Date(at + 7 * 3_600_000).toISOString();
  return { day: iso.slice(8, 10), month: iso.slice(5, 7), year: iso.slice(0, 4) };
}

const style = `
  body { margin: 0; font: 16px/1.6 system-ui, sans-serif; color: #1f2a37; background: #f6f7f9 }
  header { padding: 18px 32px; background: #14532d; color: #fff; font-weight: 700 }
  main { display: grid; gap: 24px; max-width: 1080px; margin: 32px auto; padding: 0 24px }
  .row { display: grid; grid-template-columns: repeat(3, 1fr); gap: 24px }
  .blog-one__single, .blog-details { overflow: hidden; border-radius: 10px; background: #fff; box-shadow: 0 1px 3px #0002 }
  .blog-one__img { position: relative; min-height: 70px } img { display: block; width: 100% }
  .blog-one__date { position: absolute; top: 12px; left: 12px; padding: 6px 12px; border-radius: 6px; background: #fff; line-height: 1.3 }
  .blog-one__date p { margin: 0 } .blog-one__content, .blog-details__content { padding: 12px 22px 22px }
  ul { margin: 0; padding: 0; list-style: none; color: #5b6675; font-size: 14px } a { color: inherit } h3 { line-height: 1.35 }
  .sidebar__post-list img { width: 80px } .blog-pagination { text-align: center } .page-numbers { padding: 4px 10px }`;

/** Every page of the site has the same generic title and calls itself English, as Bogor's does. */
function frame(main: string, head = ''): string {
  return `<!DOCTYPE html>
<html lang="en">

<head>
    <meta charset="UTF-8">
    <meta name="viewport" content="width=device-width, initial-scale=1.0">
    <title>Pemerintah Kota Bogor</title>
    <meta name="description" content="Pemerintah Kota Bogor" />${head}
    <style>${style}</style>
</head>

<body>
<header>Pemerintah Kota Bogor · portal uji Jubir</header>
<main>
${main}
</main>
<script>window.dataLayer = window.dataLayer || [];</script>
</body>

</html>
`;
}

function card(release: CityRelease): string {
  const { day, month, year } = dayParts(release.published);
  const link = `/berita-detail/${release.id}`;
  const picture = pictureUrl(release);
  return `
                    <div class="col-xl-4 col-lg-6 col-md-6 wow fadeInUp" data-wow-delay="100ms">
                        <div class="blog-one__single">
                            <div class="blog-one__img">
                                ${picture ? `<img src="${picture}"\n                                    alt="">` : ''}
                                <a href="${link}">
                                    <span class="blog-one__plus"></span>
                                </a>
                                <div class="blog-one__date">
                                    <p>${day} /
                                        ${month} <br>
                                        <span>${year}</span>
                                    </p>
                                </div>
                            </div>
                            <div class="blog-one__content">
                                <ul class="list-unstyled blog-one__meta">
                                    <li><a><i class="far fa-user-circle"></i> oleh Admin </a>
                                    </li>
                                </ul>
                                <h3 class="blog-one__title h-[100px]"><a
                                        href="${link}">${escapeMarkup(release.title)} </a></h3>
                                <div class="blog-one__btn-box">
                                    <a href="${link}">Baca selengkapnya <i
                                            class="fa fa-angle-right"></i></a>
                                </div>
                                <div class="blog-one__tag">
                                    <p> 3</p>
                                </div>
                            </div>
                        </div>
                    </div>`;
}

/** One page of the listing, nine releases each; past the end it has none. */
export function listingPage(city: City, page: number): string {
  const { listed } = city;
  const last = Math.max(1, Math.ceil(listed.length / pageSize));
  const numbers = Array.from({ length: last }, (_, i) =>
    i + 1 === page
      ? `<span class="page-numbers current">${page}</span>`
      : `<a class="page-numbers" href="https://kotabogor.go.id/berita?page=${i + 1}">${i + 1}</a>`,
  );
  return frame(`    <section class="blog-one blog-page">
        <div class="container">
            <div class="row">${listed
              .slice((page - 1) * pageSize, page * pageSize)
              .map(card)
              .join('\n')}
            </div>
            <div class="blog-pagination portfolio-page__btn-box justify-content-center text-center">
                ${numbers.join('\n                ')}
            </div>
        </div>
    </section>`);
}

/** A release's own page: no date, no Open Graph tags, the body beside an empty paragraph. */
export function releasePage(city: City, release: CityRelease): string {
  const picture = pictureUrl(release);
  const latest = city.releases.slice(0, 3).map((other) => {
    const image = pictureUrl(other);
    return `
                                    <li>
                                        ${image ? `<img src="${image}" alt="" width="80px" class="img-thumbnail">` : ''}
                                        <div class="sidebar__post-content">
                                            <h3>
                                                <a href="/berita-detail/${other.id}">
                                                    ${escapeMarkup(other.title)}
                                                </a>
                                            </h3>
                                        </div>
                                    </li>`;
  });
  return frame(`    <section class="blog-details">
        <div class="container">
            <div class="row-details">
                <div class="col-xl-8 col-lg-7">
                    <div class="blog-details__left">
                        <div class="blog-details__img">
                            ${picture ? `<img src="${picture}" alt="">` : ''}
                        </div>
                        <div class="blog-details__content">
                            <ul class="list-unstyled blog-details__meta">
                                <li>
                                    <a href="/berita-detail/${release.id}"><i class="far fa-user-circle"></i> oleh
                                        Admin
                                    </a>
                                </li>
                            </ul>
                            <h3 class="blog-details__title">
                                ${escapeMarkup(release.title)}
                            </h3>
                            <p class="blog-details__text-1">
                                ${release.paragraphs.map(paragraphHtml).join('\n')}
                            </p>

                        </div>
                        <div class="blog-details__bottom">
                            <p class="blog-details__tags">
                                <span>Tags</span>
                                ${release.tags.map((tag) => `<a href="https://kotabogor.go.id/berita/${encodeURIComponent(tag)}">${escapeMarkup(tag)}</a>`).join('\n                                ')}
                            </p>
                        </div>
                    </div>
                </div>
                <div class="col-xl-4 col-lg-5">
                    <div class="sidebar">
                        <div class="sidebar__single sidebar__comments">
                            <h3 class="sidebar__title">Berita Terbaru</h3>
                            <ul class="sidebar__post-list list-unstyled">${latest.join('')}
                            </ul>
                        </div>
                    </div>
                </div>
            </div>
        </div>
    </section>`);
}

/** The front page; a city that has feeds says so in its head. */
export function frontPage(city: City, feedBase: string | null): string {
  const head = feedBase
    ? `
    <link rel="alternate" type="application/rss+xml" title="RSS" href="${feedBase}/feed/rss.xml">
    <link rel="alternate" type="application/atom+xml" title="Atom" href="${feedBase}/feed/atom.xml">
    <link rel="alternate" type="application/feed+json" title="JSON Feed" href="${feedBase}/feed/feed.json">
    <link rel="https://api.w.org/" href="${feedBase}/wp-json/">`
    : '';
  const links = city.releases
    .slice(0, 3)
    .map(({ id, title }) => `<p><a href="/berita-detail/${id}">${escapeMarkup(title)}</a></p>`);
  return frame(`<p><a href="/berita">Berita</a></p>\n${links.join('\n')}`, head);
}
