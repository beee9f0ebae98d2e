package web

import (
	"compress/gzip"
	"embed"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// The fonts cover Latin, Greek, Cyrillic, Armenian, Georgian and more. Scripts that
// need shaping (Arabic, Devanagari) come out unshaped: the HTML export shows them
// right. They are embedded compressed, which saves half of them.
//
//go:embed fonts/*.ttf.gz
var fontFiles embed.FS

const fontName = "DejaVu"

// fonts reads both fonts, once for the process and not before somebody prints.
var fonts = sync.OnceValues(func() (both struct{ plain, bold []byte }, err error) {
	plain, plainErr := readFont("DejaVuSans")
	bold, boldErr := readFont("DejaVuSans-Bold")
	both.plain, both.bold = plain, bold
	return both, errors.Join(plainErr, boldErr)
})

func readFont(name string) ([]byte, error) {
	file, err := fontFiles.Open("fonts/" + name + ".ttf.gz")
	if err != nil {
		return nil, err
	}
	defer file.Close()
	packed, err := gzip.NewReader(file)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	return io.ReadAll(packed)
}

// made is the date inside every file, so that one transcript gives the same bytes
// at any time.
var made = time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)

// writePDF prints on A4 with a numbered footer.
func writePDF(w io.Writer, report []block) error {
	font, err := fonts()
	if err != nil {
		return fmt.Errorf("print: %w", err)
	}
	f := fpdf.New("P", "mm", "A4", "")
	f.AddUTF8FontFromBytes(fontName, "", font.plain)
	f.AddUTF8FontFromBytes(fontName, "B", font.bold)
	f.SetCatalogSort(true)
	f.SetCreationDate(made)
	f.SetModificationDate(made)
	f.SetLang("en")
	f.SetTitle(printable(report[0].text), true)
	f.SetMargins(20, 20, 20)
	f.SetAutoPageBreak(true, 22)
	f.SetFooterFunc(func() {
		f.SetY(-15)
		f.SetFont(fontName, "", 8)
		f.CellFormat(0, 5, fmt.Sprintf("%s   Page %d", practiceLine, f.PageNo()), "", 0, "C", false, 0, "")
	})
	f.AddPage()
	for _, p := range report {
		printBlock(f, p)
	}
	if err := f.Output(w); err != nil {
		return fmt.Errorf("export as PDF: %w", err)
	}
	return nil
}

// printBlock prints one block; sizes are points, lines and gaps millimetres.
func printBlock(f *fpdf.Fpdf, p block) {
	text := printable(p.text)
	switch p.kind {
	case title:
		printLine(f, "B", 18, 9, text)
	case heading1:
		f.Ln(3)
		printLine(f, "B", 13, 7, text)
	case heading2:
		f.Ln(2)
		printLine(f, "B", 11, 6, text)
	case officerSays:
		printLine(f, "B", 10, 5, "Officer: "+text)
	case applicantSays:
		printLine(f, "", 10, 5, "You: "+text)
	case item:
		f.SetLeftMargin(26)
		printLine(f, "", 9, 4.5, "• "+text)
		f.SetLeftMargin(20)
	case table:
		f.SetFont(fontName, "", 10)
		for _, row := range p.rows {
			f.CellFormat(60, 6, printable(row[0]), "", 0, "L", false, 0, "")
			f.CellFormat(0, 6, printable(row[1]), "", 1, "L", false, 0, "")
		}
	default:
		printLine(f, "", 10, 5, text)
	}
}

func printLine(f *fpdf.Fpdf, style string, size, line float64, text string) {
	f.SetFont(fontName, style, size)
	f.SetX(leftMargin(f))
	f.MultiCell(0, line, text, "", "L", false)
	f.Ln(1)
}

func leftMargin(f *fpdf.Fpdf) float64 {
	left, _, _, _ := f.GetMargins()
	return left
}

// printable keeps what the font's tables can hold: one line, and no character
// beyond the basic plane, for which fpdf has no width.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0xFFFF || r < ' ' {
			return '\uFFFD'
		}
		return r
	}, strings.Join(strings.Fields(s), " "))
}
