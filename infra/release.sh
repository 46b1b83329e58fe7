#!/usr/bin/env bash
# Packages by commit, and which of them is known to work.
#
#   infra/release.sh keep FILE COMMIT   keeps a package
#   infra/release.sh deploy COMMIT      deploys a kept package and waits until its functions are there
#   infra/release.sh works COMMIT       marks it as the one to go back to
#   infra/release.sh current            prints that one's commit, nothing if there is none
#
# Needs az (logged in).
set -euo pipefail

: "${RESOURCE_GROUP:?}" "${HOST_STORAGE_ACCOUNT:?}" "${FUNCTION_APP_NAME:?}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

blob() {
  az storage blob "$1" --auth-mode login --only-show-errors --output none \
    --account-name "$HOST_STORAGE_ACCOUNT" --container-name releases "${@:2}"
}

# A new right takes some minutes to reach the store.
patiently() {
  for _ in $(seq 20); do
    "$@" && return
    sleep 15
  done
  return 1
}

functions_there() {
  local there
  there=$(az functionapp function list --resource-group "$RESOURCE_GROUP" --name "$FUNCTION_APP_NAME" \
    --query '[].name' --output tsv)
  for function in savePlate queueForReview closePassage; do
    grep -q "/$function\$" <<<"$there" || return 1
  done
}

case "${1:-}" in
  keep)
    patiently blob upload --name "${3:?}.zip" --file "${2:?}" --overwrite true
    ;;
  deploy)
    blob download --name "${2:?}.zip" --file "$work/functions.zip"
    az functionapp deployment source config-zip --only-show-errors --output none \
      --resource-group "$RESOURCE_GROUP" --name "$FUNCTION_APP_NAME" --src "$work/functions.zip"
    patiently functions_there
    ;;
  works)
    printf '%s' "${2:?}" >"$work/current"
    blob upload --name current --file "$work/current" --overwrite true
    ;;
  current)
    found=$(az storage blob exists --auth-mode login --only-show-errors --account-name "$HOST_STORAGE_ACCOUNT" \
      --container-name releases --name current --query exists --output tsv)
    if [ "$found" = true ]; then
      blob download --name current --file "$work/current"
      cat "$work/current"
    fi
    ;;
  *)
    sed -n '2,10s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
