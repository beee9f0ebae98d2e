// The English catalogue, for tests of modules that say texts: import it before them.

import { readFileSync } from "node:fs"

import { Texts, speak } from "../say.js"

const forms = ["zero", "one", "two", "few", "many", "other"]

// read reads as much YAML as catalogues use: groups by indent, plain and quoted texts,
// and folded ones.
export function read(yaml) {
  const texts = {}
  const path = []
  let folded
  for (const line of yaml.split("\n")) {
    const depth = line.search(/\S/)
    if (folded && depth > folded.depth) {
      texts[folded.key] = `${texts[folded.key] ?? ""} ${line.trim()}`.trim()
      continue
    }
    folded = undefined
    const [, name, value] = line.match(/^\s*([\w.-]+):\s*(.*)$/) ?? []
    if (!name) continue
    path.length = depth / 2
    path.push(name)
    const key = path.slice(1).join(".") // without "texts"
    if (value === ">-") folded = { key, depth }
    else if (value && path[0] === "texts") place(texts, key, value.startsWith('"') ? JSON.parse(value) : value)
  }
  return texts
}

function place(texts, key, value) {
  const [, group, form] = key.match(/^(.*)\.([^.]+)$/)
  if (forms.includes(form)) texts[group] = { ...texts[group], [form]: value }
  else texts[key] = value
}

export const english = read(readFileSync(new URL("../../languages/en.yaml", import.meta.url), "utf8"))

speak(new Texts(english, "en", "ltr"))
