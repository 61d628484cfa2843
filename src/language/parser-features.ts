/**
 * Feature templates of the parser, after Zhang and Nivre (2011), "Transition-based dependency parsing with rich
 * non-local features", adapted to arc-hybrid, where the top of the stack (s0) chooses between the first word of the
 * buffer (b0) and the word below it (s1).
 *
 * Places: s0 s1 s2 s3 on the stack, b0 b1 b2 b3 in the buffer; a second letter names a child: l leftmost, k second leftmost,
 * r rightmost, q second rightmost; `-` and `+` the neighbours in the text. h and d are head and dependent of an arc.
 */
import { AtomLayout, Templates } from './templates.ts';

export const MOVE_PLACES = [
  's0', 's1', 's2', 's3', 'b0', 'b1', 'b2', 'b3', 's0l', 's0k', 's0r', 's0q', 's1l', 's1k', 's1r', 's1q', 'b0l', 'b0k',
  's0ll', 's0rr', 's1rr', 's1rl', 's0rl', 's0<', 's0>', 's1>', 'b0<', 's2r',
] as const; // biome-ignore format: a table

/** d: distances s0-b0, s1-s0; v: numbers of children; e: sets of their labels; g: what lies between. */
export const MOVE_NUMBERS = [
  'd0',
  'd1',
  'v0l',
  'v0r',
  'v1l',
  'v1r',
  'vbl',
  'e0l',
  'e0r',
  'e1l',
  'e1r',
  'ebl',
  'g0',
  'g1',
  'st',
] as const;

export const moveLayout = new AtomLayout(MOVE_PLACES, MOVE_NUMBERS);

export const moveTemplates = (): Templates =>
  new Templates(
    moveLayout,
    `
    s0.w s0.p s0.w+s0.p s0.x+s0.p s1.w s1.p s1.w+s1.p s2.w s2.p s2.w+s2.p s3.p
    b0.w b0.p b0.w+b0.p b0.x+b0.p b1.w b1.p b1.w+b1.p b2.w b2.p b2.w+b2.p b3.p b3.w
    s0.c s1.c b0.c
    s0.w+s0.p+b0.w+b0.p s0.w+s0.p+b0.w s0.w+s0.p+b0.p s0.w+b0.w s0.w+b0.p s0.p+b0.w+b0.p s0.p+b0.p s0.p+b0.w s0.u+b0.u
    s1.w+s1.p+s0.w+s0.p s1.w+s1.p+s0.w s1.w+s1.p+s0.p s1.w+s0.w s1.w+s0.p s1.p+s0.w+s0.p s1.p+s0.p s1.p+s0.w s1.u+s0.u
    s1.p+b0.p s1.w+b0.w s1.p+b0.w s1.w+b0.p b0.p+b1.p b0.w+b1.w b0.p+b1.w b0.w+b1.p
    s0.c+b0.c s1.c+s0.c s0.c+b0.p s0.p+b0.c s1.c+s0.p s1.p+s0.c
    b0.p+b1.p+b2.p s0.p+b0.p+b1.p s0.w+b0.p+b1.p s0.p+b0.w+b1.p s0.p+b0.p+b1.w s0.p+b0.p+b1.p+b2.p b1.p+b2.p+b3.p s0.u+b0.u+b1.u+b2.u+b3.u
    s1.p+s0.p+b0.p s1.w+s0.p+b0.p s1.p+s0.w+b0.p s1.p+s0.p+b0.w s1.w+s0.p+b0.w s1.p+s0.w+b0.w s1.w+s0.w+b0.p
    s1.p+s0.p+b0.p+b1.p s1.u+s0.u+b0.u+b1.u+b2.u s2.p+s1.p+s0.p s2.p+s1.p+s0.p+b0.p s2.w+s1.p+s0.p s2.p+s1.w+s0.p s2.p+s1.p+s0.w s2.u+s1.u+s0.u+b0.u+b1.u
    s3.u+s2.u+s1.u+s0.u+b0.u
    s0l.w s0l.p s0l.l s0r.w s0r.p s0r.l s1l.w s1l.p s1l.l s1r.w s1r.p s1r.l b0l.w b0l.p b0l.l
    s0k.w s0k.p s0k.l s0q.p s0q.l s1k.p s1k.l s1q.w s1q.p s1q.l b0k.w b0k.p b0k.l
    s0.p+s0l.p+b0.p s0.p+s0r.p+b0.p s0.p+b0.p+b0l.p s1.p+s0.p+s0l.p s1.p+s0.p+s0r.p s1.p+s1l.p+s0.p s1.p+s1r.p+s0.p s1.p+s0.p+b0l.p
    s0.p+s0l.l+b0.p s0.p+s0r.l+b0.p s0.p+b0.p+b0l.l s1.p+s0.p+s0l.l s1.p+s0.p+s0r.l s1.p+s1l.l+s0.p s1.p+s1r.l+s0.p
    s0.p+s0l.p+s0k.p s0.p+s0r.p+s0q.p s1.p+s1r.p+s1q.p s1.p+s1l.p+s1k.p b0.p+b0l.p+b0k.p
    s0.w+s0l.l s0.w+s0r.l s1.w+s1r.l s1.w+s1l.l b0.w+b0l.l s0.w+s0r.l+s0q.l s1.w+s1r.l+s1q.l
    s0.w+s0l.w s0.w+s0r.w s1.w+s1r.w b0.w+b0l.w s1.w+s0l.w s1.w+s0l.w+s0.w s1.p+s0l.w s1.p+s0l.w+s0.w s1.p+s0.p+s0l.w s2.w+s0l.w s2.p+s1.p+s0l.w s2.w+s1.p+s0l.w
    s0.w+b0l.w s1.w+b0l.w s1.p+s0.p+b0l.w s0.p+b0l.w s0.p+b0l.w+b0.w s1.p+b0l.w s1.w+s0.w+b0l.w s0.c+b0l.w s1.c+b0l.w s0.c+b0l.w+b0.c s1.c+b0l.w+b0.c s1.w+s0.p+b0l.w s1.c+s0.c+b0l.w s1.c+s0l.w+s0.c
    s1.w+s1r.w+s0.p s1.p+s1r.w+s0.w s1.p+s1r.w+s0.p s1.w+s1rl.w s1.p+s1rl.w+s0l.w s1r.p+s0.p+s1rl.w s2r.p+s1.p+s0.p s0rl.w+s0r.w+b0.p
    s0ll.w+s0.p s0ll.p+s0.p+b0.p s0rr.p+s0.p+b0.p s1rr.p+s1.p+s0.p s1rr.w+s1.p+s0.p
    s0.p+d0 s0.w+d0 b0.p+d0 b0.w+d0 s0.p+b0.p+d0 s0.w+b0.w+d0 s1.p+d1 s1.w+d1 s0.p+d1 s0.w+d1 s1.p+s0.p+d1 s1.p+s0.p+b0.p+d1+d0
    s0.w+v0r s0.p+v0r s0.w+v0l s0.p+v0l b0.w+vbl b0.p+vbl s1.w+v1r s1.p+v1r s1.w+v1l s1.p+v1l s1.p+s0.p+v1r s0.p+b0.p+v0l s0.p+b0.p+v0r
    s0.w+e0r s0.p+e0r s0.w+e0l s0.p+e0l b0.w+ebl b0.p+ebl s1.w+e1r s1.p+e1r s1.w+e1l s1.p+e1l
    s1.p+e1r+s0.p s1.p+e1l+s0.p s0.p+e0l+b0.p s0.p+e0r+b0.p s0.p+b0.p+ebl s1.p+s0.p+e0l s1.p+s0.p+e0r s1.w+e1r+s0.p s0.p+e0l+e0r+b0.p s1.p+e1l+e1r+s0.p+b0.p
    s1.w+e1r+b0.w s1.p+s0.p+e0l+b0.p+ebl
    s0.p+b0.p+g0 s1.p+s0.p+g1 s0.p+b0.p+g0+s1.p s1.p+s0.p+g1+b0.p g0+g1+s0.p
    s0<.p+s0.p+b0.p s0.p+s0>.p+b0.p s0.p+b0<.p+b0.p s1.p+s1>.p+s0.p s0<.p+s0.p+s0>.p s0>.w+s0.p b0<.w+b0.p s0.p+s0>.p+b0<.p+b0.p s1.p+s1>.p+s0<.p+s0.p
    st st+s0.p+b0.p
    b0.b s0.b s0>.b s1>.b b0.b+s0.p+b0.p s0>.b+s0.p+b0.p s0.b+s1.p+s0.p s1>.b+s1.p+s0.p s1.p+s0.p+b0.p+b0.b s1.p+s0.p+b0.p+s0.b s0.w+b0.b b0.w+b0.b s1.w+s0.b s0.w+s0.b
    s0.p+s0>.b+b0.b+b0.p s1.p+s0.p+s0.b+b0.b+b0.p s1.p+s0.p+s0.b+s1>.b b1.b+b0.p+s0.p s1.p+s0.p+e1r+s0.b s0.p+b0.p+e0r+b0.b s1.u+s0.u+b0.u+s0.b+b0.b+b1.u s2.p+s1.p+s0.p+s0.b+b0.b
    `,
    1,
  );

export const LABEL_PLACES = ['h', 'd', 'dl', 'dk', 'dr', 'dq', 'hl', 'hr', 'sib', 'd<', 'd>', 'h<', 'h>', 'dll'] as const;

/** a: direction and distance; eh, ed: label sets of head and dependent; g: what lies between. */
export const LABEL_NUMBERS = ['dir', 'a', 'ehl', 'ehr', 'edl', 'edr', 'g'] as const;

export const labelLayout = new AtomLayout(LABEL_PLACES, LABEL_NUMBERS);

export const labelTemplates = (): Templates =>
  new Templates(
    labelLayout,
    `
    dir+h.w dir+h.p dir+d.w dir+d.p dir+d.w+d.p dir+h.w+h.p dir+d.x+d.p dir+h.p+d.p dir+h.w+d.w dir+h.w+d.p dir+h.p+d.w dir+h.w+h.p+d.p dir+h.p+d.w+d.p dir+h.p+d.p+a dir+h.u+d.u+a
    dir+d.c dir+h.c dir+h.c+d.c dir+h.p+d.c dir+h.c+d.p dir+h.w+d.c dir+h.c+d.w
    dir+dl.w dir+dl.p dir+dl.l dir+dk.w dir+dk.l dir+dr.w dir+dr.p dir+dr.l dir+dq.l
    dir+d.p+dl.w dir+d.p+dl.l dir+d.p+dr.l dir+d.p+dr.w dir+d.w+dl.w dir+d.w+dl.l dir+h.p+d.p+dl.w dir+h.p+d.p+dl.l dir+h.p+d.p+dk.w dir+h.p+d.p+dr.l dir+h.w+dl.w dir+h.w+d.p+dl.w dir+h.p+dl.w+dk.w dir+h.c+d.c+dl.w dir+dl.w+d.c dir+h.u+dl.w+d.w
    dir+h.p+d.p+edl dir+h.p+d.p+edr dir+d.w+edl dir+h.w+d.p+edl dir+h.u+d.p+edl+edr
    dir+h.p+d.p+ehl dir+h.p+d.p+ehr dir+h.w+d.p+ehl dir+h.w+d.p+ehr dir+h.p+d.p+ehl+ehr dir+h.p+d.w+ehl dir+h.p+d.w+ehr dir+h.u+d.u+ehl+ehr+edl
    dir+h.p+d.p+sib.p dir+h.p+d.p+sib.l dir+h.w+d.p+sib.l dir+h.p+d.w+sib.l dir+sib.w+d.p dir+sib.l+h.w+d.w
    dir+h.p+d.p+hl.l dir+h.p+d.p+hr.l dir+hl.w+d.p dir+hr.w+d.p dir+h.p+hl.w+d.p
    dir+d<.p+d.p dir+d.p+d>.p dir+d<.p+d.p+d>.p dir+h.p+h>.p+d.p dir+h<.p+h.p+d.p dir+d<.w+d.p dir+d>.w+d.p dir+h.p+d<.w+d.w dir+h.p+d.w+d>.w dir+h.p+h>.p+d<.p+d.p
    dir+h.p+d.p+g dir+h.w+d.p+g dir+h.p+d.w+g dir+h.p+d.p+g+a dir+dll.w+d.p
    dir+d.b+h.p+d.p dir+d>.b+h.p+d.p dir+d.w+d.b dir+d.w+d>.b dir+h.w+d.b+d.p dir+d.b+d>.b+h.p+d.p dir+h>.b+h.p+d.p dir+d.b+h.p+d.p+ehl+ehr
    `,
    2,
  );
