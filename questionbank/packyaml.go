package questionbank

import (
	"bytes"
	"maps"
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// YAML is the pack as a file, always the same for the same pack: ReadPack of it gives
// the pack back.
func (p *Pack) YAML() []byte { return write(p.written()) }

// YAML is the topic as it stands in a file.
func (t *Topic) YAML() []byte { return write(t.written()) }

func write(part any) []byte {
	var out bytes.Buffer
	enc := yaml.NewEncoder(&out)
	enc.SetIndent(2)
	if err := enc.Encode(part); err != nil {
		panic(err) // texts, lists and maps of texts are always YAML
	}
	return out.Bytes()
}

// A writtenGroup, and what stands in it, is a part of a pack without what is empty.
type writtenGroup struct {
	Group    string         `yaml:"group"`
	Title    string         `yaml:"title"`
	Inherits []string       `yaml:"inherits,flow,omitempty"`
	Topics   []writtenTopic `yaml:"topics"`
}

type writtenTopic struct {
	ID        string                          `yaml:"id"`
	Title     string                          `yaml:"title,omitempty"`
	AppliesTo []transcript.Category           `yaml:"applies_to,flow,omitempty"`
	Tests     string                          `yaml:"tests,omitempty"`
	Strong    string                          `yaml:"strong,omitempty"`
	RedFlags  []string                        `yaml:"red_flags,omitempty"`
	Ground    string                          `yaml:"ground,omitempty"`
	FollowUp  map[Cause]string                `yaml:"follow_up,omitempty"`
	Except    map[Cause][]transcript.Category `yaml:"except,omitempty"`
	When      []string                        `yaml:"when,omitempty"`
	Off       bool                            `yaml:"off,omitempty"`
	Questions []writtenQuestion               `yaml:"questions"`
}

type writtenQuestion struct {
	ID      string                `yaml:"id"`
	Ask     string                `yaml:"ask"`
	Also    []string              `yaml:"also,omitempty"`
	Simpler string                `yaml:"simpler,omitempty"`
	Type    AnswerType            `yaml:"type"`
	Fields  []string              `yaml:"fields,flow"`
	Then    string                `yaml:"then,omitempty"`
	When    []string              `yaml:"when,omitempty"`
	Except  []transcript.Category `yaml:"except,flow,omitempty"`
	Retired bool                  `yaml:"retired,omitempty"`
}

func (p *Pack) written() writtenGroup {
	w := writtenGroup{p.Group.Group, p.Title, p.Inherits, make([]writtenTopic, len(p.Topics))}
	for i := range p.Topics {
		w.Topics[i] = p.Topics[i].written()
	}
	return w
}

func (t *Topic) written() writtenTopic {
	w := writtenTopic{
		ID: t.ID, Title: t.Title, AppliesTo: t.AppliesTo, Tests: t.Tests, Strong: t.Strong, RedFlags: t.RedFlags,
		Ground: t.Ground, FollowUp: maps.Clone(t.FollowUp), Except: maps.Clone(t.Except), When: t.When, Off: t.Off,
	}
	for cause, line := range w.FollowUp {
		if line == "" {
			w.FollowUp[cause] = none
		}
	}
	maps.DeleteFunc(w.Except, func(_ Cause, all []transcript.Category) bool { return len(all) == 0 })
	for _, q := range t.Questions {
		w.Questions = append(w.Questions, writtenQuestion{
			q.ID, q.Ask, q.Also, q.Simpler, q.Type, slices.Clip(q.Fields), q.Then, q.When, q.Except, q.Retired,
		})
	}
	return w
}
