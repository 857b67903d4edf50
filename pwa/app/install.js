/** Whether and how the guide can be put on the home screen. */

/**
 * The event of browsers that can install by themselves (Web App Manifest Incubations).
 * @typedef {Event & {prompt(): Promise<unknown>}} InstallEvent
 */

const IN_APP =
  /FBA[NV]|Instagram|\bLine\/|MicroMessenger|\bQQ\/|Weibo|Zalo|KAKAOTALK|TikTok|musical_ly|Snapchat|LinkedInApp|; wv\)/;

/**
 * What is so about this browser. An iPhone installs from its share menu only, and had better, since
 * it clears what sites keep; a browser inside another app cannot install at all. Elsewhere it is
 * optional: a reader is told one of the four.
 * @param {{userAgent: string, maxTouchPoints: number, standalone: boolean,
 *   canPrompt: boolean}} browser
 * @returns {Record<'installed'|'prompt'|'ios'|'in-app'|'optional', boolean>}
 */
export function installFacts({ userAgent, maxTouchPoints, standalone, canPrompt }) {
  const inApp = !standalone && IN_APP.test(userAgent);
  // An iPad says it is a Mac; no Mac has a touch screen.
  const apple =
    /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  return {
    installed: standalone,
    prompt: !standalone && canPrompt,
    ios: !standalone && !inApp && apple,
    'in-app': inApp,
    optional: !standalone && !inApp && !apple,
  };
}

/**
 * Watches for the browser's offer to install.
 * @param {(facts: Record<string, boolean>) => void} show
 * @returns {() => Promise<void>} installs, if the browser offered to
 */
export function installer(show) {
  /** @type {InstallEvent|undefined} */
  let offer;
  const { userAgent, maxTouchPoints } = navigator;
  const update = () => {
    const standalone = matchMedia('(display-mode: standalone)').matches;
    show(installFacts({ userAgent, maxTouchPoints, standalone, canPrompt: offer !== undefined }));
  };
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = /** @type {InstallEvent} */ (event);
    update();
  });
  addEventListener('appinstalled', () => {
    offer = undefined;
    update();
  });
  update();
  return async () => {
    await offer?.prompt();
    offer = undefined;
    update();
  };
}
