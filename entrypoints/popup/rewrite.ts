import { useEffect, useState } from 'preact/hooks';
import { send } from '../../utils/browser/messages.ts';
import { builtInTakes, rewriteBuiltIn } from '../../utils/caption/model.ts';
import type { ModelChoice } from '../../utils/caption/model-choice.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import type { Release } from '../../utils/release/release.ts';

/** Whether the official's language model takes releases in this language. */
export function useTakesModel({ kind }: ModelChoice, language: string | undefined): boolean {
  const [takes, setTakes] = useState(false);
  useEffect(() => {
    if (kind !== 'built-in' || language === undefined) return setTakes(kind === 'address');
    let over = false;
    void builtInTakes(language).then((answer) => !over && setTakes(answer));
    return () => {
      over = true;
    };
  }, [kind, language]);
  return takes;
}

/** Asks the model: the browser's own here, any other by way of the background. */
export function rewriteWith({ kind }: ModelChoice, release: Release) {
  return async (text: string, platform: PlatformId): Promise<string> => {
    const { language, title, paragraphs, url } = release;
    const request = { language, title, paragraphs, text, link: url, limit: catalogue[platform].limit };
    return kind === 'built-in' ? rewriteBuiltIn(request) : (await send('rewrite', request)).text;
  };
}
