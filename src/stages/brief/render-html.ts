import { quote } from '../../model/span.ts';
import type { BriefPage, BriefSection, Citation } from './brief-page.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Words of a report never become markup. */
export const escapeHtml = (words: string): string => words.replace(/[&<>"']/gu, (sign) => ENTITIES[sign]);

/** Look of every self-contained page. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fbfaf7; --faint: #5b6470; --line: #d9d5cc; --mark: #ffe9a8; --accent: #0b5c8a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e3dc; --paper: #16191d; --faint: #a3adb8; --line: #343a42; --mark: #5a4a12; --accent: #7cc4ef; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.5 Georgia, 'Times New Roman', serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem 5rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .25rem; }
.when { color: var(--faint); margin: 0 0 2rem; }
h2 { font: 600 .85rem/1.3 system-ui, sans-serif; letter-spacing: .06em; text-transform: uppercase; color: var(--accent); border-top: 1px solid var(--line); padding-top: 1rem; margin: 2rem 0 .5rem; }
ul { list-style: none; padding: 0; margin: 0; }
li { margin: .5rem 0; }
a.cite { font: 600 .72rem system-ui, sans-serif; vertical-align: super; text-decoration: none; color: var(--accent); padding: 0 .12rem; }
ol.evidence { padding-left: 2rem; font-size: .93rem; }
ol.evidence li { margin: .8rem 0; overflow-wrap: anywhere; }
mark { background: var(--mark); color: inherit; }
.source { display: block; color: var(--faint); font: .8rem system-ui, sans-serif; }
:target { outline: 2px solid var(--accent); outline-offset: 4px; }
@media print { body { background: #fff; color: #000; } main { max-width: none; } }
`;

function renderSection({ id, title, lines }: BriefSection): string {
  const items = lines.map(({ words, citations }) => {
    const cites = citations
      .map((n) => `<a class="cite" href="#evidence-${n}" aria-label="evidence ${n}">${n}</a>`)
      .join('');
    return `<li>${escapeHtml(words)} ${cites}</li>`;
  });
  return `<section aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(title)}</h2><ul>${items.join('')}</ul></section>`;
}

function renderCitation({ number, sentence, words, source, publishedAt, kind }: Citation): string {
  const marked = `${escapeHtml(sentence.slice(0, words.start))}<mark>${escapeHtml(quote(sentence, words))}</mark>${escapeHtml(sentence.slice(words.end))}`;
  const body = kind === 'fact' ? escapeHtml(sentence) : `“${marked}”`;
  const from = `${escapeHtml(source)}${publishedAt === undefined ? '' : `, ${escapeHtml(publishedAt)}`}`;
  return `<li id="evidence-${number}" value="${number}">${body}<span class="source">${from}</span></li>`;
}

/** The brief as one file that needs nothing beside it: no script, no picture, no font from elsewhere. */
export function renderHtml(page: BriefPage): string {
  const title = escapeHtml(page.title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="when">As it held on <time>${escapeHtml(page.validAt)}</time>, from what was known by the end of <time>${escapeHtml(page.knownAt)}</time>. Every line leads to its evidence.</p>
${page.sections.map(renderSection).join('\n')}
<section aria-labelledby="evidence"><h2 id="evidence">Evidence</h2><ol class="evidence">${page.citations.map(renderCitation).join('\n')}</ol></section>
</main>
</body>
</html>
`;
}
