import type { Document } from '../../model/document.ts';
import type { ExtractedEvent, ExtractedPosition, Extraction } from '../../model/extraction.ts';
import { type Span, textOf } from '../../model/span.ts';
import { cleanLine } from '../../report/clean.ts';
import type { Colours } from '../session.ts';

/** Longest quotation shown before it is cut. */
const QUOTE = 220;

/** An extraction as a sheet to read: actors, statements, who stands how to whom, events, and what was not decided. */
export class Sheet {
  readonly #lines: string[] = [];
  readonly #text: string;
  readonly #extraction: Extraction;
  readonly #colours: Colours;

  constructor(document: Document, extraction: Extraction, colours: Colours) {
    this.#text = document.text;
    this.#extraction = extraction;
    this.#colours = colours;
  }

  render(): string {
    this.#head();
    this.#actors();
    this.#statements();
    this.#positions();
    this.#events();
    this.#abstentions();
    return this.#lines.join('\n');
  }

  #line(indent: number, text: string): void {
    this.#lines.push(`${' '.repeat(indent)}${text}`);
  }

  #section(title: string, count: number): void {
    this.#lines.push('', this.#colours.bold(`${title} (${count})`));
  }

  #quote(indent: number, span: Span): void {
    const words = cleanLine(textOf(this.#text, span));
    const shown = words.length > QUOTE ? `${words.slice(0, QUOTE - 1)}…` : words;
    this.#line(indent, this.#colours.dim(`“${shown}”`));
  }

  #head(): void {
    const { title, outlet, agencies, published, page, language, sha256 } = this.#extraction.document;
    this.#line(0, this.#colours.bold(cleanLine(title ?? '(no title)')));
    const sources = [outlet, ...agencies].filter((source) => source !== null).join(', ') || 'unknown outlet';
    const facts = [
      sources,
      published ?? 'no date',
      page === null ? null : `page ${page}`,
      language,
      `sha256 ${sha256.slice(0, 12)}`,
    ];
    this.#line(0, cleanLine(joined(facts)));
  }

  #actors(): void {
    const { actors } = this.#extraction;
    this.#section('Actors', actors.length);
    for (const { name, type, role, affiliation, affiliationInferred, aliases } of actors) {
      const office = [role, affiliation].filter((part) => part !== null).join(', ');
      const inferred = affiliationInferred ? ' (inferred)' : '';
      const also = aliases.length > 0 ? `also: ${aliases.join(', ')}` : null;
      this.#line(2, cleanLine(joined([name, type, office === '' ? null : office + inferred, also])));
    }
  }

  #statements(): void {
    const { statements } = this.#extraction;
    this.#section('Statements', statements.length);
    for (const statement of statements) {
      const { speaker, onBehalfOf, voice, cue, said, attributedVia } = statement;
      const who = onBehalfOf !== null && onBehalfOf !== speaker ? `${speaker} for ${onBehalfOf}` : speaker;
      const via = attributedVia === null ? null : `via ${attributedVia}`;
      this.#line(2, cleanLine(joined([who, voice, cue === null ? null : `“${cue}”`, said, via])));
      this.#quote(4, statement);
    }
  }

  #positions(): void {
    const { positions } = this.#extraction;
    this.#section('Positions', positions.length);
    for (const [pair, group] of groupBy(positions, (position) => `${position.holder} → ${position.target ?? '(no actor)'}`)) {
      this.#line(2, this.#colours.bold(cleanLine(pair)));
      for (const position of group) this.#position(position);
    }
  }

  #position(position: ExtractedPosition): void {
    const { polarity, act, voicedBy, topic, explicitness, confidence, rule, targetIssue } = position;
    const paint = { support: this.#colours.green, oppose: this.#colours.red, neutral: this.#colours.yellow }[polarity];
    const how = explicitness === 'explicit' ? null : explicitness;
    const by = voicedBy === null ? null : `voiced by ${voicedBy}`;
    const facts = cleanLine(joined([act, by, topic, how, `confidence ${confidence.toFixed(2)}`, rule]));
    this.#line(4, `${paint(MARKS[polarity])} ${facts}`);
    if (targetIssue !== null) this.#line(8, cleanLine(`on: ${targetIssue.text}`));
    this.#quote(8, position.evidence);
  }

  #events(): void {
    const { events } = this.#extraction;
    this.#section('Events', events.length);
    for (const event of events) {
      this.#line(
        2,
        cleanLine(joined([eventType(event), participants(event), event.date, event.place, ...flags(event), event.rule])),
      );
      this.#quote(6, event.evidence);
    }
  }

  #abstentions(): void {
    const { abstentions } = this.#extraction;
    this.#section('Seen and not decided', abstentions.length);
    for (const abstention of abstentions) {
      this.#line(2, cleanLine(abstention.reason));
      this.#quote(6, abstention);
    }
    const { claims, share } = this.#extraction.coverage;
    this.#line(0, '');
    this.#line(0, `Decided: ${Math.round(100 * share)} % of what was seen (${claims} claims, ${abstentions.length} left open)`);
  }
}

const MARKS = { support: '+ supports', oppose: '- opposes', neutral: '= neutral' } as const;

const joined = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join(' · ');

const eventType = ({ type, mode }: ExtractedEvent): string => (mode === null ? type : `${type} (${mode})`);

function participants({ initiators, recipients, reciprocal }: ExtractedEvent): string {
  if (reciprocal) return [...initiators, ...recipients].join(' and ');
  return recipients.length === 0 ? initiators.join(', ') : `${initiators.join(', ')} → ${recipients.join(', ')}`;
}

const flags = ({ factuality, background, ongoing }: ExtractedEvent): (string | null)[] => [
  factuality,
  background ? 'background' : null,
  ongoing ? 'ongoing' : null,
];

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
