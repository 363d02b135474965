import type { Source } from './source.ts';

/**
 * The cities that Jubir knows from the start. A recipe is data: selectors and a date format, never code.
 *
 * Kota Bogor has no feed. Its listing (`/berita?page=N`, nine rows) alone carries the dates; a release page has a
 * generic `<title>`, its own heading in `h3.blog-details__title`, and a body that the CMS puts into a `<p>`, which
 * every HTML parser closes at the first block inside: so the container is read, without its byline and heading.
 */
export const presets: readonly Source[] = [
  {
    id: 'kota-bogor',
    name: 'Kota Bogor',
    kind: 'page',
    url: 'https://kotabogor.go.id/berita',
    hosts: ['kotabogor.go.id'],
    imageHosts: ['adm.kotabogor.go.id'],
    hashtags: ['KotaBogor'],
    recipe: {
      listing: {
        item: '.blog-one__single',
        title: '.blog-one__title',
        link: '.blog-one__title a[href]',
        date: '.blog-one__date',
        image: '.blog-one__img img',
      },
      release: {
        title: '.blog-details__title',
        body: '.blog-details__content',
        drop: '.blog-details__meta, .blog-details__title',
        image: '.blog-details__img img',
      },
      dateFormat: 'D M Y',
    },
  },
];
