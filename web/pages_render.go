package web

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"sync"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

//go:embed templates/*.html
var templateFiles embed.FS

// A renderer turns a view into a page. Every page is layout.html with the blocks
// of its own file; parts.html holds what several pages share.
type renderer struct {
	languages *languages
	pages     map[string]func() map[string]*template.Template // by language; then by name, made when first asked for
}

// loadRenderer parses every page and reads every language, once for the process, so
// that a fault in one shows at the start.
var loadRenderer = sync.OnceValues(newRenderer)

func newRenderer() (*renderer, error) {
	files, err := loadAssets()
	if err != nil {
		return nil, err
	}
	languages, err := loadLanguages()
	if err != nil {
		return nil, err
	}
	english := languages.english()
	pages, err := parsePages(pageFuncs(files, voiceOf(english, english, "")))
	if err != nil {
		return nil, err
	}
	r := &renderer{languages: languages, pages: map[string]func() map[string]*template.Template{}}
	for _, c := range languages.all() {
		r.pages[c.Tag.String()] = sync.OnceValue(func() map[string]*template.Template {
			said := map[string]*template.Template{}
			for name, page := range pages {
				v := voiceOf(c, english, strings.TrimSuffix(name, ".html"))
				said[name] = template.Must(page.Clone()).Funcs(pageFuncs(files, v))
			}
			return said
		})
	}
	return r, nil
}

// parsePages parses every page, by file name.
func parsePages(funcs template.FuncMap) (map[string]*template.Template, error) {
	frame, err := template.New("layout.html").Funcs(funcs).
		ParseFS(templateFiles, "templates/layout.html", "templates/parts.html")
	if err != nil {
		return nil, fmt.Errorf("page frame: %w", err)
	}
	names, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil {
		return nil, fmt.Errorf("list pages: %w", err)
	}
	pages := map[string]*template.Template{}
	for _, name := range names {
		page, err := template.Must(frame.Clone()).ParseFS(templateFiles, name)
		if err != nil {
			return nil, fmt.Errorf("page %s: %w", name, err)
		}
		pages[path.Base(name)] = page
	}
	delete(pages, "layout.html")
	delete(pages, "parts.html")
	return pages, nil
}

// A framed page is what layout.html shows: a view within the frame.
type framed struct {
	View      any
	Language  *catalogue   // of the frame
	Page      *catalogue   // of the rest
	Languages []*catalogue // to choose from
	Display   display
	Choices   []displayChoice
	Back      string // this page's address; "" where there is no request
}

// Render writes the page called name, in the language of the request.
func (r *renderer) Render(w io.Writer, name string, view any, c echo.Context) error {
	english := r.languages.english()
	f := framed{View: view, Language: english, Languages: r.languages.offered, Display: display{}, Choices: displayChoices}
	if c != nil {
		f.Display = displayOf(c.Request())
		f.Language, f.Back = languageOf(c.Request(), f.Display, r.languages), backTo(c)
	}
	f.Page = voiceOf(f.Language, english, strings.TrimSuffix(name, ".html")).page
	page, ok := r.pages[f.Language.Tag.String()]()[name]
	if !ok {
		return fmt.Errorf("render: no page %q", name)
	}
	if err := page.Execute(w, f); err != nil {
		return fmt.Errorf("render %s: %w", name, err)
	}
	return nil
}

// pageFuncs are what templates may call.
func pageFuncs(files *assets, v voice) template.FuncMap {
	return template.FuncMap{
		"static":   files.address,
		"say":      v.say,
		"texts":    v.texts,
		"moment":   v.moment,
		"day":      v.day,
		"track":    v.track,
		"category": v.category,
		"list":     func(all []string) string { return strings.Join(all, ", ") },
		"overall":  overall,
		"longDate": longDate,
		"within": func(n noteView, turn int, slug string, doors bool) placedNote {
			return placedNote{n, turn, slug, doors}
		},
	}
}

// A placedNote is a note with where it stands.
type placedNote struct {
	Note noteView
	Turn int
	Slug string // of the profile it was compared with
	Open bool   // the answer can still be corrected
}

// overall is the overall grade as text; "" when nothing could be graded, which is
// not a grade of nought.
func overall(g *transcript.Grades) string {
	if grade, ok := g.Overall.Value(); ok {
		return strconv.Itoa(grade)
	}
	return ""
}
