# What people and CI run. Tests want Postgres with pgvector, Chromium, node and axe-core;
# scripts/testservices provides them on Debian 12. Elsewhere set TEST_DATABASE_URL,
# CHROMIUM and AXE_CORE yourself, or do without: those tests skip then, except where CI=true.

.PHONY: run build test lint bench eval simulate measure pictures

run:
	go run ./cmd/viceconsul

build:
	CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o bin/viceconsul ./cmd/viceconsul

test:
	@services=$$(scripts/testservices) || [ "$$CI" != true ] || exit 1; \
	eval "$$services"; \
	unformatted=$$(gofmt -l .); \
	if [ -n "$$unformatted" ]; then echo "not formatted by gofmt:" $$unformatted; exit 1; fi; \
	go vet ./... && go test -race -timeout 30m ./... && \
	if command -v node >/dev/null; then node --test web/static/; else echo "no node: the browser modules' own tests are left out"; fi

# In a command, not in go.mod: its dependencies are none of ours.
lint:
	go run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0 run

# The server against its floor, on both stores when TEST_DATABASE_URL is set, then
# every package's own benchmarks.
bench:
	go run ./cmd/viceconsul-bench
	go test -run '^$$' -bench . ./...

# The grader against answers that were labelled without sight of its rules.
eval:
	go run ./cmd/viceconsul-eval

# The officer against twenty thousand simulated applicants.
simulate:
	go run ./cmd/viceconsul-simulate

# The pages as a slow phone gets them: times, bytes, what is read out, what is too wide.
measure:
	@services=$$(scripts/testservices) || exit 1; eval "$$services"; go run ./cmd/viceconsul-measure

# The pictures of the README, of a sample interview.
pictures:
	@services=$$(scripts/testservices) || exit 1; eval "$$services"; go run ./cmd/viceconsul-measure pictures .github/pictures
