#!/usr/bin/env bash
# Deploys main.bicep for ENVIRONMENT into RESOURCE_GROUP and hands its outputs on as environment variables:
# to the workflow's next steps if there is one, else printed for `eval`.
set -euo pipefail

: "${ENVIRONMENT:?dev or prod}" "${RESOURCE_GROUP:?}"
here=$(cd "$(dirname "$0")" && pwd -P)

outputs=$(az deployment group create --only-show-errors --resource-group "$RESOURCE_GROUP" \
  --name "tollbooth-$(date -u +%Y%m%d%H%M%S)" --parameters "$here/main.$ENVIRONMENT.bicepparam" \
  --query properties.outputs --output json)

# ARM gives names back in a case of its own.
variables=$(jq -r 'to_entries[] | "\(.key | ascii_upcase)=\(.value.value)"' <<<"$outputs")
if [ -n "${GITHUB_ENV:-}" ]; then
  printf '%s\n' "$variables" >>"$GITHUB_ENV"
else
  jq -r 'to_entries[] | "export \(.key | ascii_upcase)=\(.value.value | @sh)"' <<<"$outputs"
fi
