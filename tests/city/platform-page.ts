import { escapeMarkup } from './pages.ts';

/**
 * What stands in for every host that is not the city's: it shows the address that was asked for and what it carries,
 * decoded, so that a person (or a screenshot) sees what a composer would have been filled with.
 */
export function platformPage(url: URL): string {
  const fields = [...url.searchParams].map(
    ([name, value]) => `<dt>${escapeMarkup(name)}</dt><dd>${escapeMarkup(value)}</dd>`,
  );
  return `<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(url.host)} — platform stand-in</title>
<style>
  :root { color-scheme: light dark }
  body { max-width: 40rem; margin: 10vh auto; padding: 0 1.5rem; font: 16px/1.6 system-ui, 'Noto Color Emoji', sans-serif }
  h1 { font-size: 1.25rem; margin: 0 } small { opacity: .7 }
  dl { margin: 1.5rem 0; padding: 1rem 1.25rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 12px }
  dt { font-size: .8rem; opacity: .7 } dd { margin: 0 0 .75rem; white-space: pre-wrap; overflow-wrap: anywhere }
  code { font-size: .8rem; overflow-wrap: anywhere; opacity: .7 }
</style>
</head>
<body>
<h1>${escapeMarkup(url.host)}</h1>
<small>platform stand-in: this page is served by Jubir's test portal</small>
${fields.length > 0 ? `<dl>${fields.join('')}</dl>` : ''}
<code>${escapeMarkup(url.href)}</code>
</body>
</html>
`;
}
