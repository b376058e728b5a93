// Every page there is, found by its links: one of each kind, as a person would come to it.

/// The kind of a page: its path with ids and dates taken out. A person's week is one kind, whichever week it is.
function kindOf(path) {
  return path
    .replace(/^(\/people\/[^/?]+)\?week=.*/, '$1')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '{id}')
    .replace(/\d{4}-\d{2}-\d{2}/g, '{date}')
    .replace(/=\d+/g, '={n}');
}

/// A name for a file, of a page's kind: "people-id-week".
export function nameOfKind(path) {
  return kindOf(path)
    .replace(/\{(id|date|n)\}/g, '$1')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/// Paths of one page of each kind that the links lead to, from `start` on. Downloads are told apart by `isPage`.
export async function kindsOfPages(visitor, start = '/') {
  const seen = new Map();
  const downloads = new Set();
  const waiting = [start];
  while (waiting.length > 0) {
    const path = waiting.shift();
    const answer = await visitor.ask(path);
    if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) {
      downloads.add(path);
      continue;
    }
    const html = await answer.text();
    for (const [, href] of html.matchAll(/<a [^>]*href="([^"]+)"/g)) {
      const url = new URL(href.replaceAll('&amp;', '&'), answer.url());
      if (url.origin !== new URL(visitor.address).origin) continue;
      const next = url.pathname + url.search;
      const kind = kindOf(next);
      if (seen.has(kind)) continue;
      seen.set(kind, next);
      waiting.push(next);
    }
  }
  const pages = [...seen.values()].filter((path) => path !== start && !downloads.has(path));
  return { pages, downloads: [...downloads] };
}
