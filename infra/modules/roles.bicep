// Every role assignment of the deployment. Nobody holds more than is listed here.

@description('Storage account.')
param storageAccountName string

@description('Key vault.')
param vaultName string

@description('Application Insights component.')
param insightsName string

@description('Principal of the app\'s identity.')
param appPrincipalId string

@description('Principal of the Event Grid topic.')
param topicPrincipalId string

@description('People and pipelines that operate the program: object ids of Entra users, groups or service principals.')
param operators operator[]

@export()
@description('Somebody who operates the program.')
type operator = {
  @description('Object id in Entra.')
  principalId: string

  @description('What the object id is.')
  principalType: 'User' | 'Group' | 'ServicePrincipal'
}

var names = loadJsonContent('../names.json')

// Built-in roles, the same in every cloud: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
var role = {
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  queueSender: 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a'
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  secretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  monitoringReader: '43d0d8ad-25c7-4714-9337-8ba259a9fe05'
}

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource deadLetters 'containers' existing = { name: names.platformContainers.deadLetters }
  }

  resource queueService 'queueServices' existing = {
    name: 'default'

    resource deletions 'queues' existing = { name: names.queues.deletions }
  }
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// The app. Owner, not contributor, of blobs: the Functions host asks for it for its own storage and for blob triggers.
var appStorageRoles = [role.blobOwner, role.queueContributor, role.tableContributor]

resource appOnStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for id in appStorageRoles: {
    name: guid(account.id, appPrincipalId, id)
    scope: account
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', id)
    }
  }
]

resource appOnVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, appPrincipalId, role.secretsUser)
  scope: vault
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.secretsUser)
  }
}

resource appOnInsights 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, appPrincipalId, role.metricsPublisher)
  scope: insights
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.metricsPublisher)
  }
}

// Event Grid: one queue and one container, nothing else of the account.
resource topicOnDeletions 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::queueService::deletions.id, topicPrincipalId, role.queueSender)
  scope: account::queueService::deletions
  properties: {
    principalId: topicPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.queueSender)
  }
}

resource topicOnDeadLetters 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobs::deadLetters.id, topicPrincipalId, role.blobContributor)
  scope: account::blobs::deadLetters
  properties: {
    principalId: topicPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.blobContributor)
  }
}

// Operators: the data that `./ingest poison`, `./ingest reconcile` and the recipes of infra/README.md touch.
resource operatorsOnBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for operator in operators: {
    name: guid(account.id, operator.principalId, role.blobContributor)
    scope: account
    properties: {
      principalId: operator.principalId
      principalType: operator.principalType
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.blobContributor)
    }
  }
]

resource operatorsOnQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for operator in operators: {
    name: guid(account.id, operator.principalId, role.queueContributor)
    scope: account
    properties: {
      principalId: operator.principalId
      principalType: operator.principalType
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.queueContributor)
    }
  }
]

resource operatorsOnTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for operator in operators: {
    name: guid(account.id, operator.principalId, role.tableContributor)
    scope: account
    properties: {
      principalId: operator.principalId
      principalType: operator.principalType
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.tableContributor)
    }
  }
]

// Subscribers are found by an id that a key of the vault makes: `./ingest subscribers` needs it.
resource operatorsOnVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for operator in operators: {
    name: guid(vault.id, operator.principalId, role.secretsUser)
    scope: vault
    properties: {
      principalId: operator.principalId
      principalType: operator.principalType
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.secretsUser)
    }
  }
]

resource operatorsOnInsights 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for operator in operators: {
    name: guid(insights.id, operator.principalId, role.monitoringReader)
    scope: insights
    properties: {
      principalId: operator.principalId
      principalType: operator.principalType
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.monitoringReader)
    }
  }
]
