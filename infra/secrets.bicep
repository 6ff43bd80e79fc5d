// Writes secrets into the vault through Azure Resource Manager, so that it works behind a closed firewall too.
// A secret that is not given stays as it is; deploy.sh secrets decides which to give.
targetScope = 'resourceGroup'

@description('Name of the vault; output vaultName of main.bicep.')
@minLength(3)
@maxLength(24)
param vaultName string

@description('SendGrid API key with the permission "Mail Send" only; empty leaves what is there.')
@secure()
param sendGridKey string = ''

@description('Password at the SMTP server, where mail leaves by one; empty leaves what is there.')
@secure()
param smtpPassword string = ''

@description('Key behind the ids of subscribers, 32 random bytes in Base64; made once, never changed. Empty leaves what is there.')
@secure()
param subscriberIdKey string = ''

@description('Key that signs the links in mails, 32 random bytes in Base64, or several parted by blanks: the first signs, all are accepted. Empty leaves what is there.')
@secure()
param tokenSigningKey string = ''

var names = loadJsonContent('names.json')

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

resource sendGrid 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = if (!empty(sendGridKey)) {
  parent: vault
  name: names.secrets.sendGrid
  properties: { value: sendGridKey }
}

resource smtp 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = if (!empty(smtpPassword)) {
  parent: vault
  name: names.secrets.smtp
  properties: { value: smtpPassword }
}

resource ids 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = if (!empty(subscriberIdKey)) {
  parent: vault
  name: names.secrets.ids
  properties: { value: subscriberIdKey }
}

resource tokens 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = if (!empty(tokenSigningKey)) {
  parent: vault
  name: names.secrets.tokens
  properties: { value: tokenSigningKey }
}
