/** Red, green and blue, 0 to 255. */
export type Colour = [number, number, number];

/** The colour `share` of the way from one to the other. */
export function mix(from: Colour, to: Colour, share: number): Colour {
  return [0, 1, 2].map((i) => (from[i] ?? 0) * (1 - share) + (to[i] ?? 0) * share) as Colour;
}

/** Drawn at twice the size and averaged at the end, which is what makes the edges smooth. */
const scale = 2;

/** A few filled shapes over RGB pixels: just enough to paint a picture that a portal can serve. */
export class Canvas {
  readonly #width: number;
  readonly #height: number;
  readonly #data: Uint8Array;

  constructor(width: number, height: number) {
    this.#width = width * scale;
    this.#height = height * scale;
    this.#data = new Uint8Array(this.#width * this.#height * 3);
  }

  rect(x: number, y: number, w: number, h: number, colour: Colour): void {
    for (let row = Math.round(y * scale); row < Math.round((y + h) * scale); row += 1) {
      this.#run(row, Math.round(x * scale), Math.round((x + w) * scale), colour);
    }
  }

  disc(x: number, y: number, radius: number, colour: Colour): void {
    const r = radius * scale;
    for (let dy = -Math.ceil(r); dy <= r; dy += 1) {
      const half = Math.sqrt(Math.max(0, r * r - dy * dy));
      this.#run(
        Math.round(y * scale) + dy,
        Math.round(x * scale - half),
        Math.round(x * scale + half),
        colour,
      );
    }
  }

  triangle(a: [number, number], b: [number, number], c: [number, number], colour: Colour): void {
    const corners = [a, b, c].map(([x, y]) => [x * scale, y * scale] as const);
    const rows = corners.map(([, y]) => y);
    for (let row = Math.ceil(Math.min(...rows)); row < Math.max(...rows); row += 1) {
      const crossings: number[] = [];
      corners.forEach(([x1, y1], i) => {
        const [x2, y2] = corners[(i + 1) % 3] ?? [x1, y1];
        if (y1 <= row !== y2 <= row) crossings.push(x1 + ((row - y1) / (y2 - y1)) * (x2 - x1));
      });
      if (crossings.length === 2) {
        this.#run(row, Math.round(Math.min(...crossings)), Math.round(Math.max(...crossings)), colour);
      }
    }
  }

  /** Everything below a line, for hills. */
  area(top: (x: number) => number, colour: Colour): void {
    for (let x = 0; x < this.#width; x += 1) {
      for (let row = Math.max(0, Math.round(top(x / scale) * scale)); row < this.#height; row += 1) {
        this.#run(row, x, x + 1, colour);
      }
    }
  }

  gradient(top: number, bottom: number, from: Colour, to: Colour): void {
    const rows = (bottom - top) * scale;
    for (let i = 0; i < rows; i += 1) {
      this.#run(Math.round(top * scale) + i, 0, this.#width, mix(from, to, i / rows));
    }
  }

  /** The picture at its own size, three bytes a pixel. */
  pixels(): Buffer {
    const [width, height] = [this.#width / scale, this.#height / scale];
    const out = Buffer.alloc(width * height * 3);
    for (let i = 0; i < out.length; i += 1) {
      const [channel, x, y] = [i % 3, Math.floor(i / 3) % width, Math.floor(i / 3 / width)];
      const at = (y * scale * this.#width + x * scale) * 3 + channel;
      const below = at + this.#width * 3;
      const sum =
        (this.#data[at] ?? 0) +
        (this.#data[at + 3] ?? 0) +
        (this.#data[below] ?? 0) +
        (this.#data[below + 3] ?? 0);
      out[i] = sum >> 2;
    }
    return out;
  }

  #run(row: number, from: number, to: number, colour: Colour): void {
    if (row < 0 || row >= this.#height) return;
    const end = (row * this.#width + Math.min(this.#width, to)) * 3;
    for (let at = (row * this.#width + Math.max(0, from)) * 3; at < end; at += 3) {
      this.#data[at] = colour[0];
      this.#data[at + 1] = colour[1];
      this.#data[at + 2] = colour[2];
    }
  }
}
