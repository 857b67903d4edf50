/** Reads another page of the guide, from the phone or the network, without going there. */

/** How long a page that the phone does not keep may take. */
const PATIENCE = 10_000;

/**
 * The document at an address of this guide. The browser reads it: no text becomes markup here,
 * and no script of that document runs.
 * @param {string} address  "/en/health/lost/"
 * @returns {Promise<Document|'gone'|'unread'>} 'gone' where the guide has no such page, 'unread'
 *   where neither phone nor network could say
 */
export function pageAt(address) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.timeout = PATIENCE;
    request.onerror = request.ontimeout = request.onabort = () => resolve('unread');
    request.onload = () => {
      // A Wi-Fi that wants a sign-in answers with a page of its own.
      const own = request.responseXML?.documentElement.dataset['code'];
      if (request.status === 404 && own) resolve('gone');
      else resolve(request.status === 200 && own ? /** @type {Document} */ (request.responseXML) : 'unread');
    };
    request.send();
  });
}
