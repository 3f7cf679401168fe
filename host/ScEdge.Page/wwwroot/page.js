// The little that only the browser can: the address behind #, and whether the tab is seen.

export function watch(page) {
  addEventListener("hashchange", () => page.invokeMethodAsync("OnAddress", location.hash));
  document.addEventListener("visibilitychange", () => page.invokeMethodAsync("OnSeen", document.visibilityState === "visible"));
  return location.hash;
}

export function replace(hash) {
  history.replaceState(null, "", hash);
}

export function go(hash) {
  location.hash = hash;
}

export function title(text) {
  document.title = text;
}
