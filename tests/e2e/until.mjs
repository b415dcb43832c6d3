// Waiting for a state, and never for a time.

/** Machines that test are slow and shared: a limit is for what hangs (milliseconds). */
export const LIMIT = 60_000;

/** Waits until `check` gives something truthy, and returns that. */
export async function until(check, limit = LIMIT) {
  const end = Date.now() + limit;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > end) throw new Error(`never came true: ${check}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
