// What one deployment chooses. Everything else has a default; main.bicep describes it all.
// azd and infra/deploy.sh set the variables that are read here.
using 'main.bicep'

param name = readEnvironmentVariable('INGEST_NAME', 'ingest')
param mailFrom = readEnvironmentVariable('INGEST_MAIL_FROM')
param alertEmails = filter(split(readEnvironmentVariable('INGEST_ALERT_EMAILS', ''), ','), address => !empty(address))
param tags = { 'azd-env-name': readEnvironmentVariable('AZURE_ENV_NAME', 'ingest') }
