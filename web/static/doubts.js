// Words that are easily misheard, for the eye.

// pieces parts a text at its doubtful words, which come in order. Places in the text are
// found again by its words, since the server counts bytes.
export function pieces(text, doubtful = []) {
  const all = []
  let from = 0
  for (const { text: words } of doubtful) {
    const at = text.indexOf(words, from)
    if (at < 0 || words === "") continue
    if (at > from) all.push({ text: text.slice(from, at), doubt: false })
    all.push({ text: words, doubt: true })
    from = at + words.length
  }
  if (from < text.length) all.push({ text: text.slice(from), doubt: false })
  return all
}

const negations = "no|not|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|\\w+n['’]t"
const numbers =
  "\\d[\\d.,:/-]*\\w*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|lakh|crore|million|first|second|third|\\w+teenth"
const days = "january|february|march|april|may|june|july|august|september|october|november|december|\\w+day"
const doubtful = new RegExp(`\\b(?:${negations}|${numbers}|${days})\\b`, "giu")
const names = /(?<![.?!]\s+|^)\b\p{Lu}[\p{L}'’-]+/gu

// guessDoubts finds numbers, dates, names and negations where nobody says how sure the
// words are.
export function guessDoubts(text) {
  const found = [...text.matchAll(doubtful), ...text.matchAll(names)].sort((a, b) => a.index - b.index)
  let end = 0
  const all = []
  for (const { 0: words, index } of found) {
    if (index < end) continue
    all.push({ text: words })
    end = index + words.length
  }
  return all
}
