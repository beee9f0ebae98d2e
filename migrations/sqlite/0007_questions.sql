-- Nothing: without pgvector the nearest questions are found in memory. The number stands
-- so that both databases count alike.

-- +goose Up
