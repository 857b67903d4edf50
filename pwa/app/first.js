/**
 * Sets how the reader wants to read, before the page is shown: text that grows afterwards would
 * push away what is being read. It stands in every page; the policy names it by its hash.
 */

try {
  for (const name of ['text', 'spacing', 'beside']) {
    const value = localStorage.getItem(`livret.${name}`);
    if (value) document.documentElement.dataset[name] = value;
  }
} catch {
  // Storage is blocked: then there is nothing to set.
}
