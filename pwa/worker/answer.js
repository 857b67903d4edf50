/** How requests are answered: from the phone where it can, without waiting for the network. */

import { count, isUnwell } from './boot.js';
import { compose } from './compose.js';
import { file } from './file.js';
import { keep, verify } from './keep.js';
import { CODE, REPAIR } from './names.js';
import { network } from './network.js';
import { loadPack } from './pack.js';
import { NOTHING_HEADERS, notKeptPage, nothingPage, unwellNotice } from './plain.js';
import { openStore, readKept } from './store.js';

/** @import {World} from './world.js' */
/** @import {Kept} from './store.js' */
/** @import {Pack} from './pack.js' */

/** @typedef {Pick<Request, 'url'|'method'|'mode'> & {headers: Pick<Headers, 'has'>}} Asked */

/**
 * What a request is for; `code` is the language its address begins with.
 * @typedef {{kind: 'file'|'open', url: URL}
 *   | {kind: 'page'|'manifest', url: URL, code: string}} Route
 */

const PAGE = new RegExp(`^/(${CODE})(?:/|$)`);
const MANIFEST = new RegExp(`^/(${CODE})/manifest\\.webmanifest$`);
const HTML = 'text/html; charset=utf-8';

/**
 * The route of a request, or null for one that the worker leaves to the browser.
 * @param {Asked} request
 * @param {string} origin
 * @returns {Route|null}
 */
export function route(request, origin) {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin || request.headers.has('range'))
    return null;
  const { pathname } = url;
  if (/^\/(assets|packs)\//.test(pathname)) return { kind: 'file', url };
  const [, manifest] = MANIFEST.exec(pathname) ?? [];
  if (manifest) return { kind: 'manifest', url, code: manifest };
  const [, code] = PAGE.exec(pathname) ?? [];
  // Pages read other pages too: the French beside an answer, the page of a word.
  if (code && code !== 'go') return { kind: 'page', url, code };
  const isOpen = pathname === '/' || pathname.startsWith('/go/');
  return isOpen && request.mode === 'navigate' ? { kind: 'open', url } : null;
}

/**
 * The response for a route. Never rejects: what fails on the phone is left to the network.
 * @param {World} world
 * @param {Request} request
 * @param {Route} found
 * @returns {Promise<Response>}
 */
export async function answer(world, request, found) {
  const own = await fromPhone(world, request, found).catch(() => null);
  const there = own ?? (await network(world, request, world.limits.nothing));
  if (there) return there;
  return request.mode === 'navigate' ? nothing('', found.url) : Response.error();
}

/**
 * @param {World} world
 * @param {Request} request
 * @param {Route} found
 * @returns {Promise<Response|null>}
 */
async function fromPhone(world, request, found) {
  switch (found.kind) {
    case 'page':
      return found.url.search === REPAIR
        ? repair(world, found.url, found.code)
        : page(world, request, found.url, found.code);
    case 'open':
      return open(world, request, found.url);
    case 'manifest':
      return manifest(world, found.code);
    case 'file':
      return file(world, request, found.url);
  }
}

/**
 * @param {World} world
 * @returns {Promise<Kept|null>} null also where the browser does not let us read
 */
const keptBy = (world) =>
  openStore(world)
    .then(readKept)
    .catch(() => null);

/**
 * The languages to speak in, best first: the reader's, the companion, any other that is kept.
 * @param {Kept} kept
 */
const spoken = ({ reader, release, languages }) =>
  [...new Set([reader, release.companion, ...languages])].filter(
    /** @returns {code is string} */ (code) => code !== null && languages.includes(code),
  );

/**
 * @param {World} world
 * @param {Request} request
 * @param {URL} url
 * @param {string} code
 */
async function page(world, request, url, code) {
  const kept = await keptBy(world);
  const [pack, unwell] = await Promise.all([
    kept?.languages.includes(code) ? loadPack(world, kept.release, code) : null,
    isUnwell(world),
  ]);
  const here = pack && fromPack(pack, url, unwell ? unwellNotice(pack) : '');
  if (here) return here;
  const limit = kept?.languages.length ? world.limits.navigation : world.limits.nothing;
  const there = await network(world, request, limit);
  if (there) return there;
  if (pack) return fromPack(pack, new URL(`/${code}/404.html`, url)) ?? nothing(code, url);
  return (
    (kept && ((await before(world, kept, url, code)) ?? (await notKept(world, kept, url, code)))) ??
    nothing(code, url)
  );
}

/**
 * A page as the server would send it, byte for byte; null for an address the pack does not have.
 * @param {Pack} pack
 * @param {URL} url
 * @param {string} [notice]  HTML that stands above it on a phone that is not well
 * @returns {Response|null}
 */
function fromPack({ header, find }, { pathname, search, origin }, notice = '') {
  const found = find(pathname);
  if (found) {
    const status = pathname.endsWith('/404.html') ? 404 : 200;
    const shown = { ...found, fragment: notice + found.fragment };
    return html(compose(header.shell, shown), status, {
      ...header.headers,
      'content-language': header.lang,
    });
  }
  const whole = `${pathname}/`;
  return find(whole) ? Response.redirect(origin + whole + search, 307) : null;
}

/**
 * The page in the release before the kept one, for when the kept pack is damaged.
 * @param {World} world
 * @param {Kept} kept
 * @param {URL} url
 * @param {string} code
 */
async function before(world, { languages, previous }, url, code) {
  if (!previous || !languages.includes(code) || !previous.languages.includes(code)) return null;
  const pack = await loadPack(world, previous.release, code);
  return pack && fromPack(pack, url);
}

/**
 * Says what is missing in words of the kept release, else of the one before, and offers the
 * languages that can really be read.
 * @param {World} world
 * @param {Kept} kept
 * @param {URL} url
 * @param {string} code
 */
async function notKept(world, kept, url, code) {
  for (const whole of [kept, kept.previous]) {
    /** @type {{code: string, pack: Pack}[]} */
    const readable = [];
    for (const other of whole ? spoken({ ...kept, ...whole }) : []) {
      const pack = whole && (await loadPack(world, whole.release, other));
      if (pack) readable.push({ code: other, pack });
    }
    const [first] = readable;
    if (!whole || !first) continue;
    const offered = { release: whole.release, languages: readable.map(({ code }) => code) };
    const why = kept.languages.includes(code) ? 'lost' : 'not_kept';
    return html(notKeptPage(first.pack, offered, url, code, why), 503, first.pack.header.headers);
  }
  return null;
}

/**
 * @param {string} code
 * @param {URL} url
 */
const nothing = (code, url) => html(nothingPage(code, url), 503, NOTHING_HEADERS);

/**
 * @param {string} text
 * @param {number} status
 * @param {Record<string, string>} headers
 */
const html = (text, status, headers) =>
  new Response(text, { status, headers: { ...headers, 'content-type': HTML } });

/**
 * "/" and "/go/…" lead into the reader's language: at once where it is kept, since the phone knows
 * it better than the server can, which sees Accept-Language alone.
 * @param {World} world
 * @param {Request} request
 * @param {URL} url
 */
async function open(world, request, url) {
  const kept = await keptBy(world);
  const [code] = kept ? spoken(kept) : [];
  const limit = code ? world.limits.navigation : world.limits.nothing;
  const there = code && code === kept?.reader ? null : await network(world, request, limit);
  if (there) return there;
  if (!code) return nothing('', url);
  const rest = url.pathname.replace(/^\/go/, '').replace(/\/?$/, '/');
  return Response.redirect(`${url.origin}/${code}${rest}${url.search}`, 307);
}

/**
 * Repairs what is kept, at the wish of a page whose script does not work, and says how that went
 * on the page about this phone, by a fragment that its styles know.
 * @param {World} world
 * @param {URL} url
 * @param {string} code
 */
async function repair(world, url, code) {
  const kept = await keptBy(world);
  const { reason } = await keep(world, { languages: kept ? [] : [code], cause: 'asked' });
  if (!reason) {
    await count(world, () => 0);
    await verify(world); // the page that comes says when all was last read, and this was now
  }
  return Response.redirect(`${url.origin}/${code}/phone/#${reason ? 'not-' : ''}repaired`, 303);
}

/**
 * @param {World} world
 * @param {string} code
 */
async function manifest(world, code) {
  const kept = await keptBy(world);
  if (!kept?.languages.includes(code)) return null;
  const pack = await loadPack(world, kept.release, code);
  const headers = { 'content-type': 'application/manifest+json' };
  return pack && new Response(`${JSON.stringify(pack.header.manifest)}\n`, { headers });
}
