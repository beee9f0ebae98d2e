package web

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"strconv"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

//go:embed templates/*.html
var templateFiles embed.FS

// A renderer turns a view into a page. Every page is layout.html with the blocks
// of its own file; parts.html holds what several pages share.
type renderer struct {
	pages map[string]*template.Template
}

// newRenderer parses every page, so that a fault in one shows at the start.
func newRenderer() (echo.Renderer, error) {
	files, err := loadAssets()
	if err != nil {
		return nil, err
	}
	frame, err := template.New("layout.html").Funcs(pageFuncs(files)).
		ParseFS(templateFiles, "templates/layout.html", "templates/parts.html")
	if err != nil {
		return nil, fmt.Errorf("page frame: %w", err)
	}
	names, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil {
		return nil, fmt.Errorf("list pages: %w", err)
	}
	r := &renderer{pages: map[string]*template.Template{}}
	for _, name := range names {
		page, err := template.Must(frame.Clone()).ParseFS(templateFiles, name)
		if err != nil {
			return nil, fmt.Errorf("page %s: %w", name, err)
		}
		r.pages[path.Base(name)] = page
	}
	delete(r.pages, "layout.html")
	delete(r.pages, "parts.html")
	return r, nil
}

// Render writes the page called name.
func (r *renderer) Render(w io.Writer, name string, view any, _ echo.Context) error {
	page, ok := r.pages[name]
	if !ok {
		return fmt.Errorf("render: no page %q", name)
	}
	if err := page.Execute(w, view); err != nil {
		return fmt.Errorf("render %s: %w", name, err)
	}
	return nil
}

// pageFuncs are what templates may call.
func pageFuncs(files *assets) template.FuncMap {
	return template.FuncMap{
		"static":   files.address,
		"overall":  overall,
		"longDate": longDate,
		"within":   func(n noteView, turn int, slug string) placedNote { return placedNote{n, turn, slug} },
	}
}

// A placedNote is a note with where it stands.
type placedNote struct {
	Note noteView
	Turn int
	Slug string // of the profile it was compared with
}

// overall is the overall grade as text; "" when nothing could be graded, which is
// not a grade of nought.
func overall(g *transcript.Grades) string {
	if grade, ok := g.Overall.Value(); ok {
		return strconv.Itoa(grade)
	}
	return ""
}
