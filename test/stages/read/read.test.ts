import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/model/user-error.ts';
import { FILE_LIMIT, readFile } from '../../../src/stages/read/read.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const first = (text: string, where: string) => readFile(bytes(text), where).done[0];

function troubleOf(data: Uint8Array, where: string): UserError {
  try {
    readFile(data, where);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('readFile: plain text and Markdown', () => {
  it('takes a short first line for the headline and keeps the text letter for letter', () => {
    const text = 'Talks end without result\n\nKESTREL CITY — “No deal,” he said. ”Never”\n';
    const report = first(text, 'a.txt');
    expect(report.title).toBe('Talks end without result');
    expect(report.text).toBe(text);
    expect(report.publishedAt).toBeUndefined();
  });

  it('takes title, outlet and time from front matter', () => {
    const report = first(
      '---\ntitle: A title\noutlet: Harbour Times\npublished: 2021-03-16T09:40:00+09:00\n---\nBody.\n',
      'a.md',
    );
    expect(report.title).toBe('A title');
    expect(report.outlet).toBe('Harbour Times');
    expect(report.publishedAt).toEqual({
      at: '2021-03-16T00:40:00.000Z',
      certainty: 'certain',
      basis: 'front-matter',
    });
    expect(report.text).toBe('A title\n\nBody.\n');
  });

  it('keeps a day a day: no hour is made up', () => {
    expect(first('---\npublished: 2021-03-17\n---\nBody.', 'a.md').publishedAt?.at).toBe('2021-03-17');
  });

  it('notes a front matter key that means nothing, and a date that is none', () => {
    const codes = first('---\ncolour: red\npublished: soon\n---\nBody.', 'a.md').notes.map(
      ({ code }) => code,
    );
    expect(codes).toEqual(['front-matter.unknown-key', 'published.unreadable']);
  });

  it('names file and line of broken front matter', () => {
    const trouble = troubleOf(bytes('---\ntitle: ok\noutlet: [a\n---\nBody.'), 'news/a.md');
    expect(trouble.where).toMatch(/^news\/a\.md:[34]$/u);
  });

  it('lets what the user says win over what the file says', () => {
    const [report] = readFile(bytes('---\npublished: 2021-03-17\n---\nBody.'), 'a.md', {
      published: '2021-03-18',
    }).done;
    expect(report.publishedAt).toEqual({ at: '2021-03-18', certainty: 'certain', basis: 'flag' });
  });

  it('gives the same report the same id wherever it lies', () => {
    expect(first('Same words.', 'a.txt').id).toBe(first('Same words.', 'b/c.txt').id);
  });
});

describe('readFile: encodings', () => {
  it('reads Latin-1 and notes it', () => {
    const latin = Uint8Array.from(
      Buffer.from('Le ministère a déclaré que les négociations étaient arrêtées à Genève.', 'latin1'),
    );
    const [report] = readFile(latin, 'a.txt').done;
    expect(report.text).toContain('ministère a déclaré');
    expect(report.notes[0].code).toBe('encoding.detected');
  });

  it.each(['utf16le'] as const)('reads UTF-16 with and without its mark', (encoding) => {
    const text = 'The ministry said “no” on Friday.';
    const bare = Uint8Array.from(Buffer.from(text, encoding));
    expect(readFile(bare, 'a.txt').done[0].text).toBe(text);
    const marked = Uint8Array.from(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, encoding)]));
    expect(readFile(marked, 'a.txt').done[0].text).toBe(text);
  });
});

describe('readFile: pages', () => {
  const page = readFileSync('samples/korea-2021/13-biden-press-conference.html');

  it('takes main text, title, outlet, author and time from a saved page', () => {
    const [report] = readFile(page, 'page.html').done;
    expect(report.title).toBe('Biden says launch broke UN resolution, leaves door open');
    expect(report.outlet).toBe('Meridian Ledger (invented)');
    expect(report.author).toBe('Jonas Feld');
    expect(report.publishedAt?.at).toBe('2021-03-25T22:05:00.000Z');
    expect(report.text).toContain('“But I’m also prepared for some form of diplomacy');
    expect(report.text).not.toContain('leeks');
    expect(report.text).not.toContain('Subscribe');
  });

  it('never lets script or style into the text', () => {
    const html = `<html><body><article><p>${'Words of the report. '.repeat(20)}</p><script>alert(1)</script><style>p{}</style></article></body></html>`;
    expect(first(html, 'a.html').text).not.toMatch(/alert|p\{\}/u);
  });

  it('reads broken HTML for what it is worth', () => {
    expect(first('<html><body><p>One <b>two<p>three &amp; four', 'a.html').text).toMatch(
      /One two\s+three & four/u,
    );
  });
});

describe('readFile: JSON and feeds', () => {
  it('reads one report a line and reports bad lines with their number', () => {
    const { done, failed } = readFile(
      bytes('{"text":"One."}\nnot json\n{"title":"no text"}\n{"body":"Two."}\n'),
      'a.jsonl',
    );
    expect(done.map(({ text }) => text)).toEqual(['One.', 'Two.']);
    expect(failed.map(({ where }) => where)).toEqual(['a.jsonl:2', 'a.jsonl:3']);
  });

  it('reads a list of reports', () => {
    expect(
      readFile(bytes('[{"text":"One."},{"text":"Two.","published":"2021-03-17"}]'), 'a.json').done,
    ).toHaveLength(2);
  });

  it('says what is wrong with broken JSON', () => {
    expect(troubleOf(bytes('{"text": "One.'), 'a.json').message).toContain('broken JSON');
  });

  const item =
    '<item><title>Fish &amp; ships</title><description>&lt;p&gt;Short.&lt;/p&gt;</description><pubDate>Fri, 26 Mar 2021 08:00:00 GMT</pubDate></item>';

  it('reads the entries of a feed, its title as outlet', () => {
    const [report] = readFile(
      bytes(`<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>${item}</channel></rss>`),
      'a.xml',
    ).done;
    expect(report.outlet).toBe('Wire');
    expect(report.text).toBe('Fish & ships\n\nShort.');
    expect(report.publishedAt?.at).toBe('2021-03-26T08:00:00.000Z');
  });

  it('reads a feed that breaks off', () => {
    expect(
      readFile(bytes(`<rss version="2.0"><channel><title>Wire</title>${item}<item><title>Cut`), 'a.rss').done
        .length,
    ).toBeGreaterThan(0);
  });
});

describe('readFile: what is no report', () => {
  it('refuses an empty file', () => {
    expect(troubleOf(new Uint8Array(), 'a.txt').message).toBe('the file is empty');
  });

  it('refuses a binary file', () => {
    expect(
      troubleOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3]), 'a.txt').message,
    ).toContain('binary');
  });

  it('refuses a file over the limit, with the limit', () => {
    expect(troubleOf(new Uint8Array(FILE_LIMIT + 1), 'a.txt').message).toContain('32 MB');
  });

  it('reports a file of blanks instead of making a report of it', () => {
    expect(readFile(bytes(' \n \n'), 'a.txt').failed[0].message).toBe('no words in it');
  });
});
