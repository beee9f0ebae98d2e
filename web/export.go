package web

import (
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/program"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// Export writes a transcript as "json", "jsonl", "text", "markdown", "html" or
// "pdf". The last four are for people: the outcome first, then the grades, then
// each turn with what was seen in it. The same transcript gives the same bytes.
// The error wraps transcript.ErrInvalid when there is no such format.
func Export(w io.Writer, t transcript.Transcript, format string) error {
	switch format {
	case "json":
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return encode(e, t)
	case "jsonl":
		return encode(json.NewEncoder(w), t)
	case "text":
		return writeText(w, reportOf(t))
	case "markdown":
		return writeMarkdown(w, reportOf(t))
	case "html":
		return writeHTML(w, reportOf(t))
	case "pdf":
		return writePDF(w, reportOf(t))
	}
	return fmt.Errorf("%w: format %q is not one of json, jsonl, text, markdown, html, pdf", transcript.ErrInvalid, format)
}

func encode(e *json.Encoder, t transcript.Transcript) error {
	e.SetEscapeHTML(false)
	if err := e.Encode(t); err != nil {
		return fmt.Errorf("export transcript: %w", err)
	}
	return nil
}

// A form is a way in which a transcript can be fetched.
type form struct {
	format, suffix, media string
}

var forms = []form{
	{"json", "json", "application/json"},
	{"markdown", "md", "text/markdown"},
	{"html", "html", "text/html"},
	{"pdf", "pdf", "application/pdf"},
}

// sendTranscript answers with the graded transcript in the form that the address
// or the Accept header asks for.
func (s *Server) sendTranscript(c echo.Context) error {
	chosen, err := chooseForm(c)
	if err != nil {
		return err
	}
	iv, err := s.owned(c, program.Export)
	if err != nil {
		return err
	}
	if !iv.Sealed {
		return errNotGraded
	}
	sealed, err := s.store.Sealed(c.Request().Context(), iv.Tenant, iv.ID)
	if err != nil {
		return fmt.Errorf("transcript of interview %s: %w", iv.ID, err)
	}
	if chosen.format == "pdf" { // a twentieth of a second of one core, for the fonts
		if err := s.spend(c); err != nil {
			return err
		}
	}
	h := c.Response().Header()
	h.Set("Vary", "Accept")
	if chosen.format == "json" {
		return c.Blob(http.StatusOK, chosen.media, sealed) // byte for byte, as its hash was made
	}
	var t transcript.Transcript
	if err := json.Unmarshal(sealed, &t); err != nil {
		return fmt.Errorf("transcript of interview %s: %w", iv.ID, err)
	}
	h.Set("Content-Type", mime.FormatMediaType(chosen.media, map[string]string{"charset": "utf-8"}))
	h.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", "practice-interview-"+strings.ToLower(t.Category.Visa())+"."+chosen.suffix))
	return Export(c.Response(), t, chosen.format)
}

// chooseForm reads the form from the address' suffix, else from Accept.
func chooseForm(c echo.Context) (form, error) {
	for _, x := range forms {
		if strings.HasSuffix(c.Path(), "/transcript."+x.suffix) {
			return x, nil
		}
	}
	accept := c.Request().Header.Get("Accept")
	if accept == "" {
		return forms[0], nil
	}
	best, weight := form{}, 0.0
	for _, x := range forms {
		if q := quality(accept, x.media); q > weight {
			best, weight = x, q
		}
	}
	if weight == 0 {
		return form{}, errNotAcceptable
	}
	return best, nil
}

// quality is how much an Accept header likes a media type, from 0 (not) to 1: the
// weight of the most specific range that covers it (RFC 9110, section 12.5.1).
func quality(accept, media string) float64 {
	kind, _, _ := strings.Cut(media, "/")
	weight, depth := 0.0, 0
	for part := range strings.SplitSeq(accept, ",") {
		name, params, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		specific := map[string]int{"*/*": 1, kind + "/*": 2, media: 3}[name]
		if specific <= depth {
			continue
		}
		weight, depth = 1, specific
		if q, ok := params["q"]; ok {
			weight, _ = strconv.ParseFloat(q, 64) // 0, not wanted, when it is no number
		}
	}
	return weight
}
