import { paragraphHtml } from '../pages.ts';
import { clock, excerpt, html, menu, picture, popular, type Redesign, slug, text } from './parts.ts';

/** A magazine template: the date in two boxes ("24" over "Nov 2026"), the body in a <div> with nested <div>s. */
export const magazine: Redesign = {
  name: 'magazine: the date in boxes, agenda and gallery beside',
  path: ({ id, title }) => `/portal/read/${id}/${slug(title)}.html`,
  dates: { listing: 'day', release: 'day' },
  listing: (city) => {
    const posts = city.releases.slice(0, 8).map((release) => {
      const { dd, short, year } = clock(release.published);
      const path = magazine.path(release);
      return `<div class="post-item clearfix wow fadeInUp"><div class="post-media"><a href="${path}"><img src="${picture(release)}"></a><div class="post-date"><span class="tgl">${dd}</span><span class="bln">${short} ${year}</span></div></div>
<div class="post-body"><div class="kategori"><a href="/kategori/pemerintahan">Pemerintahan</a></div><h3><a href="${path}" title="${text(release.title)}">${text(release.title)}</a></h3><p>${excerpt(release, 90)}</p><a class="btn btn-sm" href="${path}">Selengkapnya &raquo;</a></div></div>`;
    });
    const agenda = [
      'Rapat Koordinasi Camat se-Kota Bogor',
      'Pelatihan Operator Layanan Data',
      'Upacara Hari Jadi Kota Bogor',
    ].map(
      (label, index) =>
        `<div class="agenda-item"><span class="tgl">${index + 10} Des 2026</span><h5><a href="/agenda/${index + 1}">${label}</a></h5></div>`,
    );
    return html(
      '<title>Portal Resmi Kota Bogor</title>',
      `<div class="topbar">Selasa, 24 November 2026</div><div class="main-menu"><ul>${menu()}</ul></div><div class="content-area"><div class="posts">${posts.join('\n')}</div>
<div class="sidebar"><div class="widget"><h4>Agenda</h4>${agenda.join('')}</div><div class="widget"><h4>Galeri</h4>${popular(
        city,
      )
        .map((release) => `<a href="/galeri/foto/${release.id}"><img src="${picture(release)}"></a>`)
        .join('')}</div></div></div>`,
    );
  },
  release: (city, release) => {
    const { day, month, year } = clock(release.published);
    return html(
      `<title>${text(release.title)} | Portal Resmi Kota Bogor</title><meta property="og:image" content="${picture(release)}">`,
      `<div class="topbar">Selasa, 24 November 2026</div><div class="main-menu"><ul>${menu()}</ul></div><div class="breadcrumb-area"><h2>Baca Berita</h2><ul class="breadcrumb"><li><a href="/">Beranda</a></li><li>${text(release.title)}</li></ul></div>
<div class="content-area"><div class="single-post"><h2 class="single-title">${text(release.title)}</h2><ul class="post-info"><li>${day} ${month} ${year}</li><li>Admin Kominfo</li><li>231 kali dibaca</li></ul>
<div class="single-body"><div><div>${release.paragraphs.slice(0, 2).map(paragraphHtml).join('')}</div><div>${release.paragraphs.slice(2).map(paragraphHtml).join('')}</div></div></div>
<div class="tag-box"><b>Tag:</b> ${release.tags.map((tag) => `<a href="/tag/${slug(tag)}">${text(tag)}</a>`).join(' ')}</div>
<div class="related"><h4>Berita Terkait</h4>${popular(city)
        .map(
          (other) =>
            `<div class="related-item"><a href="${magazine.path(other)}">${text(other.title)}</a><p>${excerpt(other, 160)}</p></div>`,
        )
        .join('')}</div></div></div>`,
    );
  },
};

/** An OpenSID-like template: date and author in one line, the release's heading repeated in a page header. */
export const opensid: Redesign = {
  name: 'OpenSID-like: artikel list, "24 November 2026 09:12:45"',
  path: ({ title, published }) => {
    const { year, mm, day } = clock(published);
    return `/artikel/${year}/${Number(mm)}/${day}/${slug(title)}`;
  },
  dates: { listing: 'time', release: 'time' },
  listing: (city) =>
    html(
      '<title>Website Resmi Kota Bogor</title>',
      `<div class="wrapper"><ul class="sf-menu">${menu()}</ul><div class="single_category"><h2><span class="title_text">Artikel Terkini</span></h2></div>
${city.releases
  .slice(0, 7)
  .map((release) => {
    const { day, month, year, hh, ii, ss } = clock(release.published);
    const path = opensid.path(release);
    return `<div class="artikel layout-box"><div class="thumb"><img class="gambar" src="${picture(release)}"></div><h4 class="catg_titile"><a href="${path}">${text(release.title)}</a></h4>
<div class="post_commentbox"><i class="fa fa-clock-o"></i> ${day} ${month} ${year} ${hh}:${ii}:${ss} <i class="fa fa-user"></i> Administrator <i class="fa fa-eye"></i> 112 Kali</div><div class="isi_singkat">${excerpt(release, 240)}</div></div>`;
  })
  .join('\n')}
<div class="box arsip"><h3 class="box-title">Arsip Artikel Populer</h3><ul>${popular(city)
        .map(
          (release) =>
            `<li><a href="${opensid.path(release)}">${text(release.title)}</a><br><small>${clock(release.published).day} ${clock(release.published).month} ${clock(release.published).year}</small></li>`,
        )
        .join('')}</ul></div></div>`,
    ),
  release: (_city, release) => {
    const { day, month, year, hh, ii, ss } = clock(release.published);
    return html(
      `<title>${text(release.title)}</title>`,
      `<div class="wrapper"><ul class="sf-menu">${menu()}</ul><div class="single_page_area"><h2 class="post_titile">${text(release.title)}</h2>
<div class="single_page_content"><div class="post_commentbox"><a href="#"><i class="fa fa-user"></i>Administrator</a> <span><i class="fa fa-clock-o"></i>${day} ${month} ${year} ${hh}:${ii}:${ss}</span> <a href="#">Dibaca 112 Kali</a></div>
<div class="sampul_artikel"><img class="img-responsive" src="${picture(release)}"></div><div class="teks" style="text-align: justify;">${release.paragraphs.map(paragraphHtml).join('\n')}</div></div>
<div class="social_link"><ul class="sociallink_nav"><li><a href="https://facebook.com">F</a></li><li><a href="https://x.com">X</a></li></ul></div>
<div class="comment-box"><h2>Komentar</h2><p>Silakan tulis komentar dengan bahasa yang santun, komentar akan tampil setelah disetujui oleh admin.</p></div></div></div>`,
    );
  },
};
