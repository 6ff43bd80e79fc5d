using 'secrets.bicep'

// From the environment, not from the command line: arguments are visible to every process of the machine.
param vaultName = readEnvironmentVariable('INGEST_VAULT')
param sendGridKey = readEnvironmentVariable('SENDGRID_API_KEY', '')
param smtpPassword = readEnvironmentVariable('INGEST_SMTP_PASSWORD', '')
param subscriberIdKey = readEnvironmentVariable('INGEST_SUBSCRIBER_ID_KEY', '')
param tokenSigningKey = readEnvironmentVariable('INGEST_TOKEN_SIGNING_KEY', '')
