package web

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestStaticFiles(t *testing.T) {
	v := visit(t)
	files, err := loadAssets()
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range files.files {
		r := v.house.send(t, "GET", files.prefix+name, "", "Accept-Encoding: gzip")
		if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != file.mediaType || !strings.Contains(r.Header.Get("Cache-Control"), "immutable") {
			t.Errorf("%s: status %d, %s, %s", name, r.StatusCode, r.Header.Get("Content-Type"), r.Header.Get("Cache-Control"))
		}
		plain, err := gzip.NewReader(bytes.NewReader(r.body))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got, err := io.ReadAll(plain); err != nil || !bytes.Equal(got, file.plain) {
			t.Errorf("%s: gzip holds other bytes (%v)", name, err)
		}
	}
	for _, path := range []string{"/static/0000000000000000/room.js", files.prefix, files.prefix + "package.json", files.prefix + "tests/kept.test.js",
		files.prefix + "..%2fpages_static.go", files.prefix + "../templates/layout.html", "/static/room.js"} {
		if r := v.house.send(t, "GET", path, ""); r.StatusCode != http.StatusNotFound {
			t.Errorf("GET %s: status %d, want 404", path, r.StatusCode)
		}
	}
}

// The room's script is at most 40 kB, and everything before the first question at
// most 100 kB in 12 requests (source: our targets for a slow phone). Voice comes when
// somebody wants it.
func TestRoomWeight(t *testing.T) {
	v := visit(t)
	v.post("/profile/f1", v.fill("f1", actionSample, nil))
	room := v.redirected(v.post("/profile/f1", v.fill("f1", actionBegin, nil)), "/interviews/")
	files, err := loadAssets()
	if err != nil {
		t.Fatal(err)
	}
	page := v.get(room)
	var names []string
	for _, n := range page.all("link", "script", "img") {
		names = append(names, strings.TrimPrefix(value(n, "href")+value(n, "src"), files.prefix))
	}
	slices.Sort(names)
	names = slices.Compact(names)
	script, all := 0, 0
	for _, name := range names {
		size := len(files.files[name].gzipped())
		all += size
		if strings.HasSuffix(name, ".js") {
			script += size
		}
	}
	voice := script
	for _, name := range []string{"voice.js", "browser.js", "browserear.js", "check.js", "doubts.js", "microphone.js", "readiness.js", "readyview.js", "recording.js", "sound.js", "spoken.js", "spokenview.js"} {
		voice += len(files.files[name].gzipped())
	}
	if t.Logf("with voice: %d bytes of script", voice); voice > 40_000 {
		t.Errorf("the room weighs %d bytes of script with voice, at most 40,000", voice)
	}
	requests := len(names) + 2 // the page and the socket
	t.Logf("room: %d bytes of script, %d bytes of files, %d requests: %v", script, all, requests, names)
	if script > 40_000 || all > 100_000 || requests > 12 {
		t.Errorf("the room weighs %d bytes of script, %d in all, %d requests; at most 40,000, 100,000 and 12", script, all, requests)
	}
}

// Modules import only files that the page names beforehand, so that none is
// fetched late.
func TestRoomModulesAreAllNamed(t *testing.T) {
	files, err := loadAssets()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append([]string{"room.js"}, roomModules...) {
		for line := range strings.Lines(string(files.files[name].plain)) {
			_, from, imports := strings.Cut(line, ` from "./`)
			module, _, _ := strings.Cut(from, `"`)
			if imports && strings.HasPrefix(line, "import") && !slices.Contains(roomModules, module) {
				t.Errorf("%s imports %s, which the page does not name", name, module)
			}
		}
	}
}

// Who chose dark here sees what a dark device sees, and who asked for more contrast too.
func TestThemeSetsAgree(t *testing.T) {
	body, err := os.ReadFile("static/theme.css")
	if err != nil {
		t.Fatal(err)
	}
	set := func(selector string) []string {
		_, after, found := strings.Cut(string(body), selector+" {")
		if !found {
			t.Fatalf("no set %q", selector)
		}
		inside, _, _ := strings.Cut(after, "}")
		var lines []string
		for line := range strings.Lines(inside) {
			if line = strings.TrimSpace(line); strings.HasPrefix(line, "--") {
				lines = append(lines, line)
			}
		}
		return lines
	}
	_, contrast, _ := strings.Cut(string(body), "prefers-contrast: more")
	device, chosen := set(`:root:not([data-theme="light"])`), set(`:root[data-theme="dark"]`)
	if len(device) == 0 || !slices.Equal(device, chosen) {
		t.Errorf("the dark sets differ:\n%q\n%q", device, chosen)
	}
	body = []byte(contrast)
	device, chosen = set("  :root:root"), set(`:root[data-contrast="more"]`)
	if len(device) == 0 || !slices.Equal(device, chosen) {
		t.Errorf("the contrast sets differ:\n%q\n%q", device, chosen)
	}
}
