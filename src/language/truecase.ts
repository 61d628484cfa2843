/** Brings headlines in capitals, or With Every Word Capitalised, nearer to running text before they are analysed. */

/** Upper-case forms that are names more often than the pronoun or verb they look like. */
const KEPT = /^(?:US|UN|EU|UK|UAE|IMF|G\d+)$/;

/** The forms with case restored where the whole sentence is in capitals or in title case; else the forms themselves. */
export const restoreCase = (forms: readonly string[], isCommon: (lower: string) => boolean): readonly string[] => {
  const words = forms.filter((form) => /^\p{L}{2,}/u.test(form));
  if (words.length < 3) return forms;
  const capitals = words.filter((form) => form === form.toUpperCase()).length;
  if (capitals === words.length) return forms.map((form, i) => fromCapitals(form, i === 0, isCommon));
  const long = words.filter((form) => form.length >= 4);
  if (long.length >= 4 && long.every((form) => /^\p{Lu}/u.test(form)))
    return forms.map((form, i) => fromTitle(form, i === 0, isCommon));
  return forms;
};

const capitalise = (lower: string): string => lower.slice(0, 1).toUpperCase() + lower.slice(1);

const fromCapitals = (form: string, first: boolean, isCommon: (lower: string) => boolean): string => {
  const lower = form.toLowerCase();
  if (KEPT.test(form) || !/^['’]?\p{L}/u.test(form)) return form;
  if (isCommon(lower) || /^(?:n?['’]|['’]s$)/.test(lower)) return first ? capitalise(lower) : lower;
  return form.length <= 4 && !/[AEIOUY]/.test(form) ? form : capitalise(lower);
};

const fromTitle = (form: string, first: boolean, isCommon: (lower: string) => boolean): string => {
  const lower = form.toLowerCase();
  return !first && form === capitalise(lower) && isCommon(lower) ? lower : form;
};
