package transcript

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
)

// A Record is one transcript of a file and the line it begins on.
type Record struct {
	Data []byte
	Line int // from 1
}

// MaxRecord is the longest transcript Records reads, in bytes: forty turns of the longest
// answers with their findings stay under a tenth of it.
const MaxRecord = 16 << 20

// ErrTooLong is a record longer than MaxRecord.
var ErrTooLong = errors.New("this transcript is longer than 16 MB; split the file, one transcript a line")

// Records reads a file: one whose first line is a JSON value of its own holds one
// transcript a line, and is read a line at a time; any other file is one transcript.
func Records(in io.Reader) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		lines := bufio.NewReaderSize(in, 64<<10)
		first, more := true, true
		for n := 1; more; n++ {
			data, err := readLine(lines)
			more = err == nil
			if err != nil && !errors.Is(err, io.EOF) {
				yield(Record{Line: n}, err)
				return
			}
			if len(bytes.TrimSpace(data)) == 0 && (more || !first) {
				continue
			}
			if first && more && !json.Valid(data) && !bytes.HasSuffix(bytes.TrimSpace(data), []byte("}")) {
				rest, err := io.ReadAll(io.LimitReader(lines, MaxRecord))
				if err == nil && len(data)+len(rest) > MaxRecord {
					err = ErrTooLong
				}
				if err != nil {
					yield(Record{Line: n}, err)
					return
				}
				data, more = append(data, rest...), false
			}
			if first = false; !yield(Record{Data: bytes.TrimSuffix(data, []byte("\n")), Line: n}, nil) {
				return
			}
		}
	}
}

// readLine reads a line with its end; the last one comes with io.EOF.
func readLine(r *bufio.Reader) ([]byte, error) {
	var data []byte
	for {
		part, err := r.ReadSlice('\n')
		data = append(data, part...)
		switch {
		case len(data) > MaxRecord:
			return nil, ErrTooLong
		case !errors.Is(err, bufio.ErrBufferFull):
			return data, err
		}
	}
}

// LineOf is the line on which the value of a path such as "turns[2].applicant"
// stands, or JSON ends when the path is "" and it does; the record's first line when
// the path is not there.
func (r Record) LineOf(path string) int {
	return r.Line + bytes.Count(r.Data[:r.offsetOf(path)], []byte("\n"))
}

// offsetOf is how many bytes into the record the value of a path begins, or JSON ends;
// 0 when the path is not there.
func (r Record) offsetOf(path string) int {
	var syntax *json.SyntaxError
	if path == "" && errors.As(json.Unmarshal(r.Data, new(json.RawMessage)), &syntax) {
		return min(int(syntax.Offset), len(r.Data))
	}
	at, err := seek(json.NewDecoder(bytes.NewReader(r.Data)), "", path)
	if err != nil {
		return 0
	}
	return int(at)
}

// seek reads one value, which stands at the path here, and looks for the path wanted
// in it. It returns the offset behind the wanted value's first token, 0 when it is not
// there, and the error that stops the reading. It goes no deeper than the wanted path
// does, however deep the value is.
func seek(dec *json.Decoder, here, wanted string) (int64, error) {
	token, err := dec.Token()
	if err != nil {
		return 0, err
	}
	if here == wanted {
		return dec.InputOffset(), nil
	}
	open, nested := token.(json.Delim)
	if !nested {
		return 0, nil
	}
	for i := 0; dec.More(); i++ {
		path := fmt.Sprintf("%s[%d]", here, i)
		if open == '{' {
			key, err := dec.Token()
			if err != nil {
				return 0, err
			}
			path = strings.TrimPrefix(fmt.Sprintf("%s.%v", here, key), ".")
		}
		if len(path) <= len(here) || !strings.HasPrefix(wanted, path) {
			if err := dec.Decode(new(json.RawMessage)); err != nil {
				return 0, err
			}
			continue
		}
		if at, err := seek(dec, path, wanted); at > 0 || err != nil {
			return at, err
		}
	}
	_, err = dec.Token() // the closing bracket
	return 0, err
}
