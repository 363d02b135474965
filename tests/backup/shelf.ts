import type { Shelf } from '../../utils/backup/snapshot.ts';

/** A `storage.local` in memory that counts, and that may be cut off after some writes, as by a power cut. */
export class TestShelf implements Shelf {
  readonly items = new Map<string, string>();
  /** Keys as they were written, in order. */
  written: string[] = [];
  removed: string[] = [];
  /** Writes and removals that still go through; then the machine is off. */
  left = Number.POSITIVE_INFINITY;

  async get(keys: string[]): Promise<Record<string, unknown>> {
    const found = keys.filter((key) => this.items.has(key));
    return Object.fromEntries(found.map((key) => [key, JSON.parse(this.items.get(key) ?? '')]));
  }

  async set(items: Record<string, unknown>): Promise<void> {
    for (const [key, value] of Object.entries(items)) {
      this.#goes();
      this.items.set(key, JSON.stringify(value));
      this.written.push(key);
    }
  }

  async remove(keys: string[]): Promise<void> {
    for (const key of keys) {
      this.#goes();
      this.items.delete(key);
      this.removed.push(key);
    }
  }

  async keys(): Promise<string[]> {
    return [...this.items.keys()];
  }

  #goes(): void {
    if (this.left <= 0) throw new DOMException('the machine is off', 'AbortError');
    this.left -= 1;
  }
}
