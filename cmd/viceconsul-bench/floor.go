package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/google/uuid"
	"github.com/gorilla/websocket"
	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/store/postgres"
	"github.com/viceconsul/viceconsul/interview/store/sqlite"
)

// floorTurns is how many turns a floor interview has: about what a rehearsal has.
const floorTurns = 8

// serveFloor serves the bare server until the context ends or SIGTERM comes.
func serveFloor(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("floor", flag.ContinueOnError)
	data := flags.String("data", "", "directory of the embedded store")
	if err := flags.Parse(args); err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM)
	defer stop()
	db, err := openStore(ctx, *data)
	if err != nil {
		return err
	}
	defer db.Close()
	e := echo.New()
	f := floor{log: db}
	e.POST("/api/v1/interviews", f.start)
	e.GET("/socket/:id", f.socket)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Printf("floor is ready: http://%s\n", listener.Addr())
	server := &http.Server{Handler: e, ReadHeaderTimeout: 5 * time.Second}
	go func() {
		<-ctx.Done()
		server.Close()
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func openStore(ctx context.Context, data string) (store.Store, error) {
	if url := os.Getenv("DATABASE_URL"); url != "" {
		return postgres.Open(ctx, url)
	}
	return sqlite.Open(ctx, data)
}

// A line is what the floor says.
type line struct {
	Type   string `json:"type"`
	Offset int64  `json:"offset"`
	Turn   int    `json:"turn,omitempty"`
	ID     string `json:"id,omitempty"`
	Text   string `json:"text,omitempty"`
}

// A floor stores each answer durably and asks a canned question.
type floor struct{ log store.Log }

func (f floor) start(c echo.Context) error {
	id := uuid.Must(uuid.NewV7()).String()
	now := time.Now().UTC()
	head := store.Interview{Tenant: store.Local, ID: id, Applicant: id, Category: "F1", Epoch: 1, Created: now, Active: now}
	err := f.log.Create(c.Request().Context(), head, []store.Event{{Offset: 1, Name: "started", At: now, Body: []byte("{}")}})
	if err != nil {
		return err
	}
	return c.JSON(http.StatusCreated, map[string]string{"id": id, "socket": "/socket/" + id, "token": "none"})
}

var upgrader = websocket.Upgrader{Subprotocols: []string{"viceconsul.v1"}, ReadBufferSize: 1024, WriteBufferSize: 1024}

func (f floor) socket(c echo.Context) error {
	conn, err := upgrader.Upgrade(c.Response(), c.Request(), nil)
	if err != nil {
		return err
	}
	defer conn.Close()
	ctx, id := c.Request().Context(), c.Param("id")
	head, err := f.log.Take(ctx, store.Local, id)
	if err != nil {
		return err
	}
	if _, _, err := conn.ReadMessage(); err != nil {
		return nil
	}
	if err := conn.WriteJSON(line{Type: "welcome", Offset: 1}); err != nil {
		return nil
	}
	for turn := 1; ; turn++ {
		var a answer
		if err := conn.ReadJSON(&a); err != nil {
			return nil
		}
		body, err := json.Marshal(a)
		if err != nil {
			return err
		}
		event := store.Event{Offset: int64(turn) + 1, Name: "answered", Turn: turn, Client: a.ID, At: time.Now().UTC(), Body: body}
		if err := f.log.Append(ctx, store.Append{Tenant: store.Local, ID: id, Fence: head.Fence, Events: []store.Event{event}}); err != nil {
			return err
		}
		if err := conn.WriteJSON(line{Type: "ack", Offset: event.Offset, Turn: turn, ID: a.ID}); err != nil {
			return nil
		}
		next := line{Type: "question", Offset: event.Offset, Turn: turn + 1, Text: "Who is paying for your studies?"}
		if turn == floorTurns {
			next = line{Type: "graded", Offset: event.Offset}
		}
		if err := conn.WriteJSON(next); err != nil || turn == floorTurns {
			return nil
		}
	}
}
