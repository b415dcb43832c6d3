// What is painted before the page's code is there: the head and the start, or the frame of the results, in the language
// that the page will have.
//
// The code removes what is painted here as it draws the page for the first time. What was clicked, focused or dropped
// until then happens once more, to the page itself.

(() => {
  "use strict";

  const OWN = "resultatkontrakt:";

  const app = document.getElementById("app");
  const isPacked = document.documentElement.hasAttribute("data-packed");
  const named = location.hash.startsWith("#del=") ? null : new URLSearchParams(location.search).get("contract");
  const clicked = new Set();
  const dropped = [];
  let focused = "";

  // The browser cannot show the page, and was told so.
  if (!document.getElementById("panic-screen").hidden) return;

  paint(language());
  // A copy that the browser keeps has the letters at hand: they are in before the page is drawn.
  const hasLetters = !isPacked && Boolean(navigator.serviceWorker?.controller);
  if (hasLetters) bringLetters();
  const events = new AbortController();
  listen(events.signal);
  new MutationObserver((_, observer) => {
    observer.disconnect();
    events.abort();
    happen();
    // After the frame that shows the page.
    if (!isPacked) requestAnimationFrame(() => setTimeout(bring));
  }).observe(app, { childList: true });

  // As `first_language` in `src/ui/keeping/` and `Lang::preferred`.
  function language() {
    const chosen = kept(() => localStorage.getItem(`${OWN}language`));
    if (chosen === "da" || chosen === "en") return chosen;
    const tags = navigator.languages;
    return tags.length === 0 || tags.some((tag) => tag.split("-")[0].toLowerCase() === "da") ? "da" : "en";
  }

  function paint(lang) {
    document.documentElement.lang = lang;
    const shell = document.createElement("div");
    shell.id = "shell";
    shell.ariaBusy = "true";
    shell.append(document.getElementById(`shell-${lang}`).content.cloneNode(true));
    for (const part of shell.querySelectorAll("[data-shell]")) {
      if (!part.dataset.shell.split(" ").includes(view())) part.remove();
    }
    for (const place of shell.querySelectorAll(".shell__name")) place.textContent = named?.slice(0, 60) ?? "";
    app.before(shell);
  }

  // A draft that is gone on with has no start; where drafts are kept, they stand above what the start shows else.
  function view() {
    if (kept(() => sessionStorage.getItem(`${OWN}resume`)) !== null) return "resumed";
    if (named !== null || location.hash.startsWith("#del=")) return "called";
    if (["#hjaelp", "#portefoelje"].includes(location.hash)) return "resumed";
    const keys = kept(() => Object.keys(localStorage)) ?? [];
    return keys.some((key) => key.startsWith(`${OWN}draft:`) || key.startsWith(`${OWN}keeper:`)) ? "drafts" : "start";
  }

  // Storage may be switched off.
  function kept(read) {
    try {
      return read();
    } catch {
      return null;
    }
  }

  function listen(signal) {
    addEventListener("click", (event) => {
      const { id } = event.target.closest("#shell button") ?? {};
      if (!id) return;
      clicked.delete(id);
      clicked.add(id);
    }, { signal });
    addEventListener("focusin", ({ target }) => { focused = target.id; }, { signal });
    addEventListener("dragover", (event) => event.preventDefault(), { signal });
    addEventListener("drop", (event) => {
      event.preventDefault();
      dropped.push(...event.dataTransfer?.files ?? []);
    }, { signal });
  }

  function happen() {
    if (focused) document.getElementById(focused)?.focus();
    for (const id of clicked) {
      // A file is chosen right after a click alone; later the button has the focus.
      if (id !== "choose-file" || navigator.userActivation?.isActive !== false) document.getElementById(id)?.click();
    }
    if (dropped.length === 0) return;
    const dataTransfer = new DataTransfer();
    for (const file of dropped) dataTransfer.items.add(file);
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }

  // What shares neither line nor processor with the first view: the page's own letters, and a copy for when there is no
  // network. A page that was built for development keeps none.
  function bring() {
    if (!hasLetters) bringLetters();
    if (document.querySelector("meta[name=release]") !== null) import("./offline.js").catch(() => {});
  }

  function bringLetters() {
    const fonts = document.createElement("link");
    fonts.rel = "stylesheet";
    fonts.href = "./fonts.css";
    // It is read and not applied: each form of letters would take the place of its stand-in as it comes.
    fonts.media = "not all";
    fonts.onload = () => letIn(fonts.sheet);
    document.head.append(fonts);
  }

  // Lets all letters in at once, when all have come or cannot: the page is laid out anew once.
  async function letIn({ cssRules }) {
    const faces = [...cssRules].filter((rule) => rule instanceof CSSFontFaceRule).map(({ style }) => {
      const said = (name) => style.getPropertyValue(name);
      const family = said("font-family").replace(/["']/g, "");
      return new FontFace(family, said("src"), { weight: said("font-weight"), unicodeRange: said("unicode-range") });
    });
    const come = await Promise.allSettled(faces.map((face) => face.load()));
    for (const { value } of come) if (value) document.fonts.add(value);
  }
})();
