// The event subscriptions, deployed after the code: Event Grid asks the function for an answer before it
// believes in the address, and the key in that address exists once the code has started. deploy.sh knows the order.
targetScope = 'resourceGroup'

@description('Name of the Function App; output appName of main.bicep.')
@minLength(2)
param appName string

@description('Name of the storage account; output storageAccountName of main.bicep.')
@minLength(3)
@maxLength(24)
param storageAccountName string

@description('Name of the Event Grid system topic; output topicName of main.bicep.')
@minLength(3)
param topicName string

var names = loadJsonContent('names.json')
var inReports = '/blobServices/default/containers/${names.containers.reports}/blobs/'

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageAccountName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

var deadLetters = {
  identity: { type: 'SystemAssigned' }
  deadLetterDestination: {
    endpointType: 'StorageBlob'
    properties: {
      resourceId: account.id
      blobContainerName: names.platformContainers.deadLetters
    }
  }
}

// As long as Event Grid tries at all: a day of trouble loses nothing.
var retry = {
  maxDeliveryAttempts: 30
  eventTimeToLiveInMinutes: 1440
}

resource created 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'report-created'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${names.functions.ingest}&code=${listKeys('${app.id}/host/default', '2025-03-01').systemKeys.blobs_extension}'
        maxEventsPerBatch: 1
        minimumTlsVersionAllowed: '1.2'
      }
    }
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: inReports
      // The calls that finish a blob. One upload may raise events for others too, and those would come too early.
      advancedFilters: [
        {
          operatorType: 'StringIn'
          key: 'data.api'
          values: ['PutBlob', 'PutBlockList', 'CopyBlob', 'FlushWithClose', 'SftpCommit']
        }
      ]
    }
    retryPolicy: retry
    deadLetterWithResourceIdentity: deadLetters
  }
}

resource deleted 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'report-deleted'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    deliveryWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      destination: {
        endpointType: 'StorageQueue'
        properties: {
          resourceId: account.id
          queueName: names.queues.deletions
          // Never expires: a retraction must not be forgotten because the app was down for a week.
          queueMessageTimeToLiveInSeconds: -1
        }
      }
    }
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobDeleted']
      subjectBeginsWith: inReports
    }
    retryPolicy: retry
    deadLetterWithResourceIdentity: deadLetters
  }
}
