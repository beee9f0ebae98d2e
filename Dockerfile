# One static binary, run by a user without rights. Its state is in /data, or in Postgres
# when DATABASE_URL is set.
# Checked by eye only: not yet tried with a container engine.

FROM golang:1.26-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o /viceconsul ./cmd/viceconsul

FROM alpine:3.22
RUN adduser -D -H -u 10001 viceconsul && install -d -m 0700 -o viceconsul /data
COPY --from=build /viceconsul /usr/local/bin/viceconsul
USER viceconsul
VOLUME /data
ENV VICECONSUL_LISTEN=0.0.0.0:8080 VICECONSUL_DATA=/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/readyz"]
ENTRYPOINT ["viceconsul"]
CMD ["serve"]
