package main

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

//go:embed profiles.yaml
var profilesFile []byte

// A set is what the profiles of one category or track are drawn from, as the data
// file explains it.
type set struct {
	Category  transcript.Category   `yaml:"category"`
	Like      []string              `yaml:"like"`
	Fields    map[string][]string   `yaml:"fields"`
	Together  [][]map[string]string `yaml:"together"`
	Sometimes []chance              `yaml:"sometimes"`
}

// A chance is facts that only some profiles declare.
type chance struct {
	Percent  int                 `yaml:"percent"`
	Together []map[string]string `yaml:"together"`
}

type sets map[string]*set

func readSets() (sets, error) {
	all := sets{}
	if err := strictly(profilesFile, &all); err != nil {
		return nil, fmt.Errorf("profiles.yaml: %w", err)
	}
	var faults []error
	for name, s := range all {
		for _, other := range s.Like {
			if all[other] == nil {
				faults = append(faults, fmt.Errorf("profiles.yaml: %s: like %q, which is not there", name, other))
			}
		}
	}
	return all, errors.Join(faults...)
}

// strictly reads YAML and refuses keys that nothing reads.
func strictly(text []byte, into any) error {
	d := yaml.NewDecoder(bytes.NewReader(text))
	d.KnownFields(true)
	return d.Decode(into)
}

// drawn names the sets that applicants are drawn from, in the order of the categories.
func (all sets) drawn() []string {
	var names []string
	for _, c := range transcript.Categories() {
		for _, name := range slices.Sorted(maps.Keys(all)) {
			if all[name].Category == c {
				names = append(names, name)
			}
		}
	}
	return names
}

// A person is what one applicant declared, and how they say it.
type person struct {
	category transcript.Category
	profile  transcript.Profile
	said     map[string]string   // where it differs from the form
	parts    map[string][]string // of entries that are sentences, as the script names them
}

// draw makes one profile of a set.
func (all sets) draw(name string, r *rand.Rand) (person, error) {
	typed := map[string]string{}
	all.choose(name, r, typed)
	p := person{category: all[name].Category, said: map[string]string{}}
	forms := map[string]string{}
	for path, option := range typed {
		form, said, differs := strings.Cut(option, "|")
		forms[path] = strings.TrimSpace(form)
		if differs {
			p.said[path] = strings.TrimSpace(said)
		}
	}
	var err error
	if p.profile, err = transcript.ReadProfile(forms); err != nil {
		return p, fmt.Errorf("profiles.yaml: %s: %w", name, err)
	}
	return p, nil
}

// choose takes one option of everything in the set, after those it is like.
func (all sets) choose(name string, r *rand.Rand, typed map[string]string) {
	s := all[name]
	for _, other := range s.Like {
		all.choose(other, r, typed)
	}
	for _, path := range slices.Sorted(maps.Keys(s.Fields)) {
		typed[path] = pick(r, s.Fields[path])
	}
	for _, list := range s.Together {
		maps.Copy(typed, pick(r, list))
	}
	for _, c := range s.Sometimes {
		if entry := pick(r, c.Together); r.IntN(100) < c.Percent {
			maps.Copy(typed, entry)
		}
	}
}

func pick[E any](r *rand.Rand, all []E) E { return all[r.IntN(len(all))] }
