// The officer's lines as sound: from the server where it offers that, else by the
// browser's own speech. What is said always stands in the captions too.

const fetchMs = 6000 // for a line's sound to arrive
const startMs = 3000 // for the browser to begin
const secondsAWord = 0.7 // slow speech; with spareMs, when a line must be over
const spareMs = 3000
const listedMs = 1000 // for the browser to list its voices
const mostVoices = 6

// Officer says lines aloud. Every failure is silence, with the captions there.
export class Officer {
  speaking = false
  #world
  #told
  #on = false
  #offered = false
  #line // the last: turn and text
  #heard // the sound of the last line, for playing it again
  #playing // a player
  #round = 0 // counts what was begun, so that what is stopped stays stopped

  // world has fetch(turn, signal) that resolves to a sound, player(sound) with play and
  // stop, speech() that resolves to a player of the browser or undefined, setTimeout,
  // clearTimeout and lean, which says whether sound costs too much here. told hears of each change.
  constructor({ world, told }) {
    this.#world = world
    this.#told = told
  }

  get on() {
    return this.#on
  }

  get playable() {
    return this.#line !== undefined
  }

  // offered says whether the server speaks.
  offered(yes) {
    this.#offered = yes
  }

  // want turns sound on or off. The line that stands is not said by that.
  want(yes) {
    this.#on = yes
    if (!yes) this.stop()
    this.#told()
  }

  // say says a new line, when sound is wanted and costs little.
  say(line) {
    this.stop()
    this.#line = line
    this.#heard = undefined
    if (this.#on && !(this.#offered && this.#world.lean())) this.#play()
  }

  // again says the last line, because somebody asked for it.
  again() {
    this.stop()
    if (this.#line) this.#play()
  }

  stop() {
    this.#round += 1
    this.#playing?.stop()
    this.#playing = undefined
    this.#speak(false)
  }

  async #play() {
    const round = this.#round
    const mine = () => round === this.#round
    this.#speak(true)
    if (!(await this.#byServer(mine)) && mine()) await this.#byBrowser(mine)
    if (!mine()) return
    this.#playing = undefined
    this.#speak(false)
  }

  // byServer reports whether the line was said, or begun and stopped.
  async #byServer(mine) {
    if (!this.#offered) return false
    try {
      this.#heard ??= await this.#fetch(this.#line.turn)
      return mine() ? await this.#let(this.#world.player(this.#heard)) : true
    } catch {
      return false
    }
  }

  async #byBrowser(mine) {
    const speech = await this.#world.speech()
    if (!speech || !mine()) return
    try {
      await this.#let(speech)
    } catch {
      // captions say it
    }
  }

  async #let(player) {
    this.#playing = player
    await player.play(this.#line.text)
    return true
  }

  async #fetch(turn) {
    const gone = new AbortController()
    const timer = this.#world.setTimeout(() => gone.abort(), fetchMs)
    try {
      return await this.#world.fetch(turn, gone.signal)
    } finally {
      this.#world.clearTimeout(timer)
    }
  }

  #speak(yes) {
    if (yes === this.speaking) return
    this.speaking = yes
    this.#told()
  }
}

// longestMs is how long a line can take: some browsers never say that they are done.
export function longestMs(text) {
  return text.split(/\s+/).length * secondsAWord * 1000 + spareMs
}

// AudioPlayer plays a sound that was fetched.
export class AudioPlayer {
  #element
  #address
  #over = () => {}

  constructor(sound) {
    this.#address = URL.createObjectURL(sound)
    this.#element = new Audio(this.#address)
  }

  // play is kept when the sound is over, and fails when it cannot be played.
  async play() {
    const over = new Promise((done, failed) => {
      this.#over = done
      this.#element.onended = done
      this.#element.onerror = failed
    })
    try {
      await this.#element.play()
      await over
    } finally {
      URL.revokeObjectURL(this.#address)
    }
  }

  stop() {
    this.#element.pause()
    this.#over()
  }
}

// BrowserSpeech says a line with a voice of the browser.
export class BrowserSpeech {
  #world
  #voice
  #over = () => {}

  // world has synthesis, Utterance, setTimeout and clearTimeout.
  constructor(world, voice) {
    this.#world = world
    this.#voice = voice
  }

  // play is kept when the line is over, and fails when the browser does not begin.
  async play(text) {
    const { synthesis, Utterance } = this.#world
    const said = new Utterance(text)
    Object.assign(said, { voice: this.#voice, lang: this.#voice.lang })
    this.said = said // a browser forgets what nobody holds, and its end with it
    let late
    const after = (ms, act) => {
      this.#world.clearTimeout(late)
      late = this.#world.setTimeout(act, ms)
    }
    try {
      await new Promise((done, failed) => {
        this.#over = done
        after(startMs, () => failed(new Error("the browser did not begin to speak")))
        said.onstart = () => after(longestMs(text), done)
        said.onend = done
        said.onerror = ({ error }) => failed(new Error(error))
        synthesis.cancel()
        synthesis.speak(said)
      })
    } catch (err) {
      synthesis.cancel()
      throw err
    } finally {
      this.#world.clearTimeout(late)
    }
  }

  stop() {
    this.#over()
    this.#world.synthesis.cancel()
  }
}

// voicesOf waits for the browser's list of voices, which some fill late.
export async function voicesOf({ synthesis, setTimeout }) {
  if (!synthesis) return []
  if (synthesis.getVoices().length === 0) {
    await new Promise((done) => {
      synthesis.addEventListener("voiceschanged", done, { once: true })
      setTimeout(done, listedMs)
    })
  }
  return offered(synthesis.getVoices())
}

// offered are the English voices of a list, at most six: those of the United States and of
// this device first.
export function offered(voices) {
  const english = voices.filter(({ lang }) => /^en\b/i.test(lang.replace("_", "-")))
  const rank = ({ lang, localService }) => (/^en.us/i.test(lang) ? 0 : 2) + (localService ? 0 : 1)
  const named = new Map(english.toReversed().map((voice) => [voice.name, voice]))
  return [...named.values()].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name)).slice(0, mostVoices)
}
