// Everything the program needs in one resource group, except the event subscriptions (subscriptions.bicep, after
// the code) and the values of the secrets (secrets.bicep). Deploying it twice changes nothing.
targetScope = 'resourceGroup'

import { operator } from 'modules/roles.bicep'

@description('Short name of the deployment, a letter first, then letters, digits and hyphens; every resource is named after it.')
@minLength(3)
@maxLength(11)
param name string = 'ingest'

@description('Azure region; it must offer Flex Consumption (az functionapp list-flexconsumption-locations).')
param location string = resourceGroup().location

@description('Tags of every resource.')
param tags object = {}

@description('How mail leaves: SendGrid, an SMTP server, or files in the app\'s temporary folder, which sends nothing.')
@allowed(['sendgrid', 'smtp', 'folder'])
param mailProvider string = 'sendgrid'

@description('The SMTP server, when mail leaves by one; its password is a secret (secrets.bicep).')
param smtp smtpServer?

@description('An SMTP server that takes mail by STARTTLS.')
type smtpServer = {
  @description('Host name.')
  @minLength(3)
  host: string

  @description('Port; 587 is for submission.')
  @minValue(1)
  @maxValue(65535)
  port: int

  @description('User name.')
  user: string
}

@description('Address that digests come from, of a domain that the provider may send for.')
@minLength(3)
@maxLength(254)
param mailFrom string

@description('Settings of the app beyond those made here, by name, such as Mail__FromName: see the table in README.md. They win over those made here.')
param extraSettings object = {}

@description('Address under which people reach the site, when it is not the app\'s own host name.')
param siteUrl string = ''

@description('Public key of SendGrid\'s signed event webhook, from its settings; empty refuses its events.')
param sendGridEventKey string = ''

@description('Redundancy of the storage account.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS', 'Standard_RAGRS', 'Standard_RAGZRS'])
param redundancy string = 'Standard_ZRS'

@description('Days in which a deleted or overwritten report can be brought back.')
@minValue(7)
@maxValue(365)
param retentionDays int = 30

@description('Memory of an instance in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Most instances that may run at once.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('HTTP requests that one instance answers at a time.')
@minValue(1)
@maxValue(1000)
param httpConcurrency int = 50

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Most gigabytes of logs a day; -1 for no limit.')
@minValue(-1)
param logDailyCapGb int = 1

@description('Addresses that alerts are mailed to.')
@maxLength(20)
param alertEmails string[] = []

@description('Days without any upload after which operators are told.')
@minValue(1)
@maxValue(6)
param quietDays int = 3

@description('Percentage of failed executions in a quarter of an hour after which operators are told.')
@minValue(1)
@maxValue(100)
param errorPercent int = 5

@description('Percentage of bounced mails in a day after which operators are told.')
@minValue(1)
@maxValue(100)
param bouncePercent int = 5

@description('People and pipelines that operate the program; they may read and write its data.')
param operators operator[] = []

@description('Closes storage and vault to the internet: private endpoints in a virtual network of their own.')
param isolated bool = false

@description('Address space of that network, at least a /24.')
param networkAddressSpace string = '10.60.0.0/24'

@description('Public addresses or CIDR ranges that may still reach the isolated storage account, e.g. where offices upload from.')
@maxLength(200)
param allowedAddresses string[] = []

@description('A monthly budget that warns at 80 % spent and at 100 % forecast; null for none.')
param budget monthlyBudget?

@description('A monthly budget.')
type monthlyBudget = {
  @description('Amount a month in the currency of the subscription.')
  @minValue(1)
  amount: int

  @description('First day of the month it starts in, yyyy-MM-01. It stays as it is when deploying again.')
  @minLength(10)
  @maxLength(10)
  startDate: string
}

var names = loadJsonContent('names.json')
var suffix = uniqueString(resourceGroup().id, name)
var storageAccount = take('${toLower(replace(name, '-', ''))}${suffix}', 24)
var appHost = '${name}-${suffix}'
var vaultHost = take('${name}-${suffix}', 24)
var secretRoot = 'https://${vaultHost}${environment().suffixes.keyvaultDns}/secrets'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-app'
  location: location
  tags: tags
}

module storage 'modules/storage.bicep' = {
  params: {
    name: storageAccount
    location: location
    tags: tags
    redundancy: redundancy
    retentionDays: retentionDays
    isolated: isolated
    allowedAddresses: allowedAddresses
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    name: '${name}-insights'
    workspaceName: '${name}-logs'
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyCapGb: logDailyCapGb
    storageAccountName: storageAccount
  }
  dependsOn: [storage]
}

module vault 'modules/vault.bicep' = {
  params: {
    name: vaultHost
    location: location
    tags: tags
    isolated: isolated
    workspaceId: monitoring.outputs.workspaceId
  }
}

module events 'modules/events.bicep' = {
  params: {
    name: '${name}-blobs'
    location: location
    tags: tags
    storageAccountId: storage.outputs.id
  }
}

module roles 'modules/roles.bicep' = {
  params: {
    storageAccountName: storageAccount
    vaultName: vaultHost
    insightsName: '${name}-insights'
    appPrincipalId: identity.properties.principalId
    topicPrincipalId: events.outputs.principalId
    operators: operators
  }
  dependsOn: [monitoring, vault]
}

module network 'modules/network.bicep' = if (isolated) {
  params: {
    name: '${name}-network'
    location: location
    tags: tags
    addressSpace: networkAddressSpace
    storageAccountId: storage.outputs.id
    vaultId: vault.outputs.id
  }
}

module functions 'modules/functions.bicep' = {
  params: {
    name: appHost
    planName: '${name}-plan'
    location: location
    tags: tags
    identityId: identity.id
    deploymentContainerUrl: '${storage.outputs.blobEndpoint}${names.platformContainers.deployments}'
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    httpConcurrency: httpConcurrency
    subnetId: isolated ? network!.outputs.functionsSubnetId : ''
    settings: union(
      {
        // The Functions host's own storage, and the program's connection: one account, one identity, no key.
        AzureWebJobsStorage__blobServiceUri: storage.outputs.blobEndpoint
        AzureWebJobsStorage__queueServiceUri: storage.outputs.queueEndpoint
        AzureWebJobsStorage__tableServiceUri: storage.outputs.tableEndpoint
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identity.properties.clientId
        AzureWebJobsDisableHomepage: 'true' // the root is ShowDashboard
        Storage__blobServiceUri: storage.outputs.blobEndpoint
        Storage__queueServiceUri: storage.outputs.queueEndpoint
        Storage__tableServiceUri: storage.outputs.tableEndpoint
        Storage__credential: 'managedidentity'
        Storage__clientId: identity.properties.clientId
        AZURE_CLIENT_ID: identity.properties.clientId
        APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
        Mail__Provider: mailProvider
        Mail__From: mailFrom
        Tokens__IdKey: '@Microsoft.KeyVault(SecretUri=${secretRoot}/${names.secrets.ids})'
        Tokens__SigningKey: '@Microsoft.KeyVault(SecretUri=${secretRoot}/${names.secrets.tokens})'
        // NCRONTAB in UTC: Flex Consumption knows no time zones. 00:30 is 08:30 in Beijing.
        WeeklyDigestSchedule: '0 30 0 * * 1'
        DailyDigestSchedule: '0 30 0 * * *'
        AtOnceSchedule: '0 * * * * *'
      },
      mailProvider == 'sendgrid'
        ? {
            SendGrid__ApiKey: '@Microsoft.KeyVault(SecretUri=${secretRoot}/${names.secrets.sendGrid})'
            SendGrid__EventPublicKey: sendGridEventKey
          }
        : {},
      // Flex Consumption mounts the code read-only.
      mailProvider == 'folder' ? { Mail__Folder: '/tmp/outbox' } : {},
      mailProvider == 'smtp'
        ? {
            Mail__Smtp__Host: smtp!.host
            Mail__Smtp__Port: string(smtp!.port)
            Mail__Smtp__User: smtp!.user
            Mail__Smtp__Password: '@Microsoft.KeyVault(SecretUri=${secretRoot}/${names.secrets.smtp})'
          }
        : {},
      empty(siteUrl) ? {} : { Ingest__SiteUrl: siteUrl },
      extraSettings
    )
  }
  // Code and secrets are fetched with the identity as soon as the app starts.
  dependsOn: [roles]
}

module alerts 'modules/alerts.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    emails: alertEmails
    workspaceId: monitoring.outputs.workspaceId
    topicId: events.outputs.id
    quietDays: quietDays
    errorPercent: errorPercent
    bouncePercent: bouncePercent
  }
}

module spending 'modules/budget.bicep' = if (budget != null) {
  params: {
    name: '${name}-monthly'
    amount: budget!.amount
    startDate: budget!.startDate
    actionGroupId: alerts.outputs.actionGroupId
  }
}

module workbook 'modules/workbook.bicep' = {
  params: {
    displayName: '${name}: the pipeline'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
  }
}

@description('Name of the Function App.')
output appName string = appHost

@description('Address of the site.')
output siteAddress string = 'https://${functions.outputs.hostName}'

@description('Name of the storage account.')
output storageAccountName string = storageAccount

@description('Where offices upload to.')
output uploadAddress string = '${storage.outputs.blobEndpoint}${names.containers.reports}'

@description('Name of the vault.')
output vaultName string = vaultHost

@description('Name of the Event Grid system topic.')
output topicName string = '${name}-blobs'
