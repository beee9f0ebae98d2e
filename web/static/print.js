// Shows the print button, since only a script can press the browser's.

// offerPrint does it for the buttons that are on the page now.
export function offerPrint() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false
    button.addEventListener("click", () => print())
  }
}

offerPrint()
