// What every peer does before its own work: it fetches the contract that the
// page's address names, and knows when a goal is reached.

/** The contract that `?contract=` names, from beside the page as ours takes it. */
export async function contract() {
  const name = new URLSearchParams(location.search).get("contract");
  const answer = await fetch(`./contracts/${name}.json`);
  return answer.json();
}

/** The points of the goals whose figure is high enough; what is not filled in earns none. */
export function total(goals, results) {
  let points = 0;
  for (const { id, weight, target } of goals) {
    if (results[id] >= target.value) points += weight;
  }
  return points;
}

/** The total as each page shows it. */
export function shown(points, goals) {
  return `${points} af ${goals.length} point`;
}
