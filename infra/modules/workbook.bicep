// The pipeline's figures on one page of the portal.

@description('What the workbook is called in the portal.')
param displayName string

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Workspace that the queries read.')
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  // A workbook's name must be a GUID; this one is the same at every deployment.
  name: guid(resourceGroup().id, 'ingest-workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: displayName
    category: 'workbook'
    sourceId: workspaceId
    serializedData: string(loadJsonContent('workbook.json'))
  }
}
