package questionbank

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// A Pack is a bank of one's own: one group of topics that a program or a mentor adds
// to the built-in bank. A topic of the bank may be joined: then the pack gives only
// its ID and further questions.
type Pack struct {
	Group
}

// The shapes of names in a pack: they stand in file names, addresses and commands.
var (
	packName   = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]{0,39}$`)
	topicID    = regexp.MustCompile(`^[a-z][a-z0-9._-]{0,59}$`)
	questionID = regexp.MustCompile(`^[A-Z][A-Z0-9-]{0,39}$`)
)

// ReadPack reads a pack for this bank from a YAML file, in the form of the built-in
// files, or from a spreadsheet saved as CSV when the name ends so. When anything is
// wrong the error is Faults with all of it.
//
// before is the version that the pack has so far, nil without one; the bank is one
// without it. Its questions that the file no longer has stay in the pack, retired, so
// that their IDs are never given out again and old interviews still find them.
func (b *Bank) ReadPack(file string, text []byte, before *Pack) (*Pack, error) {
	r := readPackFile(file, text)
	if r.group == nil && len(r.faults) == 0 {
		r.faults = append(r.faults, Fault{File: file, What: "no topics: a pack is a group with its topics"})
	}
	if r.group == nil {
		return nil, r.faults.sorted()
	}
	l := b.packLinter(r)
	l.pack(r, before)
	if len(l.faults) > 0 {
		return nil, l.faults.sorted()
	}
	p := &Pack{*r.group}
	p.keep(before)
	return p, nil
}

// A packLinter checks a pack beside the bank it is added to.
type packLinter struct {
	linter
	base *Bank
}

func (b *Bank) packLinter(r *reader) *packLinter {
	beside := &Bank{
		Common: b.Common, Groups: append(slices.Clip(b.Groups), *r.group),
		questions: maps.Clone(b.questions), topics: maps.Clone(b.topics),
	}
	return &packLinter{linter{bank: beside, groups: []*Group{r.group}, places: r.places, faults: r.faults}, b}
}

func (l *packLinter) pack(r *reader, before *Pack) {
	g := r.group
	if r.common != nil || r.recipes != nil || r.remarks != nil {
		l.fault(g, "common", "a pack holds topics; common follow-ups, remarks and recipes belong to the built-in bank")
	}
	if g.Group != "" && !packName.MatchString(g.Group) {
		l.fault(g, "group", "name %q: want letters, digits and hyphens, at most 40", g.Group)
	}
	if slices.ContainsFunc(l.base.Groups, func(o Group) bool { return o.Group == g.Group }) {
		l.fault(g, "group", "the bank has a group %q already: take another name", g.Group)
	}
	l.group(g)
	for _, name := range g.Inherits {
		l.ofAnother(g, "inherits", name)
	}
	for i := range g.Topics {
		l.packTopic(&g.Topics[i])
	}
	l.revived(g, before)
}

// packTopic checks one topic with its questions: as the bank's when it joins one.
func (l *packLinter) packTopic(t *Topic) {
	joined, joins := l.base.topics[t.ID]
	for i := range t.Questions {
		t.Questions[i].Topic = t
		if joins {
			t.Questions[i].Topic = joined
		}
	}
	if joins {
		l.joining(t)
	} else {
		l.shape(t, topicID, t.ID, "small letters, digits, dots and hyphens")
		l.topic(t)
		if _, twice := l.bank.topics[t.ID]; twice && t.ID != "" {
			l.fault(t, "id", "duplicate topic id")
		}
		l.bank.topics[t.ID] = t
	}
	for i := range t.Questions {
		l.packQuestion(&t.Questions[i])
	}
}

func (l *packLinter) packQuestion(q *Question) {
	l.shape(q, questionID, q.ID, "capitals, digits and hyphens")
	if other, taken := l.bank.questions[q.ID]; taken && q.ID != "" {
		l.taken(q, other)
	}
	l.bank.questions[q.ID] = q
	l.question(q)
}

func (l *packLinter) taken(q, other *Question) {
	if _, own := l.places[other]; own {
		l.duplicate(q, other)
		return
	}
	l.fault(q, "id", "the bank has a question %s already, in %s: take a new id", q.ID, other.Topic.ID)
}

func (l *packLinter) shape(part any, form *regexp.Regexp, id, want string) {
	if id != "" && !form.MatchString(id) {
		l.fault(part, "id", "id %q: want %s", id, want)
	}
}

// joining checks that a topic of the bank gets questions and nothing else.
func (l *packLinter) joining(t *Topic) {
	l.ofAnother(t, "id", t.ID)
	own := Topic{ID: t.ID, Questions: t.Questions}
	if !slices.Equal(own.YAML(), t.YAML()) {
		l.fault(t, "id", "the bank has the topic %s: to add questions give its id and questions alone, or take another id", t.ID)
	}
	if len(t.Questions) == 0 {
		l.fault(t, "questions", "no questions")
	}
}

// ofAnother refuses what another pack brought along: packs must stand without each
// other, in any order.
func (l *packLinter) ofAnother(part any, key, name string) {
	if l.base.foreign[name] {
		l.fault(part, key, "%s belongs to another pack: only the built-in bank can be joined", name)
	}
}

// revived refuses the ID of a retired question for another one. The same question may
// come back.
func (l *packLinter) revived(g *Group, before *Pack) {
	if before == nil {
		return
	}
	old := before.questionsByID()
	for i := range g.Topics {
		for j := range g.Topics[i].Questions {
			q := &g.Topics[i].Questions[j]
			if o := old[q.ID]; o != nil && o.Retired && o.Ask != q.Ask {
				l.fault(q, "id", "id of a retired question (%q) used again: take a new one", o.Ask)
			}
		}
	}
}

func (p *Pack) questionsByID() map[string]*Question {
	all := map[string]*Question{}
	for i := range p.Topics {
		for j := range p.Topics[i].Questions {
			all[p.Topics[i].Questions[j].ID] = &p.Topics[i].Questions[j]
		}
	}
	return all
}

// keep adds what an earlier version had and this one has not, retired.
func (p *Pack) keep(before *Pack) {
	if before == nil {
		return
	}
	have := p.questionsByID()
	for _, t := range before.Topics {
		var gone []Question
		for _, q := range t.Questions {
			if have[q.ID] == nil {
				q.Retired = true
				gone = append(gone, q)
			}
		}
		at := slices.IndexFunc(p.Topics, func(o Topic) bool { return o.ID == t.ID })
		switch {
		case len(gone) == 0:
		case at < 0:
			t.Questions = gone
			p.Topics = append(p.Topics, t)
		default:
			p.Topics[at].Questions = append(p.Topics[at].Questions, gone...)
		}
	}
}

// Version names the content: the first 12 hex digits of the SHA-256 of its YAML.
func (p *Pack) Version() string { return shortSum(p.YAML()) }

func shortSum(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])[:12]
}

// Count is how many of the pack's questions are asked, and how many are retired.
func (p *Pack) Count() (asked, retired int) {
	for _, t := range p.Topics {
		for _, q := range t.Questions {
			if q.Retired {
				retired++
			} else {
				asked++
			}
		}
	}
	return asked, retired
}

// PackName is the name that a file gives its pack, "" when it cannot be read.
func PackName(file string, text []byte) string {
	r := readPackFile(file, text)
	if r.group == nil {
		return ""
	}
	return r.group.Group
}

func readPackFile(file string, text []byte) *reader {
	r := &reader{file: file, places: map[any]place{}}
	if strings.EqualFold(path.Ext(file), ".csv") {
		r.readSheet(text)
	} else {
		r.read(text)
	}
	return r
}
