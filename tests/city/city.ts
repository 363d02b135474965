import { type ReleaseText, releaseTexts } from './texts.ts';

/** A release on the portal. Dates are epoch milliseconds. */
export interface CityRelease extends Omit<ReleaseText, 'hoursAgo'> {
  id: number;
  published: number;
  updated: number;
}

const hour = 3_600_000;

/** What the portal publishes at this moment: releases that a test can add, change and withdraw while it runs. */
export class City {
  /** Newest first, as the listing shows them. */
  releases: CityRelease[];
  /** Ids of those whose page stands, but which the listing shows no more. */
  readonly unlisted = new Set<number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
    this.releases = releaseTexts.map(({ hoursAgo, ...text }, index) => {
      const published = now() - hoursAgo * hour;
      return { ...text, id: 3000 + releaseTexts.length - index, published, updated: published };
    });
  }

  /** Publishes a release now; what is not given is filled in. */
  add(text: Partial<Omit<ReleaseText, 'hoursAgo'>> & { title: string }): CityRelease {
    const published = this.#now();
    const release: CityRelease = {
      scene: 'park',
      tags: [],
      paragraphs: [`${text.title}, demikian disampaikan Pemkot Bogor.`],
      ...text,
      id: Math.max(3000, ...this.releases.map(({ id }) => id)) + 1,
      published,
      updated: published,
    };
    this.releases = [release, ...this.releases];
    return release;
  }

  /** Corrects a release: its id and publication date stay, as on a real site. */
  edit(id: number, changes: Partial<Omit<ReleaseText, 'hoursAgo'>>): void {
    if (!this.find(id)) throw new Error(`the portal has no release ${id}`);
    this.releases = this.releases.map((release) =>
      release.id === id ? { ...release, ...changes, updated: this.#now() } : release,
    );
  }

  /** Gives a release another date, and with it another place on the listing. */
  redate(id: number, published: number): void {
    if (!this.find(id)) throw new Error(`the portal has no release ${id}`);
    this.releases = this.releases
      .map((release) => (release.id === id ? { ...release, published, updated: this.#now() } : release))
      .sort((a, b) => b.published - a.published);
  }

  /** Withdraws a release: it vanishes from the listing and its page is gone. */
  remove(id: number): void {
    this.releases = this.releases.filter((release) => release.id !== id);
  }

  /** What the listing shows, newest first. */
  get listed(): CityRelease[] {
    return this.releases.filter(({ id }) => !this.unlisted.has(id));
  }

  find(id: number): CityRelease | undefined {
    return this.releases.find((release) => release.id === id);
  }

  /** When anything last changed, for `Last-Modified`. */
  get changed(): number {
    return Math.max(0, ...this.releases.map(({ updated }) => updated));
  }
}
