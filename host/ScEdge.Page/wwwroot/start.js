// A page of files comes with its first view in it (FirstView.razor), for an address that names no other view and no state.
if (!["", "#", "#streams"].includes(location.hash)) {
  const loading = document.createElement("p");
  loading.className = "loading";
  loading.textContent = "ScEdge is loading.";
  document.querySelector("#page").replaceChildren(loading);
}
