package web

import (
	"embed"
	"encoding/json"
	"fmt"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// Sample applicants, one for each category: invented people with a plain case, so
// that anybody can begin at once.
//
//go:embed templates/samples/*.json
var sampleFiles embed.FS

// sampleOf is the profile of a category's sample applicant, as typed, by path.
func sampleOf(category transcript.Category) (map[string]string, error) {
	body, err := sampleFiles.ReadFile("templates/samples/" + slug(category) + ".json")
	if err != nil {
		return nil, fmt.Errorf("sample applicant %s: %w", category, err)
	}
	var texts map[string]string
	if err := json.Unmarshal(body, &texts); err != nil {
		return nil, fmt.Errorf("sample applicant %s: %w", category, err)
	}
	return texts, nil
}
