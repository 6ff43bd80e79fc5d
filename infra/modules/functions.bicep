// The Function App on the Flex Consumption plan.

@description('Name of the app: becomes a host name, unique in the world.')
@minLength(2)
@maxLength(60)
param name string

@description('Name of the plan.')
param planName string

@description('Azure region; must offer Flex Consumption.')
param location string

@description('Tags of every resource.')
param tags object

@description('Resource id of the user-assigned identity that the app runs as.')
param identityId string

@description('Address of the container for the published code.')
param deploymentContainerUrl string

@description('Memory of an instance in MB. 512 is enough for any report of up to 50 MB; more also means more processor.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('Most instances that may run at once. The storage account and the mail provider set the useful maximum, see infra/COST.md.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int

@description('HTTP requests that one instance answers at a time.')
@minValue(1)
@maxValue(1000)
param httpConcurrency int

@description('Settings of the app by name.')
param settings object

@description('Subnet for outgoing traffic; empty for none.')
param subnetId string

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  // azd finds the app that a service of azure.yaml goes to by this tag.
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainerUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        triggers: { http: { perInstanceConcurrency: httpConcurrency } }
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: settings
    // One change of the site at a time, else Azure answers with a conflict.
    dependsOn: [noPublishingPassword]
  }

  // Code arrives with Entra tokens only; passwords for FTP and publishing stay off.
  resource noFtpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noPublishingPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
    dependsOn: [noFtpPassword]
  }
}

@description('Resource id of the app.')
output id string = app.id

@description('Host name of the app.')
output hostName string = app.properties.defaultHostName
