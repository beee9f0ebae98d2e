package web

import (
	"bytes"
	"encoding/json"
	"image/png"
	"net/http"
	"strconv"
	"strings"
	"testing"
)

// The worker keeps files and a page that are there, and none that is about anybody.
func TestWorkerKeepsTheShell(t *testing.T) {
	v := visit(t)
	r := v.house.send(t, "GET", "/worker.js", "", v.headers()...)
	if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != mediaTypes[".js"] || r.Header.Get("Cache-Control") != "no-cache" {
		t.Fatalf("status %d, %s, %s", r.StatusCode, r.Header.Get("Content-Type"), r.Header.Get("Cache-Control"))
	}
	list, rest, _ := strings.Cut(strings.TrimPrefix(string(r.body), "const shell = "), "\n")
	var kept shell
	if err := json.Unmarshal([]byte(list), &kept); err != nil {
		t.Fatalf("shell %s: %v", list, err)
	}
	if !strings.Contains(rest, "addEventListener(\"fetch\"") {
		t.Error("the worker does nothing")
	}
	files, err := loadAssets()
	if err != nil {
		t.Fatal(err)
	}
	if kept.Name != "viceconsul"+files.prefix {
		t.Errorf("the shell is called %q, want it named by the content of the files, %q", kept.Name, files.prefix)
	}
	for _, address := range kept.Files {
		if !strings.HasPrefix(address, "/static/") {
			t.Errorf("the worker keeps %s, which is no static file", address)
		}
		if r := v.house.send(t, "GET", address, ""); r.StatusCode != http.StatusOK {
			t.Errorf("%s: status %d", address, r.StatusCode)
		}
	}
	page := v.get(kept.Page)
	for _, n := range page.all("link", "script", "img") {
		if address := value(n, "href") + value(n, "src"); !strings.Contains(list, address) && !strings.HasSuffix(address, "say.js") {
			t.Errorf("the kept page asks for %s, which is not kept", address)
		}
	}
}

func TestManifest(t *testing.T) {
	v := visit(t)
	v.language = "ar"
	r := v.house.send(t, "GET", "/manifest.webmanifest", "", v.headers()...)
	var m manifest
	if err := json.Unmarshal(r.body, &m); err != nil || r.Header.Get("Content-Type") != "application/manifest+json" {
		t.Fatalf("%s %s: %v", r.Header.Get("Content-Type"), r.body, err)
	}
	if m.Lang != "ar" || m.Dir != "rtl" || m.Start != "/" || m.Scope != "/" || m.Display != "standalone" {
		t.Errorf("manifest %+v", m)
	}
	purposes := map[string]bool{}
	for _, i := range m.Icons {
		r := v.house.send(t, "GET", i.Source, "")
		if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != i.Type {
			t.Errorf("%s: status %d, %s", i.Source, r.StatusCode, r.Header.Get("Content-Type"))
		}
		if i.Type != "image/png" {
			continue
		}
		size, err := png.DecodeConfig(bytes.NewReader(r.body))
		if err != nil {
			t.Errorf("%s: %v", i.Source, err)
		}
		if side := strconv.Itoa(size.Width); i.Sizes != side+"x"+side || size.Width != size.Height {
			t.Errorf("%s is %d x %d, said to be %s", i.Source, size.Width, size.Height, i.Sizes)
		}
		purposes[i.Sizes+i.Purpose] = true
	}
	for _, want := range []string{"192x192", "512x512", "512x512maskable"} {
		if !purposes[want] {
			t.Errorf("no icon of %s", want)
		}
	}
}
