/** Several pieces of work at a time. */

/**
 * After the first failure nothing new is begun, but what is under way may still arrive.
 * @template T
 * @param {readonly T[]} items
 * @param {number} limit
 * @param {(item: T) => Promise<void>} work
 */
export async function inParallel(items, limit, work) {
  const queue = items.values();
  /** @type {unknown[]} */
  const failures = [];
  const next = async () => {
    for (const item of queue) {
      if (failures.length) return;
      await work(item).catch((error) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: limit }, next));
  if (failures.length) throw failures[0];
}
