// A monthly budget for the resource group: warns, stops nothing.

@description('Name of the budget.')
param name string

@description('Amount a month in the currency of the subscription.')
@minValue(1)
param amount int

@description('First day of the month the budget starts in, yyyy-MM-01. Leave it as it was when deploying again.')
@minLength(10)
@maxLength(10)
param startDate string

@description('Action group that is told.')
param actionGroupId string

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: startDate }
    notifications: {
      Forecast: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: []
        contactGroups: [actionGroupId]
      }
      Actual: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: []
        contactGroups: [actionGroupId]
      }
    }
  }
}
