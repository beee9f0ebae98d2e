package openai

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/viceconsul/viceconsul/interview/openai/standin"
)

func TestEmbedPlacesVectorsByIndex(t *testing.T) {
	e := standin.New(t, standin.Always(standin.Raw("application/json", `{"data":[{"index":1,"embedding":[0,1]},{"index":0,"embedding":[1,0]}]}`)))
	em, err := NewEmbedder(Config{BaseURL: e.URL(), EmbeddingModel: "m", Dimensions: 2})
	if err != nil {
		t.Fatal(err)
	}
	got, err := em.Embed(t.Context(), []string{"one", "two"})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]float32{{1, 0}, {0, 1}}, got); diff != "" {
		t.Errorf("vectors (-want +got):\n%s", diff)
	}
}

func TestEmbedRefusesOtherShapes(t *testing.T) {
	for name, body := range map[string]string{
		"one missing":    `{"data":[{"index":0,"embedding":[1,0]}]}`,
		"one twice":      `{"data":[{"index":0,"embedding":[1,0]},{"index":0,"embedding":[1,0]}]}`,
		"out of range":   `{"data":[{"index":0,"embedding":[1,0]},{"index":7,"embedding":[1,0]}]}`,
		"another width":  `{"data":[{"index":0,"embedding":[1,0]},{"index":1,"embedding":[1,0,0]}]}`,
		"nothing at all": `{}`,
	} {
		t.Run(name, func(t *testing.T) {
			e := standin.New(t, standin.Always(standin.Raw("application/json", body)))
			em, err := NewEmbedder(Config{BaseURL: e.URL(), EmbeddingModel: "m", Dimensions: 2})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := em.Embed(t.Context(), []string{"one", "two"}); !errors.Is(err, ErrRefused) {
				t.Errorf("Embed: %v, want ErrRefused", err)
			}
		})
	}
}
