/** Bytes that grow as they are written. */
export class Bytes {
  private data = new Uint8Array(4096);
  length = 0;

  /** Seven bits a byte, the lowest first, the top bit saying that more follow (as LEB128). */
  varint(value: number): void {
    if (this.length + 5 > this.data.length) this.grow(5);
    let rest = value;
    while (rest > 127) {
      this.data[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.data[this.length++] = rest;
  }

  byte(value: number): void {
    if (this.length === this.data.length) this.grow(1);
    this.data[this.length++] = value;
  }

  push(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.data.length) this.grow(bytes.length);
    this.data.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What was written; a view, valid until more is written. */
  done(): Uint8Array {
    return this.data.subarray(0, this.length);
  }

  private grow(by: number): void {
    const larger = new Uint8Array(Math.max(this.data.length * 2, this.length + by));
    larger.set(this.data.subarray(0, this.length));
    this.data = larger;
  }
}

/** Numbers that grow as they are written. */
export class Numbers {
  private data = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = new Uint32Array(this.data.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }

  clear(): void {
    this.length = 0;
  }

  /** What was written; a view, valid until more is written. */
  done(): Uint32Array {
    return this.data.subarray(0, this.length);
  }
}
