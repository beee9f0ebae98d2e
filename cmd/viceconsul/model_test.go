package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
)

// A model may word the officer's lines; one that fails, in whichever way, makes no
// interview end differently.
func TestInterviewWithAModel(t *testing.T) {
	for name, tt := range map[string]struct {
		answer func(w http.ResponseWriter)
		worded bool
	}{
		"speaks": {func(w http.ResponseWriter) {
			fmt.Fprint(w, "data: {\"choices\":[{\"delta\":{\"content\":\"So tell me, how is that?\"}}]}\n\n"+
				"data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n")
		}, true},
		"is broken":  {func(w http.ResponseWriter) { w.WriteHeader(http.StatusInternalServerError) }, false},
		"is hostile": {func(w http.ResponseWriter) { fmt.Fprint(w, "data: {\"choices\":\"<script>\"}\n\n") }, false},
	} {
		t.Run(name, func(t *testing.T) {
			var calls atomic.Int64
			endpoint := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				calls.Add(1)
				tt.answer(w)
			}))
			defer endpoint.Close()
			t.Setenv("OPENAI_BASE_URL", endpoint.URL+"/v1")
			code, out, errs := ran(t, strings.Repeat("My father, sir.\n", 45), "interview", "--category", "f1")
			if code != exitFine || !strings.Contains(strings.ToLower(out), "practice") {
				t.Fatalf("exit %d, err %q, out %q", code, errs, out)
			}
			if calls.Load() == 0 || strings.Contains(out, "So tell me, how is that?") != tt.worded {
				t.Errorf("%d calls; the officer said:\n%s", calls.Load(), out)
			}
		})
	}
}
