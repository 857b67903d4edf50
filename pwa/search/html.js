/**
 * Reads the text of a fragment. A worker has no DOM, and needs none: fragments are the product's
 * own HTML, in which every `<` and `>` of a text or an attribute is escaped and every element but
 * the void ones is closed.
 */

/**
 * One block of text: a heading, a paragraph, a list item, a cell.
 * @typedef {object} Block
 * @property {string} tag  name of the element
 * @property {string} mark  its class, or empty
 * @property {string} key  nearest `id` or `data-block` around it, or empty
 * @property {string} lang  BCP 47 tag of its text where that is not the page's, else empty
 * @property {string} text
 */

const BLOCKS = new Set([
  'h1',
  'h2',
  'h3',
  'p',
  'li',
  'th',
  'td',
  'dt',
  'dd',
  'div',
  'section',
]);
/** What leads elsewhere or tells about the answer is not the answer's text. */
const SKIPPED = new Set(['nav', 'aside', 'template', 'svg', 'form']);
const VOID = new Set(['input', 'br', 'hr', 'img', 'wbr']);
/** @type {Record<string, string>} */
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** @param {string} text */
const decode = (text) =>
  text.includes('&')
    ? text.replace(/&(?:#(\d+)|(\w+));/g, (whole, number, name) =>
        number ? String.fromCodePoint(Number(number)) : (NAMED[name] ?? whole),
      )
    : text;

/**
 * @param {string} tag  what stands between < and >
 * @param {string} name
 */
function attribute(tag, name) {
  const start = tag.indexOf(` ${name}="`);
  if (start < 0) return '';
  const from = start + name.length + 3;
  return tag.slice(from, tag.indexOf('"', from));
}

/**
 * The blocks of a fragment in reading order, without empty ones.
 * @param {string} fragment
 * @returns {Block[]}
 */
export function blocks(fragment) {
  /** @type {Block[]} */
  const found = [];
  /** @type {Block[]} open elements: what their text goes into */
  const open = [{ tag: '', mark: '', key: '', lang: '', text: '' }];
  let skipped = 0;
  let place = 0;
  while (place < fragment.length) {
    const from = fragment.indexOf('<', place);
    const into = /** @type {Block} */ (open.at(-1));
    if (from !== place && !skipped) into.text += fragment.slice(place, from < 0 ? undefined : from);
    if (from < 0) break;
    const to = fragment.indexOf('>', from);
    const tag = fragment.slice(from + 1, to);
    place = to + 1;
    const space = tag.indexOf(' ');
    const name = space < 0 ? tag : tag.slice(0, space);
    if (name[0] === '/') {
      if (SKIPPED.has(name.slice(1))) skipped -= 1;
      open.pop();
    } else if (!VOID.has(name) && !tag.endsWith('/')) {
      if (SKIPPED.has(name)) skipped += 1;
      const isBlock = BLOCKS.has(name);
      const block = isBlock ? begin(into, name, tag) : into;
      if (isBlock && !skipped) found.push(block);
      open.push(block);
    }
  }
  for (const block of found)
    block.text = decode(block.text)
      .replace(/\s{2,}|\n/g, ' ')
      .trim();
  return found.filter((block) => block.text);
}

/**
 * @param {Block} around
 * @param {string} name
 * @param {string} tag
 * @returns {Block}
 */
const begin = (around, name, tag) => ({
  tag: name,
  mark: attribute(tag, 'class'),
  key: attribute(tag, 'id') || attribute(tag, 'data-block') || around.key,
  lang: attribute(tag, 'lang') || around.lang,
  text: '',
});
