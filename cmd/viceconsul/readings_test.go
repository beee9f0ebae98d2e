package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/viceconsul/viceconsul/interview/openai/standin"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/store/sqlite"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// once replies when it may, and not at all to who has gone by then.
func once(may <-chan struct{}, reply standin.Reply) standin.Reply {
	return func(w http.ResponseWriter, r *http.Request, c *standin.Call) {
		select {
		case <-may:
			reply(w, r, c)
		case <-r.Context().Done():
		}
	}
}

// A server that is killed while a model reads, again and again, loses no second reading
// and stores none twice.
func TestKilledServerReadsEachOnce(t *testing.T) {
	for name, env := range stores() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			may, heard := make(chan struct{}), make(chan struct{}, 1000) // a hearing is replied to; its reply is out
			proposes := standin.Proposes(func(*standin.Call, standin.Exchange) standin.Proposal { return standin.Proposal{} })
			s := standin.New(t, func(c *standin.Call) standin.Reply {
				if !c.Schema {
					return standin.SaysOf(politely)
				}
				return once(may, func(w http.ResponseWriter, r *http.Request, c *standin.Call) {
					proposes(w, r, c)
					heard <- struct{}{}
				})
			})
			environment := append(env(t), "OPENAI_BASE_URL="+s.URL(), "VICECONSUL_LIMIT_INTERVIEWS=100000")
			server := newServer(t, environment...)
			ids := rehearseMany(t, server.address, 8)
			for kill := range 3 {
				replies := 1 + rand.IntN(4) // each is heard twice, and stored after the second time
				for range replies {
					may <- struct{}{}
					<-heard
				}
				t.Logf("kill %d, after %d replies", kill+1, replies)
				server.kill()
				passTime(t, environment)
				server.start()
			}
			close(may)
			db := openStore(t, environment)
			for _, id := range ids {
				readOnce(t, db, id)
			}
		})
	}
}

// rehearseMany holds interviews of a few answers to their ends, all at once.
func rehearseMany(t *testing.T, address string, many int) (ids []string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var mu sync.Mutex
	var group sync.WaitGroup
	for n := range many {
		group.Go(func() {
			r, err := rehearseOnce(ctx, address, fmt.Sprint("applicant ", n))
			if err != nil {
				t.Errorf("applicant %d: %v", n, err)
				return
			}
			mu.Lock()
			defer mu.Unlock()
			ids = append(ids, r.id)
		})
	}
	group.Wait()
	return ids
}

// passTime has the attempts of a dead server be as old as they are after a while, in the
// place of waiting for it.
func passTime(t *testing.T, environment []string) {
	t.Helper()
	for _, e := range environment {
		if address, ok := strings.CutPrefix(e, "DATABASE_URL="); ok && address != "" {
			conn, err := pgx.Connect(t.Context(), address)
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close(t.Context())
			if _, err := conn.Exec(t.Context(), `UPDATE river_job SET attempted_at = attempted_at - interval '1 hour' WHERE state = 'running'`); err != nil {
				t.Fatal(err)
			}
		}
		if dir, ok := strings.CutPrefix(e, "VICECONSUL_DATA="); ok && dir != "" {
			db, err := sql.Open("sqlite", filepath.Join(dir, sqlite.File))
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			if _, err := db.ExecContext(t.Context(), `UPDATE readings SET due_at = 0`); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// readOnce waits for an interview's second reading and checks that there is one.
func readOnce(t *testing.T, db store.Store, id string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	tick := time.NewTicker(200 * time.Millisecond)
	defer tick.Stop()
	for {
		all, err := db.Revisions(ctx, store.Local, id)
		if err != nil {
			t.Fatalf("interview %s was not read: %v", id, err)
		}
		if len(all) > 1 {
			break
		}
		<-tick.C
	}
	all, err := db.Revisions(ctx, store.Local, id)
	if err != nil || len(all) != 2 || all[1].Cause != store.Model {
		t.Errorf("interview %s has the revisions %+v, %v; want the rules' and one by the model", id, all, err)
	}
	body, err := db.Sealed(ctx, store.Local, id)
	if err != nil {
		t.Fatal(err)
	}
	read, err := transcript.ReadTranscript(body)
	if err != nil || read.Grader.Mode != transcript.ByModel || read.Cost == nil || read.Cost.Calls == 0 {
		t.Errorf("interview %s: graded by %+v at %+v, %v", id, read.Grader, read.Cost, err)
	}
}

// In a plain interview on a server with a model nothing is sent: not while it is held, not
// after it was graded, not when it is graded again. Not so much as a connection is opened.
func TestPlainInterviewIsNotRead(t *testing.T) {
	t.Parallel()
	s := standin.New(t, standin.Always(standin.SaysOf(politely)))
	environment := append(stores()["sqlite"](t), "OPENAI_BASE_URL="+s.URL())
	server := newServer(t, environment...)
	c := &client{server: server.address}
	if err := c.start(t.Context(), order{Category: "F-1", Officer: &officerOrder{Plain: true}}); err != nil {
		t.Fatal(err)
	}
	lines := make(chan string)
	go func() {
		defer close(lines)
		for range 3 {
			lines <- "My father pays."
		}
	}()
	r := rehearsal{client: c, streams: streams{out: new(strings.Builder), err: new(strings.Builder)}, lines: lines}
	if _, err := r.hold(t.Context()); err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), "POST", server.address+"/api/v1/interviews/"+c.id+"/regrade", nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+c.token)
	reply, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer reply.Body.Close()
	var shown struct {
		Revision int
		Reading  bool
	}
	if err := json.NewDecoder(reply.Body).Decode(&shown); err != nil || reply.StatusCode != http.StatusOK || shown.Revision != 1 || shown.Reading {
		t.Errorf("graded again: %d, %+v, %v; want revision 1 and nothing more", reply.StatusCode, shown, err)
	}
	server.kill()
	db := openStore(t, environment)
	if newest, err := db.Revision(t.Context(), store.Local, c.id, 0); err != nil || newest.Due {
		t.Errorf("the transcript is due to be read: %t, %v", newest.Due, err)
	}
	if n := s.Opened(); n != 0 {
		t.Errorf("%d connections to the endpoint", n)
	}
}
