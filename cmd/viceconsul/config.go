package main

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"

	"github.com/viceconsul/viceconsul/interview/openai"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/web"
)

// serveCommand is the server's configuration: flags, then environment, then the
// defaults here.
type serveCommand struct {
	Listen      string   `help:"Address to serve on." default:"127.0.0.1:8080" env:"VICECONSUL_LISTEN" placeholder:"HOST:PORT"`
	Port        string   `help:"Port to serve on, on every address of the machine; wins over --listen." env:"PORT"`
	Ops         string   `help:"Address of /metrics and the profiler; keep it on loopback." default:"127.0.0.1:0" env:"VICECONSUL_OPS" placeholder:"HOST:PORT"`
	Data        string   `help:"Directory of the embedded store." env:"VICECONSUL_DATA" type:"path" placeholder:"DIR"`
	DatabaseURL string   `help:"Postgres with pgvector in place of the embedded store." env:"DATABASE_URL" placeholder:"URL"`
	Migrate     bool     `help:"Bring the Postgres schema up to date before serving." env:"VICECONSUL_MIGRATE"`
	Origins     []string `help:"Origins pages may come from, beside the server's own loopback address." env:"VICECONSUL_ORIGINS" placeholder:"https://HOST"`
	Proxies     []string `help:"Addresses of the proxies whose X-Forwarded headers are believed." env:"VICECONSUL_PROXIES" placeholder:"10.0.0.0/8"`

	FearQuestions bool `help:"Have officers ask about harm and fear at home, as they are reported to. Nobody keeps or grades the answers." env:"VICECONSUL_FEAR_QUESTIONS"`

	Model  modelFlags `embed:"" prefix:"model-"`
	Limits limitFlags `embed:"" prefix:"limit-"`

	bank  *questionbank.Bank // in place of the built-in one with the store's packs
	reads bool               // a model, where there is one, reads what was graded; not in the terminal, which is gone by then
}

// limitFlags are the limits an operator may have to widen: a hospital or a class
// can sit behind one address. 0 takes the default.
type limitFlags struct {
	Sockets    int `help:"Open sockets of one address; 50 by default." env:"VICECONSUL_LIMIT_SOCKETS"`
	Interviews int `help:"Interviews started and transcripts graded a minute from one address; 60 by default." env:"VICECONSUL_LIMIT_INTERVIEWS"`
}

func (l limitFlags) limits() web.Limits {
	return web.Limits{SocketsPerAddress: l.Sockets, Costly: l.Interviews}
}

// modelFlags name an OpenAI-compatible endpoint. None is needed.
type modelFlags struct {
	Key        string `help:"Key of the model endpoint; from the environment only." env:"OPENAI_API_KEY" hidden:""`
	URL        string `help:"Base URL of an OpenAI-compatible endpoint." env:"OPENAI_BASE_URL" placeholder:"URL"`
	Name       string `help:"Model that words the officer's lines." env:"VICECONSUL_MODEL" default:"gpt-4o-mini"`
	Embedding  string `help:"Model that embeds bank questions, to search them by; without one the local embedder does." env:"VICECONSUL_EMBEDDING_MODEL"`
	Dimensions int    `help:"Width of the embedding model's vectors." env:"VICECONSUL_EMBEDDING_DIMENSIONS"`

	Transcription string `help:"Model that writes spoken answers down, such as whisper-1; without one answers are typed." env:"VICECONSUL_TRANSCRIPTION_MODEL"`
	Speech        string `help:"Model that speaks the officer's lines, such as tts-1; without one flite or espeak-ng of this machine does, or the browser." env:"VICECONSUL_SPEECH_MODEL"`
	SpeechVoice   string `help:"Voice of the speech model." env:"VICECONSUL_SPEECH_VOICE" default:"alloy"`

	PlainHTTP       []string `help:"Hosts of an endpoint that plain http will do for, beside this machine." env:"VICECONSUL_MODEL_PLAIN_HTTP" placeholder:"HOST"`
	TokensTurn      int      `help:"Most tokens for one turn; 4,000 by default." env:"VICECONSUL_MODEL_TOKENS_TURN"`
	TokensHearing   int      `help:"Most tokens for a model's hearing of one graded interview, a day; 16,000 by default. What is set aside for a call counts until it ends, which uses about half." env:"VICECONSUL_MODEL_TOKENS_HEARING"`
	TokensInterview int      `help:"Most tokens for one interview; 60,000 by default." env:"VICECONSUL_MODEL_TOKENS_INTERVIEW"`
	TokensApplicant int      `help:"Most tokens for one applicant a day; 300,000 by default." env:"VICECONSUL_MODEL_TOKENS_APPLICANT"`
	TokensDay       int      `help:"Most tokens a day; 5,000,000 by default." env:"VICECONSUL_MODEL_TOKENS_DAY"`

	PricePrompt     float64 `help:"What the endpoint takes for a million prompt tokens; without prices no money is shown." env:"VICECONSUL_MODEL_PRICE_PROMPT" placeholder:"MONEY"`
	PriceCompletion float64 `help:"What it takes for a million completion tokens." env:"VICECONSUL_MODEL_PRICE_COMPLETION" placeholder:"MONEY"`
	PriceHeard      float64 `help:"What it takes for a minute of speech written down." env:"VICECONSUL_MODEL_PRICE_HEARD" placeholder:"MONEY"`
	PriceSpoken     float64 `help:"What it takes for a million characters spoken." env:"VICECONSUL_MODEL_PRICE_SPOKEN" placeholder:"MONEY"`
	Currency        string  `help:"Currency of the prices." env:"VICECONSUL_MODEL_CURRENCY" default:"USD"`

	ledger *openai.Ledger // of all that is spent; made with the house
}

// configured reports whether an endpoint is named at all.
func (m modelFlags) configured() bool { return m.Key != "" || m.URL != "" }

func (m modelFlags) config() openai.Config {
	return openai.Config{Key: m.Key, BaseURL: m.URL, Model: m.Name, EmbeddingModel: m.Embedding, Dimensions: m.Dimensions,
		TranscriptionModel: m.Transcription, SpeechModel: m.Speech, Voice: m.SpeechVoice,
		PlainHTTP: m.PlainHTTP, Ledger: m.ledger}
}

func (m modelFlags) prices() openai.Prices {
	return openai.Prices{Currency: m.Currency, Prompt: m.PricePrompt, Completion: m.PriceCompletion, Heard: m.PriceHeard, Spoken: m.PriceSpoken}
}

func (m modelFlags) caps() openai.Caps {
	return openai.Caps{Turn: m.TokensTurn, Hearing: m.TokensHearing, Interview: m.TokensInterview, Applicant: m.TokensApplicant, Day: m.TokensDay}
}

// check reports every fault of the configuration at once.
func (c *serveCommand) check() error {
	if c.Port != "" {
		c.Listen = ":" + c.Port
	}
	var faults []error
	for name, address := range map[string]string{"--listen": c.Listen, "--ops": c.Ops} {
		if _, err := net.ResolveTCPAddr("tcp", address); err != nil {
			faults = append(faults, fmt.Errorf("%s %q: want host:port, such as 127.0.0.1:8080", name, address))
		}
	}
	for _, o := range c.Origins {
		if u, err := url.Parse(o); err != nil || u.Host == "" || u.Path != "" || u.Scheme != "http" && u.Scheme != "https" {
			faults = append(faults, fmt.Errorf("--origins %q: want scheme and host alone, such as https://rehearse.example.org", o))
		}
	}
	if _, err := c.proxies(); err != nil {
		faults = append(faults, err)
	}
	if p := c.Model.prices(); !(p.Prompt >= 0 && p.Completion >= 0 && p.Heard >= 0 && p.Spoken >= 0) || p.Known() && p.Currency == "" {
		faults = append(faults, errors.New("--model-price-…: prices are from 0, and in a currency"))
	}
	if c.Model.Embedding != "" && (c.Model.Dimensions <= 0 || !c.Model.configured()) {
		faults = append(faults, errors.New("an embedding model needs VICECONSUL_EMBEDDING_DIMENSIONS and OPENAI_BASE_URL or OPENAI_API_KEY"))
	}
	if (c.Model.Transcription != "" || c.Model.Speech != "") && !c.Model.configured() {
		faults = append(faults, errors.New("VICECONSUL_TRANSCRIPTION_MODEL and VICECONSUL_SPEECH_MODEL need OPENAI_BASE_URL or OPENAI_API_KEY"))
	}
	if c.Data == "" && c.DatabaseURL == "" {
		dir, err := dataDir()
		if err != nil {
			faults = append(faults, err)
		}
		c.Data = dir
	}
	if len(faults) > 0 {
		return fmt.Errorf("%w: %w", errUnusable, errors.Join(faults...))
	}
	return nil
}

// proxies reads addresses and ranges of addresses.
func (c *serveCommand) proxies() ([]netip.Prefix, error) {
	var all []netip.Prefix
	for _, text := range c.Proxies {
		prefix, err := netip.ParsePrefix(text)
		if address, plain := netip.ParseAddr(text); plain == nil {
			prefix, err = netip.PrefixFrom(address, address.BitLen()), nil
		}
		if err != nil {
			return nil, fmt.Errorf("--proxies %q: want an address or a range, such as 10.0.0.7 or 10.0.0.0/8", text)
		}
		all = append(all, prefix)
	}
	return all, nil
}

// dataDir is where the embedded store lives when nothing names another place.
func dataDir() (string, error) {
	if state := os.Getenv("XDG_STATE_HOME"); state != "" {
		return filepath.Join(state, "viceconsul"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", errors.New("no home directory for the data: name one with --data")
	}
	return filepath.Join(home, ".local", "state", "viceconsul"), nil
}
