// A page of one's own saves while a person writes. Without this it works by its button.

import { Keeping } from "./keeping.js"

for (const form of document.querySelectorAll("[data-own]")) {
  const page = form.dataset.own
  new Keeping({
    form,
    name: `viceconsul.own.${page}.`,
    address: `/api/v1/pages/${page}`,
    mine: ({ tagName, name }) => Boolean(name) && tagName !== "BUTTON",
  })
}
