// Whether the browser can show the page, in words that the oldest one understands.
(function () {
  "use strict";
  var isPacked = document.documentElement.hasAttribute("data-packed");
  function canStart() {
    try {
      // A table of references, which is what came last of what the code needs. It is compiled, since a policy that a
      // browser only half understands forbids that alone.
      new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 1]));
    } catch (error) {
      return false;
    }
    return "noModule" in HTMLScriptElement.prototype && (!isPacked || typeof DecompressionStream === "function");
  }
  function show(id) {
    document.getElementById(id).hidden = false;
  }
  if (!canStart()) {
    show("panic-screen");
    show("panic-unsupported");
    document.getElementById("panic-reload").onclick = function () { location.reload(); };
    document.querySelector("#panic-unsupported h1").focus();
    // What starts all the same has nothing more to say.
    addEventListener("error", function (event) { event.preventDefault(); });
    addEventListener("unhandledrejection", function (event) { event.preventDefault(); });
  } else if (!CSS.supports("selector(:has(a))") || !CSS.supports("container-type", "inline-size")) {
    show("old-browser");
  }
})();
