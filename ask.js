// Asks for what the first view waits for, before the styles hold scripts back: the page's code, and the contract that the
// address names. A link that fetches ahead does not do: WebKit leaves what came unused, and fetches it again.

(() => {
  "use strict";

  // Where the script of the code looks for it.
  const CODE = "resultatkontraktCode";
  // The contract on its way, as `src/platform/beside.rs` looks for it.
  const ASKED = "resultatkontraktAsked";

  // The page in one file has its code inside, and nothing lies beside it.
  if (document.documentElement.hasAttribute("data-packed")) return;

  // A page that was built for development fetches its code itself.
  const code = document.querySelector("meta[name=code]");
  if (code !== null) globalThis[CODE] = fetched(code.content);
  const named = location.hash.startsWith("#del=") ? null : new URLSearchParams(location.search).get("contract");
  if (named !== null) ask(named);

  // As `beside` in `src/app/share.rs`: whatever else is asked for, the code does not take.
  function ask(name) {
    const plain = name.replace(/\.json$/, "");
    if (!plain.split("/").every((part) => /^[\p{Alphabetic}\p{N}_-][\p{Alphabetic}\p{N}._-]*$/u.test(part))) return;
    const address = `./contracts/${plain}.json`;
    const response = fetched(address, { mode: "same-origin", redirect: "error", cache: "no-cache" });
    globalThis[ASKED] = { address, response };
  }

  // Whoever takes the answer says what is wrong.
  function fetched(address, how) {
    const response = fetch(address, how);
    response.catch(() => {});
    return response;
  }
})();
