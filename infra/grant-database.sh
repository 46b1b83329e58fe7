#!/usr/bin/env bash
# Lets the functions' identity into the job repository, as a role that owns nothing but its tables.
# Run as the server's Entra administrator, as often as you like. Needs az (logged in) and psql.
set -euo pipefail

: "${BATCH_DB_HOST:?the server, an output of main.bicep}"
: "${BATCH_DB_ADMINISTRATOR:?name of the Entra administrator you are}"
: "${FUNCTION_IDENTITY_NAME:?an output of main.bicep}"
: "${FUNCTION_IDENTITY_PRINCIPAL_ID:?an output of main.bicep}"

PGPASSWORD=$(az account get-access-token --resource-type oss-rdbms --query accessToken --output tsv)
export PGPASSWORD PGSSLMODE=require PGHOST=$BATCH_DB_HOST PGUSER=$BATCH_DB_ADMINISTRATOR

sql() {
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --dbname "$1" \
    --set identity="$FUNCTION_IDENTITY_NAME" --set oid="$FUNCTION_IDENTITY_PRINCIPAL_ID"
}

sql postgres <<'SQL'
select not exists (select from pg_roles where rolname = :'identity') as absent \gset
\if :absent
select pgaadauth_create_principal_with_oid(:'identity', :'oid', 'service', false, false);
\endif
SQL

sql batch <<'SQL'
grant connect, temporary on database batch to :"identity";
grant usage, create on schema public to :"identity";
SQL

echo "$FUNCTION_IDENTITY_NAME may use the database batch"
