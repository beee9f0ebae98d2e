package web

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"

	"github.com/labstack/echo/v4"
)

// The server can be kept as an app: a manifest names it, and a worker keeps the shell
// in the browser, which opens without a network and says so. The shell is the frame, the
// room's code and one page; never what somebody wrote or was answered.

// shellFiles are kept beside the page that is shown offline.
var shellFiles = slices.Concat([]string{"frame.css", "icon.svg", "offline.js", "room.css", "room.js"}, roomModules)

// workerScript is what the worker does; what it keeps is written before it.
//
//go:embed worker/worker.js
var workerScript []byte

// A shell is what the worker keeps. Its name changes with the content of any file.
type shell struct {
	Name  string   `json:"name"`
	Page  string   `json:"page"` // shown in the place of one that does not arrive
	Files []string `json:"files"`
}

// sendWorker serves the worker. Its address stays and it is asked for anew each time, so
// that a browser never holds on to an old one.
func (s *Server) sendWorker(c echo.Context) error {
	all, err := loadAssets()
	if err != nil {
		return err
	}
	kept := shell{Name: "viceconsul" + all.prefix, Page: offlinePath}
	for _, name := range shellFiles {
		address, err := all.address(name)
		if err != nil {
			return err
		}
		kept.Files = append(kept.Files, address)
	}
	list, err := json.Marshal(kept)
	if err != nil {
		return fmt.Errorf("shell: %w", err)
	}
	c.Response().Header().Set("Cache-Control", "no-cache")
	return c.Blob(http.StatusOK, mediaTypes[".js"], slices.Concat([]byte("const shell = "), list, []byte("\n\n"), workerScript))
}

const offlinePath = "/offline"

// showOffline is the page the worker keeps. It knows nobody.
func (s *Server) showOffline(c echo.Context) error {
	return c.Render(http.StatusOK, "offline.html", nil)
}

// A manifest is how an app is called and drawn (W3C, Web Application Manifest).
type manifest struct {
	Name        string `json:"name"`
	ShortName   string `json:"short_name"`
	Description string `json:"description"`
	Lang        string `json:"lang"`
	Dir         string `json:"dir"`
	ID          string `json:"id"`
	Start       string `json:"start_url"`
	Scope       string `json:"scope"`
	Display     string `json:"display"`
	Theme       string `json:"theme_color"`
	Background  string `json:"background_color"`
	Icons       []icon `json:"icons"`
}

type icon struct {
	Source  string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose,omitempty"`
}

// sendManifest serves it in the language of the request.
func (s *Server) sendManifest(c echo.Context) error {
	languages, err := loadLanguages()
	if err != nil {
		return err
	}
	files, err := loadAssets()
	if err != nil {
		return err
	}
	spoken := languageOf(c.Request(), displayOf(c.Request()), languages)
	description, err := spoken.say("start.title")
	if err != nil {
		return err
	}
	m := manifest{
		Name: "viceconsul", ShortName: "viceconsul", Description: description, Lang: spoken.Tag.String(), Dir: spoken.Direction,
		ID: "/", Start: "/", Scope: "/", Display: "standalone", Theme: "#0d4f66", Background: "#f5f3ec",
		Icons: []icon{
			{files.prefix + "icon.svg", "any", "image/svg+xml", ""},
			{files.prefix + "icon-192.png", "192x192", "image/png", ""},
			{files.prefix + "icon-512.png", "512x512", "image/png", ""},
			{files.prefix + "icon-maskable-512.png", "512x512", "image/png", "maskable"},
		},
	}
	body, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("manifest: %w", err)
	}
	return c.Blob(http.StatusOK, "application/manifest+json", body)
}
