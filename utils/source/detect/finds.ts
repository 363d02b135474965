import { normaliseReading } from '../../release/normalise.ts';
import { parseUrl } from '../address.ts';
import type { Page } from '../recipe.ts';
import type { FoundBy, ReadItem, Reading, Source, SourceKind } from '../source.ts';
import { hashtagsOf, idOf, nameOf } from './naming.ts';
import type { Session } from './session.ts';

/** One way in which a site's releases can be read. */
export interface Way {
  kind: SourceKind;
  url: string;
  foundBy: FoundBy;
  /** How sure it is that these are the city's releases, 0 to 1. */
  confidence: number;
  /** The five newest, as they will appear. */
  items: ReadItem[];
  /** How many the document holds. */
  count: number;
  /** What had to be mended, in plain English. */
  repairs: string[];
  /** Ready to be stored. */
  source: Source;
}

/** What a detection has found so far. */
export class Finds {
  readonly session: Session;
  readonly ways: Way[] = [];
  /** The page that stands for the site, and tells its name. */
  front: Page | null = null;
  private readonly address: string;
  private readonly takenIds: readonly string[];

  constructor(address: string, session: Session, takenIds: readonly string[]) {
    this.address = address;
    this.session = session;
    this.takenIds = takenIds;
  }

  /** Scheme and host of the site. */
  get origin(): string {
    return parseUrl(this.front?.url ?? this.address)?.origin ?? '';
  }

  /** Whether a way this sure was found; or one that is no page. */
  has(confidence: number, kind?: 'feed'): boolean {
    return this.ways.some(
      (way) => way.confidence >= confidence && (kind === undefined || way.kind !== 'page'),
    );
  }

  /** A source that can be read, without a name yet. */
  sourceOf(way: { kind: SourceKind; url: string; foundBy: FoundBy }): Source {
    const { kind, url, foundBy } = way;
    const id = idOf(kind === 'page' ? url : this.address, this.takenIds);
    return { id, name: '', kind, url, hosts: [...this.session.hosts], imageHosts: [], hashtags: [], foundBy };
  }

  /** Makes a way of what was read. */
  add(source: Source, foundBy: FoundBy, reading: Reading, confidence: number): void {
    if (this.ways.some((way) => way.url === source.url)) return;
    const { hosts } = this.session;
    const name = nameOf(this.front, reading.title, parseUrl(source.url)?.hostname ?? source.url);
    const pictures = reading.items.flatMap((item) => parseUrl(item.image ?? '')?.hostname ?? []);
    const imageHosts = [...new Set(pictures)].filter((host) => !hosts.includes(host)).slice(0, 5);
    const ready: Source = { ...source, name, imageHosts, hashtags: hashtagsOf(name) };
    this.put(ready, foundBy, reading, confidence);
  }

  /** Makes a way of a source that is whole already. */
  put(source: Source, foundBy: FoundBy, reading: Reading, confidence: number): void {
    this.session.note(source.url, foundBy, 'found');
    const { kind, url } = source;
    const { items: all, repairs } = reading;
    const items = preview(reading, source, this.session.now());
    this.ways.push({ kind, url, foundBy, confidence, items, count: all.length, repairs, source });
  }
}

/** The five newest releases as the archive would hold them: their titles, addresses and order are its own. */
function preview(reading: Reading, source: Source, now: number): ReadItem[] {
  const texts = new Map(reading.items.map((item) => [item.title, item]));
  const releases = normaliseReading(reading, source, now).sort((a, b) => b.order - a.order);
  return releases.slice(0, 5).map(({ url, title, published, image, categories, paragraphs }) => {
    const item = texts.get(title);
    return {
      url,
      guid: null,
      title,
      published,
      updated: item?.updated ?? null,
      paragraphs: paragraphs.length > 0 ? paragraphs : (item?.paragraphs ?? []),
      summary: item?.summary ?? [],
      image,
      authors: item?.authors ?? [],
      categories,
    };
  });
}
