import type { ModelChoice } from './model-choice.ts';
import { promptFor, type RewriteRequest } from './prompt.ts';

export type ModelReason =
  /** The browser may not send the official's text any more: they have to allow it anew. */
  'no-permission' | 'no-answer' | 'refused' | 'status' | 'timeout' | 'unreadable' | 'empty';

/** A rewrite that did not come. The message is the reason, by which pages find its text. */
export class ModelError extends Error {
  override name = 'ModelError';
  readonly reason: ModelReason;
  constructor(reason: ModelReason, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** A model on an ordinary laptop takes its time, in milliseconds. */
const longest = 90_000;
/** An answer larger than this, in characters, is no caption. */
const largest = 256 * 1024;
const longestText = 8_000;

/**
 * Asks an OpenAI-compatible interface (https://platform.openai.com/docs/api-reference/chat) for a rewrite. Sent once, to
 * that address alone: no cookies, no redirect, and the key goes nowhere else.
 * @param key sent as a bearer token where there is one
 * @throws ModelError
 */
export async function rewriteAt(choice: ModelChoice, key: string, request: RewriteRequest): Promise<string> {
  const { system, user } = promptFor(request);
  const body = JSON.stringify({
    model: choice.name,
    stream: false,
    temperature: 0.4,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
  });
  const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) };
  const signal = AbortSignal.timeout(longest);
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(`${choice.address}/chat/completions`, {
      method: 'POST',
      ...{ headers, body, signal },
      ...{ redirect: 'error', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' },
    });
    text = (await answer.text()).slice(0, largest);
  } catch (error) {
    throw new ModelError(signal.aborted ? 'timeout' : 'no-answer', { cause: error });
  }
  if (answer.status === 401 || answer.status === 403) throw new ModelError('refused');
  if (!answer.ok) throw new ModelError('status');
  return plainText(contentOf(text));
}

function contentOf(json: string): unknown {
  try {
    const answer = JSON.parse(json) as { choices?: { message?: { content?: unknown } }[] } | null;
    return answer?.choices?.[0]?.message?.content;
  } catch (error) {
    throw new ModelError('unreadable', { cause: error });
  }
}

/** What a model says is as foreign as a page: text alone, without what it thought aloud and the marks around it. */
function plainText(content: unknown): string {
  if (typeof content !== 'string') throw new ModelError('unreadable');
  const text = content
    .replace(/^\s*<think>[\s\S]*?<\/think>/, '')
    // Control, zero-width and direction characters.
    .replace(/[\p{Cc}\p{Cf}]/gu, (character) =>
      character === '\n' || character === '\u200d' ? character : '',
    )
    .trim()
    .replace(/^```\w*\n([\s\S]*)\n```$/, '$1')
    .replace(/^"([\s\S]*)"$/, '$1')
    .trim()
    .slice(0, longestText);
  if (text === '') throw new ModelError('empty');
  return text;
}

/** Chrome's Prompt API (https://developer.chrome.com/docs/ai/prompt-api), as far as it is used here. */
interface BuiltIn {
  availability(options: object): Promise<'unavailable' | 'downloadable' | 'downloading' | 'available'>;
  create(options: object): Promise<{ prompt(text: string): Promise<string>; destroy(): void }>;
}

const builtIn = (): BuiltIn | undefined => (globalThis as { LanguageModel?: BuiltIn }).LanguageModel;

const languages = (language: string) => {
  const kinds = [{ type: 'text', languages: [language] }];
  return { expectedInputs: kinds, expectedOutputs: kinds };
};

/** Whether this browser has a model of its own at all. */
export const hasBuiltIn = (): boolean => builtIn() !== undefined;

/** Whether the browser's own model takes this language; it says so itself (Indonesian is not among them today). */
export async function builtInTakes(language: string): Promise<boolean> {
  const model = builtIn();
  if (!model) return false;
  // A language it has never heard of is a rejection in some versions, and an answer in others.
  return model.availability(languages(language)).then(
    (answer) => answer !== 'unavailable',
    () => false,
  );
}

/**
 * Rewrites with the browser's own model; nothing leaves this machine. Only in a page: workers have no such model.
 * @throws ModelError
 */
export async function rewriteBuiltIn(request: RewriteRequest): Promise<string> {
  const model = builtIn();
  if (!model || !(await builtInTakes(request.language))) throw new ModelError('refused');
  const { system, user } = promptFor(request);
  const initialPrompts = [{ role: 'system', content: system }];
  try {
    const session = await model.create({ ...languages(request.language), initialPrompts });
    try {
      return plainText(await session.prompt(user));
    } finally {
      session.destroy();
    }
  } catch (error) {
    if (error instanceof ModelError) throw error;
    throw new ModelError('no-answer', { cause: error });
  }
}
