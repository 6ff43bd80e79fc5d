// What wakes an operator. Every rule's message says what to do; the recipes are in infra/README.md.

@description('Beginning of every name.')
param name string

@description('Azure region of the rules.')
param location string

@description('Tags of every resource.')
param tags object

@description('Addresses that are told; none makes rules that only show in the portal.')
param emails string[]

@description('Workspace with the telemetry.')
param workspaceId string

@description('Event Grid topic, for events that could not be delivered.')
param topicId string

@description('Days without any upload after which something must be wrong.')
@minValue(1)
@maxValue(6)
param quietDays int

@description('Percentage of failed executions in a quarter of an hour that is too much.')
@minValue(1)
@maxValue(100)
param errorPercent int

@description('Percentage of bounced mails in a day that is too much; providers suspend senders above 5.')
@minValue(1)
@maxValue(100)
param bouncePercent int

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-operators'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [for (address, index) in emails: { name: 'operator-${index}', emailAddress: address, useCommonAlertSchema: true }]
  }
}

// Each query gives a row for each thing that is wrong: the rule fires on the first.
var queries = [
  {
    name: 'poison-message'
    severity: 1
    every: 'PT5M'
    over: 'PT15M'
    text: 'A message failed five times and was put aside. See it with ./ingest poison list, then recipe "Replay poison".'
    query: 'StorageQueueLogs | where OperationName == "PutMessage" and StatusCode < 300 and ObjectKey contains "-poison"'
  }
  {
    name: 'digest-failed'
    severity: 1
    every: 'PT15M'
    over: 'PT30M'
    text: 'Mails of a digest were refused or given up. See the mails by result in the workbook, and the log of SendDigest for the reason.'
    query: 'AppMetrics | where Name == "ingest.sends" and tostring(Properties.result) in ("failed", "unknown") and Sum > 0'
  }
  {
    // Due Mondays 00:30 UTC (08:30 in Beijing); the rule looks from 02:00 to 06:00, while the window still holds the run.
    name: 'digest-missing'
    severity: 1
    every: 'PT1H'
    over: 'PT6H'
    text: 'No weekly digest run was reported since Monday 08:30 in Beijing. Is the app running? See the timer ComposeWeeklyDigest in the portal.'
    query: 'AppMetrics | where Name == "ingest.digests" and tostring(Properties.cadence) == "weekly" | summarize Runs = count() | where Runs == 0 and dayofweek(now()) == 1d and hourofday(now()) between (2 .. 5)'
  }
  {
    name: 'errors'
    severity: 2
    every: 'PT5M'
    over: 'PT15M'
    text: 'Too many executions fail. See the failures of Application Insights.'
    query: 'AppRequests | summarize Failed = countif(Success == false), All = count() | where All >= 20 and Failed * 100.0 / All > ${errorPercent}'
  }
  {
    name: 'bounces'
    severity: 2
    every: 'PT1H'
    over: 'P1D'
    text: 'Too many mails bounce or are reported as spam. Stop the digest (recipe "Configure the mail sender"), look at the addresses last imported.'
    query: 'AppMetrics | where Name == "ingest.mail.events" | extend Kind = tostring(Properties.kind) | summarize Bad = sumif(Sum, Kind in ("bounce", "dropped", "spamreport")), Delivered = sumif(Sum, Kind == "delivered") | where Bad >= 10 and Bad * 100.0 / (Bad + Delivered) > ${bouncePercent}'
  }
]

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in queries: {
    name: '${name}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${name}: ${rule.name}'
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.every
      windowSize: rule.over
      // A new workspace has no rows of these tables yet, and a query over an unknown table is refused.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: {
        actionGroups: [people.id]
        customProperties: { whatToDo: rule.text }
      }
    }
  }
]

// A rule looks back two days at most, so N quiet days are N failing daily periods.
resource quiet 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${name}-no-uploads'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: '${name}: no-uploads'
    severity: 2
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'P1D'
    windowSize: 'P1D'
    skipQueryValidation: true
    // Says so again every day until somebody uploads.
    autoMitigate: false
    criteria: {
      allOf: [
        {
          query: 'AppMetrics | where Name == "ingest.reports"'
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
          failingPeriods: { numberOfEvaluationPeriods: quietDays, minFailingPeriodsToAlert: quietDays }
        }
      ]
    }
    actions: {
      actionGroups: [people.id]
      customProperties: {
        whatToDo: 'No report was settled for ${quietDays} days. Do offices still upload? Does the event subscription exist? Try recipe "Deploy", step subscriptions.'
      }
    }
  }
}

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-dead-letters'
  location: 'global'
  tags: tags
  properties: {
    severity: 1
    enabled: true
    scopes: [topicId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead-letters'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [
      {
        actionGroupId: people.id
        webHookProperties: {
          whatToDo: 'Event Grid gave up on an event and wrote it to the container dead-letters. ./ingest reconcile finds the report it was about.'
        }
      }
    ]
  }
}

@description('Resource id of the action group.')
output actionGroupId string = people.id
