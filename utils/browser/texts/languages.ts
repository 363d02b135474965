import type { Texts } from './id.ts';
import type { LaterTexts } from './later.ts';
import type { SendingTexts } from './sending.ts';

/** Some of a tree of texts: a key that is not there is no text, and each that is has its own kind. */
export type Some<Tree> = {
  [Key in keyof Tree]?: Tree[Key] extends string | ((...given: never[]) => string)
    ? Tree[Key]
    : Some<Tree[Key]>;
};

/** A language besides Indonesian and English. What it does not say yet is said in Indonesian. */
export interface Language {
  /** By itself, as its speakers call it: "Basa Sunda". */
  name: string;
  /** What the first screens show, and all that is not in the two below. */
  texts: Some<Texts>;
  later?: Some<LaterTexts>;
  sending?: Some<SendingTexts>;
}

/** Those languages by their BCP 47 code; `found-languages.ts` puts in what lies in the folder. */
export const languages = new Map<string, Language>();

/** `browser`, which follows the browser's own language, `id`, `en`, or the code of a further one. */
export type LanguageChoice = string;

/** The languages that can be chosen, in their order in the UI. */
export const languageChoices = (): LanguageChoice[] => ['browser', 'id', 'en', ...languages.keys()];

export const isLanguageChoice = (value: unknown): value is LanguageChoice =>
  typeof value === 'string' && languageChoices().includes(value);

/** Every tree that was filled up, by what it was filled up from: the same texts are the same object. */
const filledUp = new WeakMap<object, unknown>();

/** A tree of texts with what it lacks taken from a whole one. */
export function filled<Tree extends object>(whole: Tree, some: Some<Tree> = {}): Tree {
  const known = filledUp.get(some);
  if (known) return known as Tree;
  const of = some as Record<string, unknown>;
  const parts = Object.entries(whole).map(([key, text]) => {
    const own = of[key];
    return [key, isTree(text) && isTree(own) ? filled(text, own) : (own ?? text)];
  });
  const made = Object.fromEntries(parts) as Tree;
  filledUp.set(some, made);
  return made;
}

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;
