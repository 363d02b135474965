import { Brand } from '../../components/ui/Brand.tsx';
import type { Texts } from '../../utils/browser/i18n.ts';

/** Where every page of Jubir leads once everything is erased. It reads and writes nothing. */
export function Erased({ texts }: { texts: Texts }) {
  document.title = `${texts.backup.erased} · ${texts.app.name}`;
  return (
    <main class="sheet">
      <header>
        <Brand name={texts.app.name} />
        <h1>{texts.backup.erased}</h1>
        <p class="sheet-lead">{texts.backup.erasedHelp}</p>
      </header>
      <div>
        <a class="button" href="/welcome.html">
          {texts.backup.startAnew}
        </a>
      </div>
    </main>
  );
}
