package web

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Catalogues are what the pages say, one file per language, which a person can edit
// without reading Go. English is the source: it has every text.
//
//go:embed languages/*.yaml
var languageFiles embed.FS

// A catalogue is one language: its texts by key, "start.visa.choose". The first part
// of a key is its section. A section is named after the page it is for, or shared; a
// language has all of a section or none of it.
type catalogue struct {
	Tag       language.Tag
	Name      string // in the language itself
	Direction string // "ltr" or "rtl"
	Read      bool   // a speaker has read it; false: written by a machine alone

	months   []string
	texts    map[string]phrase
	sections map[string]bool
}

// A phrase is what is said, by plural form; one that counts nothing has plural.Other
// alone.
type phrase map[plural.Form][]piece

// A piece is words, or the name of a value that stands in their place.
type piece struct {
	words string
	value string // "" for words
}

// sharedSections are said on every page: the frame in the language of the frame, the
// parts in that of the page.
var sharedSections = []string{frameSection, "parts"}

const frameSection = "frame"

// pluralForms are the plural forms by the names that catalogues use.
var pluralForms = map[string]plural.Form{
	"zero": plural.Zero, "one": plural.One, "two": plural.Two, "few": plural.Few, "many": plural.Many, "other": plural.Other,
}

// languages are all catalogues.
type languages struct {
	offered []*catalogue // English first, then by tag
	pseudo  *catalogue
	matcher language.Matcher // over offered
}

// loadLanguages reads the embedded catalogues, once for the process.
var loadLanguages = sync.OnceValues(func() (*languages, error) { return readLanguages(languageFiles) })

func readLanguages(from fs.FS) (*languages, error) {
	names, err := fs.Glob(from, "languages/*.yaml")
	if err != nil {
		return nil, fmt.Errorf("list languages: %w", err)
	}
	all := &languages{}
	for _, name := range names {
		body, err := fs.ReadFile(from, name)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		c, err := readCatalogue(body)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if want := strings.TrimSuffix(path.Base(name), ".yaml"); c.Tag.String() != want {
			return nil, fmt.Errorf("%s: language %q, want %q as the file is called", name, c.Tag, want)
		}
		all.offered = append(all.offered, c)
	}
	slices.SortStableFunc(all.offered, func(a, b *catalogue) int { return rank(a) - rank(b) })
	if len(all.offered) == 0 || all.english().Tag != language.English {
		return nil, errors.New("languages: no English")
	}
	var tags []language.Tag
	for _, c := range all.offered {
		tags = append(tags, c.Tag)
	}
	all.pseudo, all.matcher = pseudo(all.english()), language.NewMatcher(tags)
	return all, nil
}

// rank puts English first.
func rank(c *catalogue) int {
	if c.Tag == language.English {
		return 0
	}
	return 1
}

func (l *languages) english() *catalogue { return l.offered[0] }

// all are the languages offered and the pseudo language.
func (l *languages) all() []*catalogue { return append(slices.Clone(l.offered), l.pseudo) }

// called is the catalogue of a tag; nil when there is none.
func (l *languages) called(tag string) *catalogue {
	for _, c := range l.all() {
		if c.Tag.String() == tag {
			return c
		}
	}
	return nil
}

// asked is the best of the languages offered for an Accept-Language header.
func (l *languages) asked(header string) *catalogue {
	wanted, _, err := language.ParseAcceptLanguage(header)
	if err != nil || len(wanted) == 0 {
		return l.english()
	}
	_, i, sure := l.matcher.Match(wanted...)
	if sure < language.High { // another script of a language may not be readable
		return l.english()
	}
	return l.offered[i]
}

// A catalogueFile is a file under languages/.
type catalogueFile struct {
	Language      string
	Name          string
	Direction     string
	ReadBySpeaker bool `yaml:"read_by_speaker"`
	Months        []string
	Texts         yaml.Node
}

// readCatalogue reads one file. The error joins every fault, each with its line.
func readCatalogue(body []byte) (*catalogue, error) {
	var f catalogueFile
	read := yaml.NewDecoder(bytes.NewReader(body))
	read.KnownFields(true)
	if err := read.Decode(&f); err != nil {
		return nil, err
	}
	tag, err := language.Parse(f.Language)
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", f.Language, err)
	}
	if f.Name == "" || f.Direction != "ltr" && f.Direction != "rtl" || len(f.Months) != 12 {
		return nil, errors.New("want a name, a direction that is ltr or rtl, and twelve months")
	}
	c := &catalogue{
		Tag: tag, Name: f.Name, Direction: f.Direction, Read: f.ReadBySpeaker,
		months: f.Months, texts: map[string]phrase{}, sections: map[string]bool{},
	}
	if err := c.group("", &f.Texts); err != nil {
		return nil, err
	}
	for key := range c.texts {
		section, _, _ := strings.Cut(key, ".")
		c.sections[section] = true
	}
	return c, nil
}

// group reads texts that stand together; their keys begin with prefix.
func (c *catalogue) group(prefix string, n *yaml.Node) error {
	if n.Kind != yaml.MappingNode {
		return fmt.Errorf("line %d: %q is neither a text nor a group of texts", n.Line, prefix)
	}
	var faults []error
	for i := 0; i < len(n.Content); i += 2 {
		key, under := n.Content[i], n.Content[i+1]
		name := strings.TrimPrefix(prefix+"."+key.Value, ".")
		if _, twice := c.texts[name]; twice {
			faults = append(faults, fmt.Errorf("line %d: %s stands twice", key.Line, name))
		}
		if under.Kind == yaml.MappingNode && !plurals(under) {
			faults = append(faults, c.group(name, under))
			continue
		}
		said, err := c.readPhrase(under)
		if err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", name, err))
		}
		c.texts[name] = said
	}
	return errors.Join(faults...)
}

// plurals reports whether a mapping is one text by plural form.
func plurals(n *yaml.Node) bool {
	other := false
	for i := 0; i < len(n.Content); i += 2 {
		form, known := pluralForms[n.Content[i].Value]
		if !known {
			return false
		}
		other = other || form == plural.Other
	}
	return other
}

func (c *catalogue) readPhrase(n *yaml.Node) (phrase, error) {
	if n.Kind == yaml.ScalarNode {
		pieces, err := c.pieces(n)
		return phrase{plural.Other: pieces}, err
	}
	said := phrase{}
	var faults []error
	for i := 0; i < len(n.Content); i += 2 {
		pieces, err := c.pieces(n.Content[i+1])
		said[pluralForms[n.Content[i].Value]] = pieces
		faults = append(faults, err)
	}
	return said, errors.Join(faults...)
}

// pieces splits "{n} facts kept" at its values.
func (c *catalogue) pieces(n *yaml.Node) ([]piece, error) {
	if n.Kind != yaml.ScalarNode || n.Tag != "!!str" || strings.TrimSpace(n.Value) == "" {
		return nil, fmt.Errorf("line %d: not a text", n.Line)
	}
	var all []piece
	for rest := n.Value; rest != ""; {
		words, after, opened := strings.Cut(rest, "{")
		if words != "" {
			all = append(all, piece{words: c.isolate(words)})
		}
		if !opened {
			break
		}
		value, left, closed := strings.Cut(after, "}")
		if !closed || value == "" || strings.ContainsAny(value, " {") {
			return nil, fmt.Errorf("line %d: %q has an open brace", n.Line, n.Value)
		}
		all, rest = append(all, piece{value: value}), left
	}
	return all, nil
}

// values are the names a text wants values for, sorted.
func (t phrase) values() []string {
	names := map[string]bool{}
	for _, pieces := range t {
		for _, p := range pieces {
			if p.value != "" {
				names[p.value] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}
