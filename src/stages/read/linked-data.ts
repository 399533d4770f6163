/** What schema.org JSON-LD says of a news article. */
export interface LinkedData {
  readonly headline?: string;
  readonly datePublished?: string;
  readonly author?: string;
  readonly publisher?: string;
}

type Dictionary = Readonly<Record<string, unknown>>;

const isDictionary = (value: unknown): value is Dictionary => typeof value === 'object' && value !== null;

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** The page's objects, `@graph` opened. */
function listNodes(value: unknown): readonly Dictionary[] {
  if (Array.isArray(value)) return value.flatMap(listNodes);
  if (!isDictionary(value)) return [];
  return [value, ...listNodes(value['@graph'])];
}

const isArticle = (node: Dictionary): boolean => /Article|BlogPosting|Report/u.test(String(node['@type']));

function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    const names = value.map(nameOf).filter((name) => name !== undefined);
    return names.length > 0 ? names.join(', ') : undefined;
  }
  return isDictionary(value) && typeof value.name === 'string' ? value.name : undefined;
}

/** The first article in the page's JSON-LD; broken blocks are passed over. */
export function findLinkedData(document: Document): LinkedData {
  const blocks = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const article = blocks.flatMap((block) => listNodes(parseJson(block.textContent ?? ''))).find(isArticle);
  if (article === undefined) return {};
  return {
    headline: nameOf(article.headline),
    datePublished: nameOf(article.datePublished),
    author: nameOf(article.author),
    publisher: nameOf(article.publisher),
  };
}
