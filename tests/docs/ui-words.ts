import { en } from '../../utils/browser/texts/en.ts';
import { id } from '../../utils/browser/texts/id.ts';
import { later } from '../../utils/browser/texts/later.ts';
import { sending } from '../../utils/browser/texts/sending.ts';

type Tree = { readonly [key: string]: unknown };

/** What stands for anything that a text puts in. */
const anything = '\u0000';

function wordsIn(tree: Tree): string[] {
  return Object.values(tree).flatMap((text) => {
    if (typeof text === 'string') return [text];
    // Given whatever it is said about.
    if (typeof text === 'function') return [String(text(anything, anything, anything, anything))];
    return typeof text === 'object' && text !== null ? wordsIn(text as Tree) : [];
  });
}

const trees = { id: [id, sending.id, later.id], en: [en, sending.en, later.en] };

/** Whether a label that a document names is in the UI, in that language. */
export function isInUi(label: string, language: 'id' | 'en'): boolean {
  return trees[language].flatMap(wordsIn).some((words) => {
    const pattern = words.split(anything).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return words !== anything && new RegExp(`^${pattern.join('.+')}$`).test(label);
  });
}

/** The labels of the UI that a document names: what stands in bold. */
export const boldIn = (markdown: string): string[] =>
  [...markdown.matchAll(/\*\*([^*\n]+)\*\*/g)].map(([, label = '']) => label);
