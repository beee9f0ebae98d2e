package transcript

import (
	"encoding/json"
	"slices"
	"sync"
)

// Schema is the JSON Schema (2020-12) of a profile, made from the same table as
// the pages. It says what can be written; what UnmarshalJSON reads out of text
// ("3 weeks") is told by examples.
func Schema() []byte { return slices.Clone(schema()) }

var schema = sync.OnceValue(func() []byte {
	b, err := json.MarshalIndent(profileSchema(), "", "  ")
	if err != nil {
		panic("transcript: schema: " + err.Error())
	}
	return b
})

// object is a piece of JSON Schema.
type object = map[string]any

func profileSchema() object {
	properties := object{}
	for i := range fields {
		f := &fields[i]
		section, ok := properties[sectionOf(f.Path)].(object)
		if !ok {
			section = closed(object{})
			section["title"] = f.Section
			properties[sectionOf(f.Path)] = section
		}
		section["properties"].(object)[f.name()] = fieldSchema(f)
	}
	schema := closed(properties)
	schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	schema["$id"] = "https://viceconsul.dev/profile.schema.json"
	schema["title"] = "Declared profile"
	schema["description"] = "What an applicant declared. Every field may be left out; one that is missing contradicts nothing."
	return schema
}

// closed is an object schema that knows these properties only.
func closed(properties object) object {
	return object{"type": "object", "properties": properties, "additionalProperties": false}
}

// fieldSchema describes a field: its plain value, or that with source and
// confirmation.
func fieldSchema(f *Field) object {
	wrapped := closed(object{
		"value":     valueSchema(f),
		"source":    object{"enum": sources},
		"confirmed": object{"type": "boolean"},
		"text":      object{"type": "string"},
	})
	wrapped["required"] = []string{"value"}
	schema := object{"title": f.Title, "description": f.Question, "examples": []any{f.Example}, "anyOf": []any{valueSchema(f), wrapped}}
	if f.Source != "" {
		schema["$comment"] = "Found on: " + f.Source
	}
	return schema
}

// valueSchema describes what a value may be written as. Every value may be null or
// text: people write sentences.
func valueSchema(f *Field) object {
	text := object{"type": "string", "maxLength": maxText}
	null := object{"type": "null"}
	switch f.Type {
	case TypeEnum:
		return object{"anyOf": []any{object{"enum": f.Enum}, text, object{"type": "boolean"}, null}}
	case TypeBool:
		return object{"anyOf": []any{object{"type": "boolean"}, text, null}}
	case TypeMoney, TypeNumber:
		return object{"anyOf": []any{object{"type": "number", "minimum": 0}, text, null}}
	case TypeDate:
		return object{"anyOf": []any{text, object{"type": "integer", "minimum": 1900, "maximum": 2099}, null}}
	case TypeDuration:
		return object{"anyOf": []any{text, null}}
	case TypeObject:
		return object{"anyOf": []any{partsSchema(f), text, object{"type": "boolean"}, object{"type": "number"}, null}}
	case TypeList:
		items := object{"type": "array", "maxItems": maxItems, "items": valueSchema(f.item())}
		return object{"anyOf": []any{items, text, object{"const": false}, object{"type": "number"}, null}}
	}
	return object{"anyOf": []any{text, object{"type": "number"}, null}}
}

func partsSchema(f *Field) object {
	properties := object{}
	for i := range f.Parts {
		part := &f.Parts[i]
		schema := valueSchema(part)
		schema["title"] = part.Title
		properties[part.Path] = schema
	}
	return closed(properties)
}
