#!/usr/bin/env bash
# Run by PostgreSQL's image at its first start: a database for each application and for Keycloak, owned by a role to which alone it is open.
set -euo pipefail

for database in identity partner fleet_connection job notification gateway keycloak; do
  password=${database^^}_DATABASE_PASSWORD
  psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 \
    --set database="$database" --set password="${!password}" <<'SQL'
CREATE ROLE :"database" LOGIN PASSWORD :'password';
CREATE DATABASE :"database" OWNER :"database";
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
SQL
done
