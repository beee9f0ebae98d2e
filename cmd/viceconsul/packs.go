package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/store/postgres"
	"github.com/viceconsul/viceconsul/interview/store/sqlite"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/questionbank/vectors"
)

// packPlace says where imported packs are: in the server's store.
type packPlace struct {
	Data        string `help:"Directory of the embedded store, with the packs." env:"VICECONSUL_DATA" type:"path" placeholder:"DIR"`
	DatabaseURL string `help:"Postgres with the packs, in place of the embedded store." env:"DATABASE_URL" placeholder:"URL"`
}

// open opens the store.
func (p packPlace) open(ctx context.Context) (store.Store, error) {
	if p.DatabaseURL != "" {
		return postgres.Open(ctx, p.DatabaseURL)
	}
	dir, err := p.dir()
	if err != nil {
		return nil, err
	}
	return sqlite.Open(ctx, dir)
}

func (p packPlace) dir() (string, error) {
	if p.Data != "" {
		return p.Data, nil
	}
	dir, err := dataDir()
	if err != nil {
		err = fmt.Errorf("%w: %w", errUnusable, err)
	}
	return dir, err
}

// bank is the built-in bank with the packs that are there. To look makes no store.
func (p packPlace) bank(ctx context.Context) (*questionbank.Bank, error) {
	if p.DatabaseURL == "" {
		dir, err := p.dir()
		if err != nil {
			return questionbank.Embedded() // nowhere for packs to be
		}
		if _, err := os.Stat(filepath.Join(dir, sqlite.File)); errors.Is(err, os.ErrNotExist) {
			return questionbank.Embedded()
		}
	}
	db, err := p.open(ctx)
	if err != nil {
		return nil, err
	}
	bank, err := storedBank(ctx, db)
	return bank, errors.Join(err, db.Close())
}

// storedBank is the built-in bank with the packs of a store.
func storedBank(ctx context.Context, packs store.Packs) (*questionbank.Bank, error) {
	stored, err := packs.Packs(ctx, store.Local)
	if err != nil {
		return nil, err
	}
	return bankWith(stored)
}

// bankWith is the built-in bank with packs as they were stored.
func bankWith(stored []store.Pack) (*questionbank.Bank, error) {
	bank, err := questionbank.Embedded()
	if err != nil {
		return nil, err
	}
	for _, s := range stored {
		pack, err := readStored(bank, s)
		if err != nil {
			return nil, fmt.Errorf("pack %s does not stand beside this version's bank; import it again:\n%w", s.Name, err)
		}
		bank = bank.With(pack)
	}
	return bank, nil
}

func readStored(bank *questionbank.Bank, s store.Pack) (*questionbank.Pack, error) {
	return bank.ReadPack(s.Name+".yaml", s.Body, nil)
}

type bankImport struct {
	File string `arg:"" help:"Pack as .yaml, or spreadsheet saved as .csv." type:"existingfile"`

	Model modelFlags `embed:"" prefix:"model-"`
}

// Run stores the pack, all of it or nothing.
func (b bankImport) Run(ctx context.Context, s streams, c *bankCommand) (err error) {
	text, err := os.ReadFile(b.File)
	if err != nil {
		return fmt.Errorf("%w: %w", errUnusable, err)
	}
	db, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	packs, err := db.Packs(ctx, store.Local)
	if err != nil {
		return err
	}
	pack, before, bank, err := readBeside(b.File, text, packs)
	if err != nil {
		return named(s, err)
	}
	asked, retired := pack.Count()
	if before.Hash == pack.Version() {
		_, err = fmt.Fprintf(s.out, "%s is unchanged: version %d, %d questions, %d retired\n", before.Name, before.Version, asked, retired)
	} else {
		err = b.save(ctx, s, db, pack, before.Version+1)
	}
	if err != nil {
		return err
	}
	return b.embed(ctx, s, db, bank.With(pack))
}

// readBeside reads a pack for the bank with all stored packs but its own earlier
// version, which it returns as well; its Version is 0 when there is none.
func readBeside(file string, text []byte, packs []store.Pack) (*questionbank.Pack, store.Pack, *questionbank.Bank, error) {
	name := questionbank.PackName(file, text)
	var before store.Pack
	if i := slices.IndexFunc(packs, func(p store.Pack) bool { return p.Name == name }); i >= 0 {
		before = packs[i]
		packs = slices.Delete(slices.Clone(packs), i, i+1)
	}
	bank, err := bankWith(packs)
	if err != nil {
		return nil, before, nil, err
	}
	var old *questionbank.Pack
	if before.Version > 0 {
		if old, err = readStored(bank, before); err != nil {
			return nil, before, nil, fmt.Errorf("read the version imported before: %w", err)
		}
	}
	pack, err := bank.ReadPack(file, text, old)
	return pack, before, bank, err
}

func (b bankImport) save(ctx context.Context, s streams, db store.Store, pack *questionbank.Pack, version int) error {
	err := db.SavePack(ctx, store.Pack{
		Tenant: store.Local, Name: pack.Group.Group, Version: version, Hash: pack.Version(), Body: pack.YAML(),
		Imported: time.Now().UTC().Truncate(time.Microsecond),
	})
	if errors.Is(err, store.ErrConflict) {
		return fmt.Errorf("another import of %s came first: import again", pack.Group.Group)
	}
	if err != nil {
		return err
	}
	asked, retired := pack.Count()
	_, err = fmt.Fprintf(s.out, "imported %s, version %d: %d questions, %d retired; a running server takes it up when it starts again\n",
		pack.Group.Group, version, asked, retired)
	return err
}

// embed brings the vectors of the bank up to date, where the store keeps some.
func (b bankImport) embed(ctx context.Context, s streams, db store.Store, bank *questionbank.Bank) error {
	search, err := b.Model.search(ctx, b.Model.shelf(db), bank)
	if err != nil || search == nil {
		return err
	}
	embedded, err := search.Sync(ctx)
	if errors.Is(err, vectors.ErrHeld) {
		_, err = fmt.Fprintln(s.out, "another process is embedding the bank; the server goes on when it starts again")
		return err
	}
	if err != nil {
		return fmt.Errorf("the pack is stored, but not all of it is embedded (import it again to go on): %w", err)
	}
	_, err = fmt.Fprintf(s.out, "%d wordings embedded\n", embedded)
	return err
}

type bankExport struct {
	Pack   string `arg:"" help:"Name of the pack."`
	Format string `help:"yaml or csv." enum:"yaml,csv" default:"yaml"`
}

// Run writes the newest version of the pack.
func (b bankExport) Run(ctx context.Context, s streams, c *bankCommand) (err error) {
	db, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	packs, err := db.Packs(ctx, store.Local)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(packs, func(p store.Pack) bool { return p.Name == b.Pack })
	if i < 0 {
		return fmt.Errorf("%w: no pack %q has been imported", errUnusable, b.Pack)
	}
	text := packs[i].Body
	if b.Format == "csv" {
		bank, err := bankWith(slices.Delete(slices.Clone(packs), i, i+1))
		if err != nil {
			return err
		}
		pack, err := readStored(bank, packs[i])
		if err != nil {
			return err
		}
		text = pack.CSV()
	}
	_, err = s.out.Write(text)
	return err
}
