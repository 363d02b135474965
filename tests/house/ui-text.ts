import { lineOf, type Node, type Parsed, walk } from './parse.ts';

/** Attributes that a person reads or hears. */
const spoken = new Set([
  ...['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'aria-placeholder'],
  ...['title', 'placeholder', 'alt', 'label', 'summary', 'text'],
]);
const letters = /\p{L}/u;

/** Words written into the markup instead of the texts of both languages, each as "path:line: words". */
export function uiTextBreaches(file: Parsed): string[] {
  const told: string[] = [];
  const tell = (node: Node, words: string) =>
    told.push(`${file.path}:${lineOf(file, node.start)}: text in the markup: ${words.trim()}`);
  walk(file.body, (node, parent, key) => {
    if (node.type === 'JSXText' && letters.test(String(node.value))) tell(node, String(node.value));
    if (node.type === 'JSXExpressionContainer' && key === 'children') {
      for (const words of wordsIn(node.expression)) tell(node, words);
    }
    if (node.type === 'JSXAttribute' && parent && spoken.has(attributeName(node))) {
      const value = node.value as Node | null;
      const expression = value?.type === 'JSXExpressionContainer' ? value.expression : value;
      for (const words of wordsIn(expression)) tell(node, words);
    }
  });
  return told;
}

const attributeName = (node: Node): string => String((node.name as Node).name ?? '');

/** The words that an expression shows as they are: literals, on either side of a choice. */
function wordsIn(value: unknown): string[] {
  const node = value as Node | null;
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' && letters.test(node.value) ? [node.value] : [];
    case 'TemplateLiteral':
      return (node.quasis as Node[])
        .map((quasi) => (quasi.value as { raw: string }).raw)
        .filter((raw) => letters.test(raw));
    case 'ConditionalExpression':
      return [...wordsIn(node.consequent), ...wordsIn(node.alternate)];
    case 'LogicalExpression':
      return [...wordsIn(node.left), ...wordsIn(node.right)];
    default:
      return [];
  }
}
