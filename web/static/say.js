// What a page says, in its language. The page hands the texts over by key, as the
// catalogue has them: a text, or an object with one text for each plural form.

const isolated = (text) => `\u2068${text}\u2069`

// Texts say a text by its key, with values by name: say("room.live.hint.over", { n: 3 }). Numbers
// are written as the language writes them; n chooses the plural form.
export class Texts {
  #texts
  #plural
  #number
  #rightToLeft

  // language is the tag of the texts, direction "ltr" or "rtl".
  constructor(texts, language, direction) {
    this.#texts = texts
    this.#plural = new Intl.PluralRules(language)
    this.#number = new Intl.NumberFormat(`${language}-u-nu-latn`)
    this.#rightToLeft = direction === "rtl"
  }

  has(key) {
    return key in this.#texts
  }

  say(key, values = {}) {
    const forms = this.#texts[key] ?? key
    const text = typeof forms === "string" ? forms : (forms[this.#plural.select(values.n)] ?? forms.other)
    return text.replace(/\{(\w+)\}/g, (_, name) => this.#write(values[name] ?? ""))
  }

  // write keeps a value whole among right-to-left words.
  #write(value) {
    if (typeof value === "number") return this.#number.format(value)
    return this.#rightToLeft ? isolated(value) : value
  }
}

let page

// speak sets what say says.
export function speak(texts) {
  page = texts
}

// say is a text of this page.
export function say(key, values) {
  page ??= handedOver()
  return page.say(key, values)
}

// has reports whether this page has a text.
export function has(key) {
  page ??= handedOver()
  return page.has(key)
}

// inPage marks an element as in the page's language, where it stands among English.
export function inPage(element) {
  const { lang, dir } = document.querySelector("main")
  return Object.assign(element, { lang, dir })
}

// inEnglish marks an element as English: what the officer, the applicant and the grader
// say.
export function inEnglish(element) {
  return Object.assign(element, { lang: "en", dir: "ltr" })
}

function handedOver() {
  const { lang, dir } = document.querySelector("main")
  return new Texts(JSON.parse(document.querySelector('meta[name="texts"]').content), lang, dir)
}
