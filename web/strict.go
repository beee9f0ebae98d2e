package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// readJSON decodes the body of a request into a struct made for its route.
// Errors: errMediaType, errTooLarge, or transcript.ErrInvalid with the place.
func readJSON(c echo.Context, into any) error {
	body, err := readBody(c)
	if err != nil {
		return err
	}
	return decodeStrict(body, into)
}

// readBody reads a body that says it is JSON, up to its route's limit.
func readBody(c echo.Context) ([]byte, error) {
	kind, _, err := mime.ParseMediaType(c.Request().Header.Get("Content-Type"))
	if err != nil || kind != "application/json" {
		return nil, errMediaType
	}
	body, err := io.ReadAll(c.Request().Body)
	if err != nil {
		return nil, fmt.Errorf("read body: %w", err)
	}
	return body, nil
}

// decodeStrict decodes one JSON value. Beyond what encoding/json asks for, it
// refuses invalid UTF-8, U+0000, unknown, repeated and wrongly cased keys,
// anything after the value, and more than eight levels.
func decodeStrict(b []byte, into any) error {
	if err := wholeJSON(b); err != nil {
		return err
	}
	return decodeWhole(b, into)
}

// decodeWhole is decodeStrict for what is known to be whole JSON.
func decodeWhole(b []byte, into any) error {
	c := checker{b: b}
	if c.value(reflect.TypeOf(into).Elem(), 0); c.err != nil {
		return c.err
	}
	if err := json.Unmarshal(b, into); err != nil {
		return decodeFault(err)
	}
	return nil
}

// decodeFault says where a value has the wrong type, without the value.
func decodeFault(err error) error {
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrong):
		return fmt.Errorf("%w: %s must be %s", transcript.ErrInvalid, wrong.Field, jsonKind(wrong.Type))
	case errors.Is(err, transcript.ErrInvalid):
		return err
	}
	return fmt.Errorf("%w: the JSON does not fit this request", transcript.ErrInvalid)
}

func jsonKind(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "text"
	case reflect.Bool:
		return "true or false"
	case reflect.Struct, reflect.Map:
		return "an object"
	case reflect.Slice, reflect.Array:
		return "a list"
	case reflect.Float32, reflect.Float64:
		return "a number"
	}
	return "a whole number in range"
}

var errDepth = fmt.Errorf("%w: the JSON is nested deeper than %d levels", transcript.ErrInvalid, depthLimit)

// wholeJSON makes sure of one JSON value in UTF-8.
func wholeJSON(b []byte) error {
	if !utf8.Valid(b) {
		return fmt.Errorf("%w: not UTF-8", transcript.ErrInvalid)
	}
	if !json.Valid(b) {
		return fmt.Errorf("%w: not one whole JSON value", transcript.ErrInvalid)
	}
	return nil
}

// checkJSON makes sure of what encoding/json lets pass in JSON of any shape.
func checkJSON(b []byte) error {
	if err := wholeJSON(b); err != nil {
		return err
	}
	c := checker{b: b}
	c.value(nil, 0)
	return c.err
}

// A checker walks whole JSON for what encoding/json lets pass. Keys of structs must
// be theirs, letter for letter.
type checker struct {
	b    []byte
	i    int
	path []string
	err  error
}

func (c *checker) fail(format string, args ...any) {
	if c.err != nil {
		return
	}
	at := ""
	if len(c.path) > 0 {
		at = strings.Join(c.path, ".") + ": "
	}
	c.err = fmt.Errorf("%w: %s%s", transcript.ErrInvalid, at, fmt.Sprintf(format, args...))
}

func (c *checker) value(t reflect.Type, depth int) {
	switch c.skipSpace(); c.b[c.i] {
	case '{', '[':
		if depth++; depth > depthLimit {
			c.err = errDepth
			return
		}
		if c.b[c.i] == '{' {
			c.object(t, depth)
		} else {
			c.list(t, depth)
		}
	case '"':
		c.text()
	default:
		for c.i < len(c.b) && !strings.ContainsRune(",]} \t\r\n", rune(c.b[c.i])) {
			c.i++
		}
	}
}

func (c *checker) object(t reflect.Type, depth int) {
	var seen keys
	names := namesOf(t)
	for c.i++; c.err == nil; c.i++ {
		if c.skipSpace(); c.b[c.i] == '}' {
			break // an empty object
		}
		key := c.key()
		if seen.again(key) {
			c.fail("a key stands twice")
		}
		below, known := names[key]
		if names != nil && !known {
			c.fail("key %q is not known; known are %s", clip(key), strings.Join(keysOf(t), ", "))
		}
		if names == nil {
			below = elemOf(t)
		}
		c.skipSpace()
		c.i++ // the colon
		c.path = append(c.path, clip(key))
		c.value(below, depth)
		c.path = c.path[:len(c.path)-1]
		if c.err != nil {
			return
		}
		if c.skipSpace(); c.b[c.i] == '}' {
			break
		}
	}
	c.i++
}

func (c *checker) list(t reflect.Type, depth int) {
	for c.i++; c.err == nil; c.i++ {
		if c.skipSpace(); c.b[c.i] == ']' {
			break
		}
		c.value(elemOf(t), depth)
		if c.err != nil {
			return
		}
		if c.skipSpace(); c.b[c.i] == ']' {
			break
		}
	}
	c.i++
}

// text steps over a string and returns it as it is written, without its quotes.
func (c *checker) text() (written []byte, escaped bool) {
	start := c.i + 1
	for c.i = start; c.b[c.i] != '"'; c.i++ {
		if c.b[c.i] != '\\' {
			continue
		}
		escaped = true
		c.i++
		if c.b[c.i] == 'u' && string(c.b[c.i+1:c.i+5]) == "0000" {
			c.fail("holds U+0000")
		}
	}
	c.i++
	return c.b[start : c.i-1], escaped
}

// key steps over a string and returns what it says.
func (c *checker) key() string {
	start := c.i
	written, escaped := c.text()
	if !escaped {
		return string(written)
	}
	var s string
	if err := json.Unmarshal(c.b[start:c.i], &s); err != nil {
		c.fail("a text cannot be read")
	}
	return s
}

// keys are those of one object: a list while they are few, as in every message, so
// that most objects cost no map.
type keys struct {
	few  []string
	many map[string]bool
}

// again adds a key and reports whether it was there.
func (k *keys) again(key string) bool {
	const most = 16
	if k.many == nil && len(k.few) < most {
		if slices.Contains(k.few, key) {
			return true
		}
		k.few = append(k.few, key)
		return false
	}
	if k.many == nil {
		k.many = make(map[string]bool)
		for _, earlier := range k.few {
			k.many[earlier] = true
		}
	}
	if k.many[key] {
		return true
	}
	k.many[key] = true
	return false
}

func (c *checker) skipSpace() {
	for c.i < len(c.b) && (c.b[c.i] == ' ' || c.b[c.i] == '\t' || c.b[c.i] == '\n' || c.b[c.i] == '\r') {
		c.i++
	}
}

// clip keeps a stranger's key short in an error.
func clip(key string) string {
	const most = 40
	if len(key) <= most {
		return key
	}
	return strings.ToValidUTF8(key[:most], "") + "…"
}

var unmarshaler = reflect.TypeFor[json.Unmarshaler]()

// structNames remembers the keys of each struct type.
var structNames sync.Map // reflect.Type -> map[string]reflect.Type

// namesOf are the keys a struct has, with the types below; nil for all else,
// where keys are data or are checked by the type's own reader.
func namesOf(t reflect.Type) map[string]reflect.Type {
	t = deref(t)
	if t == nil || t.Kind() != reflect.Struct || reflect.PointerTo(t).Implements(unmarshaler) {
		return nil
	}
	if known, ok := structNames.Load(t); ok {
		return known.(map[string]reflect.Type)
	}
	names := make(map[string]reflect.Type)
	for f := range t.Fields() {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" && name != "-" {
			names[name] = f.Type
		}
	}
	structNames.Store(t, names)
	return names
}

func keysOf(t reflect.Type) []string {
	var keys []string
	for f := range deref(t).Fields() {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" && name != "-" {
			keys = append(keys, name)
		}
	}
	return keys
}

// elemOf is the type of what a map or list holds; nil when any value may stand.
func elemOf(t reflect.Type) reflect.Type {
	t = deref(t)
	if t == nil || reflect.PointerTo(t).Implements(unmarshaler) {
		return nil
	}
	switch t.Kind() {
	case reflect.Map, reflect.Slice, reflect.Array:
		return t.Elem()
	}
	return nil
}

func deref(t reflect.Type) reflect.Type {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}
