import { Brand } from '../../components/ui/Brand.tsx';
import type { Texts } from '../../utils/browser/i18n.ts';
import { laterTexts } from '../../utils/browser/texts/later.ts';

/** Where every page of Jubir leads once everything is erased. It reads and writes nothing. */
export function Erased({ texts }: { texts: Texts }) {
  const words = laterTexts(texts).backup;
  document.title = `${words.erased} · ${texts.app.name}`;
  return (
    <main class="sheet">
      <header>
        <Brand name={texts.app.name} />
        <h1>{words.erased}</h1>
        <p class="sheet-lead">{words.erasedHelp}</p>
      </header>
      <div>
        <a class="button" href="/welcome.html">
          {words.startAnew}
        </a>
      </div>
    </main>
  );
}
