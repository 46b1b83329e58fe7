#!/usr/bin/env bash
# Uploads a photo as a booth does and waits until its passage is decided.
#
#   infra/smoke-test.sh [--close] PHOTO
#
# --close: the photo must end with a person (it shows no plate), and is then closed as no vehicle,
#          so that it is neither billed nor left for someone to look at. Use it where bills are real.
#
# Needs az (logged in), curl and jq.
set -euo pipefail

close=false
if [ "${1:-}" = --close ]; then
  close=true
  shift
fi
photo=${1:?a photo to upload}
: "${RESOURCE_GROUP:?}" "${PHOTO_STORAGE_ACCOUNT:?}" "${APIM_NAME:?}" "${API_URL:?}" "${API_AUDIENCE:?}"
patience=${SMOKE_TEST_SECONDS:-600}

say() { printf 'smoke test: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Says nothing of what it reads: the answer is a secret.
secret() {
  local value
  value=$("$@")
  [ -z "${GITHUB_ACTIONS:-}" ] || printf '::add-mask::%s\n' "$value" >&2
  printf '%s' "$value"
}

subscription_key() {
  az rest --method post --query primaryKey --output tsv --url \
    "/subscriptions/$(az account show --query id --output tsv)/resourceGroups/$RESOURCE_GROUP/providers/Microsoft.ApiManagement/service/$APIM_NAME/subscriptions/smoke-test/listSecrets?api-version=2024-05-01"
}

api_token() { az account get-access-token --resource "$API_AUDIENCE" --query accessToken --output tsv; }

# Prints the status, then the body. Headers come from a file descriptor: a process list shows arguments.
api() {
  local method=$1 path=$2
  shift 2
  curl --silent --show-error --max-time 60 --request "$method" --write-out '\n%{http_code}' \
    --config <(printf 'header = "Ocp-Apim-Subscription-Key: %s"\nheader = "Authorization: Bearer %s"\n' "$key" "$token") \
    "$@" "$API_URL$path" || printf '\n000'
}

# A new right takes some minutes to reach the store, so the first upload may be refused for a while.
upload() {
  local deadline=$((SECONDS + patience))
  until az storage blob upload --auth-mode login --only-show-errors \
    --account-name "$PHOTO_STORAGE_ACCOUNT" --container-name photos \
    --name "$1" --file "$photo" --content-type image/jpeg --query etag --output tsv; do
    [ "$SECONDS" -lt "$deadline" ] || fail "the photo could not be uploaded"
    sleep 15
  done
}

key=$(secret subscription_key)
token=$(secret api_token)

name="smoke-$(date -u +%H%M%S)-$$.jpg"
path="smoke-test/$(date -u +%Y/%m/%d)/$name"
etag=$(upload "$path" | tr -d '"\r\n')
[ -n "$etag" ] || fail "the photo store gave no ETag"
# As PassageId makes it: of the path and the content's tag.
passage=$(printf '%s\0%s' "$path" "$etag" | sha256sum | cut -c1-32)
say "uploaded $path, passage $passage"

state=none
deadline=$((SECONDS + patience))
while :; do
  answer=$(api GET "/api/passages/$passage")
  status=${answer##*$'\n'}
  body=${answer%$'\n'*}
  case "$status" in
    200) state=$(jq -r .state <<<"$body") ;;
    401 | 403) fail "the gateway answers $status: check the app role of the deployment and API_AUDIENCE" ;;
    *) state="unknown (HTTP $status)" ;;
  esac
  case "$state" in
    REVIEW | BILLABLE | UNBILLABLE | EXPORTED) break ;;
    FAILED) fail "the passage failed: $(jq -r '.reason // "no reason given"' <<<"$body")" ;;
  esac
  [ "$SECONDS" -lt "$deadline" ] || fail "not decided after $patience s, it is $state"
  sleep 5
done
say "decided: $state"

if $close; then
  [ "$state" = REVIEW ] || fail "a photo without a plate ended as $state; see that it is not billed"
  answer=$(api POST "/api/reviews/$passage/resolution" --header 'X-TollBooth: 1' \
    --header 'Content-Type: application/json' \
    --data '{"reviewer": "smoke-test", "rejectCode": "NOT_A_VEHICLE"}')
  [ "${answer##*$'\n'}" = 200 ] || fail "it could not be closed: HTTP ${answer##*$'\n'}"
  say "closed as no vehicle"
fi
