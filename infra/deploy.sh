#!/usr/bin/env bash
# Deploys everything, in the only order that works: infrastructure, secrets, code, event subscriptions.
# Safe to run again at any time; each step can be run alone. What the steps do: infra/README.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat >&2 <<'EOF'
usage: infra/deploy.sh [STEP]

  all            infrastructure, secrets, code, subscriptions (what is done without STEP)
  what-if        what "infrastructure" would change; changes nothing
  infrastructure main.bicep
  secrets        writes SENDGRID_API_KEY and INGEST_SMTP_PASSWORD if set; makes the keys of links and ids if there are none
  code           builds and publishes the functions
  subscriptions  tells Event Grid to send blob events to the functions; needs the code to be there

environment:
  AZURE_RESOURCE_GROUP   required; made in AZURE_LOCATION if it does not exist
  AZURE_LOCATION         e.g. southeastasia; only needed for a new resource group
  INGEST_MAIL_FROM       required by infrastructure: the address that digests come from
  INGEST_NAME            short name of the deployment; default ingest
  INGEST_ALERT_EMAILS    who is told when something is wrong, separated by commas
  SENDGRID_API_KEY       for the step secrets, as is INGEST_SMTP_PASSWORD where mail leaves by SMTP
EOF
  exit 2
}

say() { printf '== %s\n' "$*" >&2; }
fail() { printf 'deploy.sh: %s\n' "$*" >&2; exit 1; }
need() { command -v "$1" >/dev/null || fail "$1 is missing: $2"; }

deployment=ingest-infrastructure

# Outputs of the last infrastructure deployment; azd hands the same ones over as environment variables.
output() {
  az deployment group show --resource-group "$AZURE_RESOURCE_GROUP" --name "$deployment" \
    --query "properties.outputs.$1.value" --output tsv 2>/dev/null || true
}

known() {
  app=${appName:-$(output appName)} storage=${storageAccountName:-$(output storageAccountName)}
  vault=${vaultName:-$(output vaultName)} topic=${topicName:-$(output topicName)}
  [[ -n $app && -n $storage && -n $vault && -n $topic ]] ||
    fail "no deployment '$deployment' in $AZURE_RESOURCE_GROUP: run infra/deploy.sh infrastructure first"
}

group() {
  [[ $(az group exists --name "$AZURE_RESOURCE_GROUP") == true ]] && return
  : "${AZURE_LOCATION:?set AZURE_LOCATION, the region of the new resource group}"
  az group create --name "$AZURE_RESOURCE_GROUP" --location "$AZURE_LOCATION" --output none
}

what_if() {
  az deployment group what-if --resource-group "$AZURE_RESOURCE_GROUP" --parameters infra/main.bicepparam
}

infrastructure() {
  say 'infrastructure'
  group
  az deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name "$deployment" \
    --parameters infra/main.bicepparam --output none
}

# A secret's existence, by Azure Resource Manager: needs no access to its value, and passes a closed firewall.
has_secret() {
  az resource show --ids "$(az keyvault show --name "$vault" --resource-group "$AZURE_RESOURCE_GROUP" --query id --output tsv)/secrets/$1" \
    --api-version 2025-05-01 --output none 2>/dev/null
}

secrets() {
  say 'secrets'
  known
  if [[ -z ${INGEST_TOKEN_SIGNING_KEY:-} ]] && ! has_secret token-signing-key; then
    INGEST_TOKEN_SIGNING_KEY=$(openssl rand -base64 32)
  fi
  # Subscribers are found by ids that this key makes: it is written once and never again.
  if has_secret subscriber-id-key; then
    INGEST_SUBSCRIBER_ID_KEY=
  else
    INGEST_SUBSCRIBER_ID_KEY=${INGEST_SUBSCRIBER_ID_KEY:-$(openssl rand -base64 32)}
  fi
  export INGEST_VAULT=$vault INGEST_TOKEN_SIGNING_KEY=${INGEST_TOKEN_SIGNING_KEY:-} INGEST_SUBSCRIBER_ID_KEY
  if [[ -z $INGEST_TOKEN_SIGNING_KEY$INGEST_SUBSCRIBER_ID_KEY${SENDGRID_API_KEY:-}${INGEST_SMTP_PASSWORD:-} ]]; then
    say 'secrets are there already'
    return
  fi
  az deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name ingest-secrets \
    --parameters infra/secrets.bicepparam --output none
  # References are read once a day otherwise.
  az rest --method post --output none --url "$(az functionapp show --name "$app" --resource-group "$AZURE_RESOURCE_GROUP" --query id --output tsv)/config/configreferences/appsettings/refresh?api-version=2022-03-01"
}

code() {
  say 'code'
  need dotnet 'install the .NET 10 SDK'
  need zip 'install zip'
  known
  local out
  out=$(mktemp -d)
  trap 'rm -rf "$out"' RETURN
  dotnet publish functions/Ingest.Functions --configuration Release --nologo -p:OfficialPackages=true --output "$out/app"
  (cd "$out/app" && zip --quiet --recurse-paths ../app.zip .)
  az functionapp deployment source config-zip --name "$app" --resource-group "$AZURE_RESOURCE_GROUP" --src "$out/app.zip" --output none
}

subscriptions() {
  say 'subscriptions'
  known
  # The key is made when the host first starts with the blob extension; that takes up to a few minutes after a deployment.
  local key
  for _ in {1..30}; do
    key=$(az functionapp keys list --name "$app" --resource-group "$AZURE_RESOURCE_GROUP" --query systemKeys.blobs_extension --output tsv 2>/dev/null || true)
    [[ -n $key && $key != None ]] && break
    sleep 10
  done
  [[ -n $key && $key != None ]] || fail "$app has no key for blob events after five minutes: does it start? See its log stream, then run infra/deploy.sh subscriptions"
  az deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name ingest-subscriptions \
    --template-file infra/subscriptions.bicep --output none \
    --parameters appName="$app" storageAccountName="$storage" topicName="$topic"
}

[[ $# -le 1 ]] || usage
case ${1:-all} in
  all | what-if | infrastructure | secrets | code | subscriptions) ;;
  *) usage ;;
esac
need az 'see https://learn.microsoft.com/cli/azure/install-azure-cli'
: "${AZURE_RESOURCE_GROUP:?set AZURE_RESOURCE_GROUP}"

case ${1:-all} in
  all) infrastructure; secrets; code; subscriptions; say "done: $(output siteAddress)" ;;
  what-if) what_if ;;
  *) "$1" ;;
esac
