/** Letters that Unicode does not decompose into a base letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
};

/** Most forms are plain ASCII and need none of the work below: loading thousands of them is on the way to every answer. */
const isPlain = (form: string): boolean => !/[^\x20-\x5F\x61-\x7E]|^ | $| {2}/.test(form);

const withoutArticle = (form: string): string => (/^[Tt]he ./.test(form) ? form.slice(4) : form);

/**
 * The key under which a surface form stands in {@link Lexicon.names} and {@link Lexicon.places}:
 * straight apostrophes, single spaces, no leading "the", letters composed (NFC). Case is kept.
 */
export const nameKey = (surface: string): string =>
  withoutArticle(
    isPlain(surface)
      ? surface
      : surface
          .normalize('NFC')
          .replace(/[\u2018\u2019\u02BB\u02BC\u00B4`]/g, "'")
          .replace(/\s+/g, ' ')
          .trim(),
  );

/** The form without diacritics ("São Tomé" to "Sao Tome"), as wires that keep to ASCII write it. */
const plainLetters = (form: string): string =>
  form
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/[øØłŁđĐıßæÆ]/g, (letter) => PLAIN[letter] ?? letter);

/** "U.N." to "UN"; other forms unchanged. */
const withoutDots = (form: string): string => (/^(?:[A-Z]\.){2,}$/.test(form) ? form.replaceAll('.', '') : form);

/** "UN" to "U.N."; forms that are not two to five capitals are unchanged. */
const withDots = (form: string): string => (/^[A-Z]{2,5}$/.test(form) ? form.replace(/[A-Z]/g, '$&.') : form);

const unique = (forms: readonly string[]): string[] => [...new Set(forms)];

/** Keys of a name: as listed, and without diacritics. */
export const nameForms = (form: string): string[] =>
  isPlain(form) ? [withoutArticle(form)] : unique([nameKey(form), nameKey(plainLetters(form))]);

/** Keys of an acronym: as listed, with and without full stops. */
export const acronymForms = (form: string): string[] =>
  unique([nameKey(form), withoutDots(nameKey(form)), withDots(nameKey(form))]);
