// The key F2 presses the switch of the privacy screen, from wherever the focus is.
document.addEventListener("keydown", (event) => {
  if (event.key === "F2" && !event.repeat) {
    const form = document.querySelector("form[data-screen]");
    if (form) {
      event.preventDefault();
      form.requestSubmit();
    }
  }
});
