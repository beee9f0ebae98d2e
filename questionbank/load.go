package questionbank

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"sync"
)

//go:embed bank/*.yaml
var files embed.FS

var embedded = sync.OnceValues(func() (*Bank, error) { return Load(files) })

// Embedded is the bank built into the program, loaded once.
func Embedded() (*Bank, error) { return embedded() }

// mostBytes bounds one bank file (source: our judgement; the whole built-in bank
// is 150 kB).
const mostBytes = 5 << 20

// Load reads the .yaml files of a file system, in whatever folders, as one bank:
// groups in the order of their file names. When anything is wrong the error is
// Faults with every fault of every file, or what kept a file from being read.
func Load(fsys fs.FS) (*Bank, error) {
	names, err := yamlFiles(fsys)
	if err != nil {
		return nil, fmt.Errorf("list bank files: %w", err)
	}
	texts := make([][]byte, len(names))
	sum := sha256.New()
	for i, name := range names {
		if texts[i], err = fs.ReadFile(fsys, name); err != nil {
			return nil, fmt.Errorf("read bank file: %w", err)
		}
		fmt.Fprintf(sum, "%s %d\n", path.Base(name), len(texts[i]))
		sum.Write(texts[i])
	}
	bank, faults := assemble(readAll(names, texts))
	if len(faults) > 0 {
		return nil, faults.sorted()
	}
	bank.addCommon()
	bank.Version = hex.EncodeToString(sum.Sum(nil))[:12]
	return bank, nil
}

func yamlFiles(fsys fs.FS) ([]string, error) {
	var names []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Ext(name) == ".yaml" {
			names = append(names, name)
		}
		return err
	})
	return names, err
}

// readAll reads each file on its own goroutine: taking YAML apart is most of the
// time from the start of a server to its first question.
func readAll(names []string, texts [][]byte) []*reader {
	readers := make([]*reader, len(names))
	var wait sync.WaitGroup
	for i, name := range names {
		readers[i] = &reader{file: name, places: map[any]place{}}
		wait.Go(func() { readers[i].read(texts[i]) })
	}
	wait.Wait()
	return readers
}

// assemble makes one bank of what was read and checks it as a whole.
func assemble(readers []*reader) (*Bank, Faults) {
	bank := &Bank{Common: map[Cause]string{}, questions: map[string]*Question{}, topics: map[string]*Topic{}}
	l := linter{bank: bank, places: map[any]place{}}
	for _, r := range readers {
		l.faults = append(l.faults, r.faults...)
		maps.Copy(l.places, r.places)
		maps.Copy(bank.Common, r.common)
		bank.Recipes = append(bank.Recipes, r.recipes...)
		bank.Remarks = append(bank.Remarks, r.remarks...)
		for i := range r.remarks {
			l.remarks = append(l.remarks, &r.remarks[i])
		}
		for i := range r.recipes {
			l.recipes = append(l.recipes, &r.recipes[i])
		}
		if r.group != nil {
			bank.Groups = append(bank.Groups, *r.group)
			l.groups = append(l.groups, r.group)
		}
	}
	if len(bank.Groups) == 0 && len(l.faults) == 0 {
		l.faults = append(l.faults, Fault{File: "bank", What: "no groups: a bank needs .yaml files with topics"})
	}
	l.link()
	l.lint()
	return bank, l.faults
}

// addCommon gives each topic the common follow-ups it does not word itself.
func (b *Bank) addCommon() {
	for _, t := range b.topics {
		for cause, line := range b.Common {
			if _, own := t.FollowUp[cause]; !own {
				t.FollowUp[cause] = line
			}
		}
	}
}
