// The topic of the storage account's events. Its subscriptions need the deployed code: see subscriptions.bicep.

@description('Name of the system topic.')
param name string

@description('Azure region; the same as the storage account\'s.')
param location string

@description('Tags of every resource.')
param tags object

@description('Resource id of the storage account.')
param storageAccountId string

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    source: storageAccountId
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

@description('Resource id of the topic.')
output id string = topic.id

@description('The topic\'s identity, with which it writes to the queue and the dead-letter container.')
output principalId string = topic.identity.principalId
