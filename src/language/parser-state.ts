/**
 * State of the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011) with the artificial root at the
 * end of the buffer (Ballesteros and Nivre 2013). Words are 0 … n-1, the root is n, and n+1 stands for "no word".
 */

export const SHIFT = 0;
/** The first word of the buffer becomes head of the top of the stack, which is popped. */
export const LEFT = 1;
/** The second word of the stack becomes head of the top, which is popped. */
export const RIGHT = 2;
export const MOVES = 3;

export class ParserState {
  /** Number of words. */
  n = 0;
  /** Stands for "no word" in all look-ups. */
  none = 1;
  /** First word of the buffer. */
  buffer = 0;
  depth = 0;
  stack = new Int32Array(0);
  head = new Int32Array(0);
  label = new Int32Array(0);
  /** Outermost and second outermost children on each side. */
  left1 = new Int32Array(0);
  left2 = new Int32Array(0);
  right1 = new Int32Array(0);
  right2 = new Int32Array(0);
  leftCount = new Int32Array(0);
  rightCount = new Int32Array(0);
  /** Sets of the children's labels, as bit masks (labels modulo 32). */
  leftLabels = new Int32Array(0);
  rightLabels = new Int32Array(0);

  /** Starts a sentence of `n` words. */
  reset(n: number): void {
    if (this.stack.length < n + 2) this.#allocate(Math.max(256, n * 2));
    this.n = n;
    this.none = n + 1;
    this.buffer = 0;
    this.depth = 0;
    this.head.fill(-1, 0, n + 2);
    this.label.fill(-1, 0, n + 2);
    for (const column of [this.left1, this.left2, this.right1, this.right2]) column.fill(this.none, 0, n + 2);
    for (const column of [this.leftCount, this.rightCount, this.leftLabels, this.rightLabels]) column.fill(0, 0, n + 2);
  }

  #allocate(capacity: number): void {
    const column = () => new Int32Array(capacity + 2);
    this.stack = column();
    this.head = column();
    this.label = column();
    this.left1 = column();
    this.left2 = column();
    this.right1 = column();
    this.right2 = column();
    this.leftCount = column();
    this.rightCount = column();
    this.leftLabels = column();
    this.rightLabels = column();
  }

  /** The word `k` places below the top of the stack, or `none`. */
  peek(k: number): number {
    return k < this.depth ? this.stack[this.depth - 1 - k]! : this.none;
  }

  get finished(): boolean {
    return this.buffer === this.n && this.depth === 0;
  }

  allows(move: number): boolean {
    if (move === SHIFT) return this.buffer < this.n;
    if (move === RIGHT) return this.depth > 1;
    return this.depth > 0 && (this.buffer < this.n || this.depth === 1);
  }

  /** The head the move would give to the top of the stack. */
  headFor(move: number): number {
    return move === LEFT ? this.buffer : this.stack[this.depth - 2]!;
  }

  shift(): void {
    this.stack[this.depth++] = this.buffer++;
  }

  /** Attaches the top of the stack by LEFT or RIGHT with a label and pops it. */
  attach(move: number, label: number): void {
    const head = this.headFor(move);
    const child = this.stack[--this.depth]!;
    this.head[child] = head;
    this.label[child] = label;
    if (move === LEFT) {
      this.left2[head] = this.left1[head]!;
      this.left1[head] = child;
      this.leftCount[head]!++;
      this.leftLabels[head]! |= 1 << (label & 31);
    } else {
      this.right2[head] = this.right1[head]!;
      this.right1[head] = child;
      this.rightCount[head]!++;
      this.rightLabels[head]! |= 1 << (label & 31);
    }
  }
}
