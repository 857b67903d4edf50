/** Why this browser keeps nothing, as far as it lets us know. */

/** @typedef {'insecure'|'blocked'|'no-workers'} Obstacle */

/**
 * @param {{secure: boolean, storage: boolean, workers: boolean}} browser  whether the address is one
 *   that browsers trust, whether the site may store anything, whether it has a service worker
 * @returns {Obstacle|null}
 */
export function obstacleOf({ secure, storage, workers }) {
  if (!secure) return 'insecure';
  if (!storage) return 'blocked';
  return workers ? null : 'no-workers';
}

/**
 * Whether the browser lets this site store anything. It is asked, since it may take the property
 * away, refuse to read it, or refuse to use it.
 */
export async function storageAllowed() {
  try {
    void localStorage.length;
    await caches.keys();
    return true;
  } catch {
    return false;
  }
}
