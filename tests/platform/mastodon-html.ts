const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A status's `content` as Mastodon writes it: paragraphs, line breaks, links with hidden parts, mentions, hashtags. */
export function statusHtml(text: string, origin: string): string {
  const paragraphs = text.trim().split(/\n{2,}/);
  return paragraphs
    .map(
      (lines) =>
        `<p>${lines
          .split('\n')
          .map((line) => lineHtml(line, origin))
          .join('<br />')}</p>`,
    )
    .join('');
}

const token =
  /(https?:\/\/\S+)|(?<![\p{L}\p{N}_/])@(\w+)@([\w.-]+\w)|(?<![\p{L}\p{N}_/&])#([\p{L}\p{N}_]+)/gu;

function lineHtml(line: string, origin: string): string {
  let html = '';
  let at = 0;
  for (const match of line.matchAll(token)) {
    const [whole, link, user, domain, tag] = match;
    html += escaped(line.slice(at, match.index));
    at = match.index + whole.length;
    if (link) html += linkHtml(link);
    else if (user)
      html += `<span class="h-card" translate="no"><a href="https://${domain}/@${user}" class="u-url mention">@<span>${user}</span></a></span>`;
    else html += `<a href="${origin}/tags/${tag}" class="mention hashtag" rel="tag">#<span>${tag}</span></a>`;
  }
  return html + escaped(line.slice(at));
}

function linkHtml(link: string): string {
  const [, scheme = '', rest = ''] = /^(https?:\/\/(?:www\.)?)(.*)$/.exec(link) ?? [];
  const [shown, hidden] = [rest.slice(0, 30), rest.slice(30)];
  return `<a href="${escaped(link)}" target="_blank" rel="nofollow noopener"><span class="invisible">${scheme}</span><span class="ellipsis">${escaped(shown)}</span><span class="invisible">${escaped(hidden)}</span></a>`;
}
