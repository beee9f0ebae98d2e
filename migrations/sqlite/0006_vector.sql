-- Nothing: vectors are a matter of Postgres. The number stands so that both databases
-- count alike.

-- +goose Up
