package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/labstack/echo/v4"
)

// Tests of the scripts stand in static/tests and are not part of the binary.
//
//go:embed static/*.css static/*.js static/*.svg static/*.png
var staticFiles embed.FS

// mediaTypes are the kinds of file served, by ending. The machine's own table is
// not asked: it differs between machines, and a browser refuses a module that is
// not called JavaScript.
var mediaTypes = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
	".png": "image/png",
}

// assets are the files a browser fetches beside a page. They share one address
// prefix made from the content of all of them, so that modules find one another
// by relative names and nothing old is ever mixed with new.
type assets struct {
	prefix string // "/static/0f3a…/"
	files  map[string]asset
}

type asset struct {
	mediaType string
	plain     []byte
	gzipped   func() []byte // at the best level, since it is made once, when first asked for
}

// loadAssets reads the embedded files, once for the process.
var loadAssets = sync.OnceValues(func() (*assets, error) { return readAssets(staticFiles) })

func readAssets(from fs.FS) (*assets, error) {
	names, err := fs.Glob(from, "static/*")
	if err != nil {
		return nil, fmt.Errorf("list static files: %w", err)
	}
	sum := sha256.New()
	all := &assets{files: map[string]asset{}}
	for _, name := range names {
		plain, err := fs.ReadFile(from, name)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		mediaType, ok := mediaTypes[path.Ext(name)]
		if !ok {
			return nil, fmt.Errorf("static file %s: no media type for %q", name, path.Ext(name))
		}
		fmt.Fprintf(sum, "%s %d\n%s", name, len(plain), plain)
		all.files[path.Base(name)] = asset{mediaType: mediaType, plain: plain, gzipped: sync.OnceValue(func() []byte { return compressed(plain) })}
	}
	all.join("frame.css", "theme.css")
	all.prefix = "/static/" + hex.EncodeToString(sum.Sum(nil))[:16] + "/"
	return all, nil
}

// join serves the file called first in front of the other, under the other's name, so
// that every page asks for one less.
func (a *assets) join(name, first string) {
	plain := slices.Concat(a.files[first].plain, a.files[name].plain)
	a.files[name] = asset{mediaType: a.files[name].mediaType, plain: plain, gzipped: sync.OnceValue(func() []byte { return compressed(plain) })}
	delete(a.files, first)
}

// compressed writes to memory at a level that exists, so only a bug makes it fail.
func compressed(plain []byte) []byte {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err == nil {
		_, err = w.Write(plain)
	}
	if err = errors.Join(err, w.Close()); err != nil {
		panic("web: compress a static file: " + err.Error())
	}
	return out.Bytes()
}

// address is where a browser finds the file.
func (a *assets) address(name string) (string, error) {
	if _, ok := a.files[name]; !ok {
		return "", fmt.Errorf("no static file %q", name)
	}
	return a.prefix + name, nil
}

// static sends one embedded file. The address changes with the content, so a
// browser may keep it for a year.
func (s *Server) static(c echo.Context) error {
	all, err := loadAssets()
	if err != nil {
		return err
	}
	file, ok := all.files[c.Param("*")]
	if !ok || "/static/"+c.Param("hash")+"/" != all.prefix {
		return echo.ErrNotFound
	}
	header := c.Response().Header()
	header.Set("Cache-Control", "public, max-age=31536000, immutable")
	header.Set("Vary", "Accept-Encoding")
	body := file.plain
	if strings.Contains(c.Request().Header.Get("Accept-Encoding"), "gzip") {
		header.Set("Content-Encoding", "gzip")
		body = file.gzipped()
	}
	return c.Blob(http.StatusOK, file.mediaType, body)
}
