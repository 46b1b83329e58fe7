metadata description = 'What is seen, and who is woken. Alerts resolve by themselves, so a condition that lasts is mailed once.'

param workspaceName string
param insightsName string
param actionGroupName string
param location string
param tags object
param alertEmail string
param dailyCapGb int
param photoTopicId string
param plateTopicId string
param visionId string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
    workspaceCapping: { dailyQuotaGb: dailyCapGb }
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    DisableLocalAuth: true
  }
}

resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'TollBooth'
    enabled: true
    emailReceivers: [
      { name: 'operations', emailAddress: alertEmail, useCommonAlertSchema: true }
    ]
  }
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'tollbooth-workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'TollBooth'
    category: 'workbook'
    sourceId: workspace.id
    serializedData: replace(
      replace(
        replace(
          replace(loadTextContent('../workbook.json'), '__WORKSPACE_ID__', workspace.id),
          '__PHOTO_TOPIC_ID__',
          photoTopicId
        ),
        '__PLATE_TOPIC_ID__',
        plateTopicId
      ),
      '__VISION_ID__',
      visionId
    )
  }
}

// Event Grid gave up on an event: it lies in the dead-letter container, or (dropped) not even there.
var eventGridAlerts = [
  { name: 'photo-events-dead-lettered', scope: photoTopicId, kind: 'systemTopics', metric: 'DeadLetteredCount', severity: 1 }
  { name: 'photo-events-dropped', scope: photoTopicId, kind: 'systemTopics', metric: 'DroppedEventCount', severity: 0 }
  { name: 'plate-events-dead-lettered', scope: plateTopicId, kind: 'topics', metric: 'DeadLetteredCount', severity: 1 }
  { name: 'plate-events-dropped', scope: plateTopicId, kind: 'topics', metric: 'DroppedEventCount', severity: 0 }
]

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for alert in eventGridAlerts: {
    name: alert.name
    location: 'global'
    tags: tags
    properties: {
      description: 'Event Grid could not deliver an event. See infra/README.md, "Dead letters".'
      severity: alert.severity
      enabled: true
      scopes: [alert.scope]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: 'events'
            metricNamespace: 'Microsoft.EventGrid/${alert.kind}'
            metricName: alert.metric
            timeAggregation: 'Total'
            operator: 'GreaterThan'
            threshold: 0
          }
        ]
      }
      autoMitigate: true
      actions: [{ actionGroupId: actionGroup.id }]
    }
  }
]

// Now and then a call is one too many and is repeated; this many in a row mean that photos wait.
resource ocrThrottled 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'ocr-throttled'
  location: 'global'
  tags: tags
  properties: {
    description: 'AI Vision refuses calls as too many. Photos are late, not lost: lower maximumInstances or have the limit raised.'
    severity: 2
    enabled: true
    scopes: [visionId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'blocked'
          metricNamespace: 'Microsoft.CognitiveServices/accounts'
          metricName: 'BlockedCalls'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 100
        }
      ]
    }
    autoMitigate: true
    actions: [{ actionGroupId: actionGroup.id }]
  }
}

// What the functions log is known by its words; the host takes it from their console (host.json, Host.Function.Console).
// host.json leaves requests out of sampling: a dropped one would look like an export that never ran.
var logAlerts = [
  {
    name: 'dead-letters'
    description: 'A photo or an event was given up. See infra/README.md, "Dead letters".'
    severity: 1
    query: 'AppTraces | where Message has_any ("Dead letter", "is kept apart") or (Message has "photo-uploads-poison" and Message has "Moving message") | summarize Found = count()'
    operator: 'GreaterThan'
    threshold: 0
    windowSize: 'P1D'
    evaluationFrequency: 'PT15M'
  }
  {
    name: 'export-failed'
    description: 'An export failed, as a whole or in part. The next one continues where it stopped.'
    severity: 1
    query: 'union isfuzzy=true (AppRequests | where Success == false and Name contains "export" | project TimeGenerated), (AppTraces | where Message has_any ("Export FAILED", "Export PARTLY_EXPORTED") | project TimeGenerated) | summarize Found = count()'
    operator: 'GreaterThan'
    threshold: 0
    windowSize: 'PT1H'
    evaluationFrequency: 'PT15M'
  }
  {
    name: 'export-silent'
    description: 'No export ran to its end for three hours: the timer, the app or its telemetry stands still.'
    severity: 1
    query: 'AppRequests | where Success == true and Name contains "export" | summarize Found = count()'
    operator: 'LessThan'
    threshold: 1
    windowSize: 'PT3H'
    evaluationFrequency: 'PT30M'
  }
  {
    name: 'telemetry-cap-reached'
    description: 'The workspace takes in no more today: until tomorrow the alerts on logs see nothing.'
    severity: 2
    query: '_LogOperation | where Category =~ "Ingestion" and Operation has "Data collection" and Level =~ "Warning" | summarize Found = count()'
    operator: 'GreaterThan'
    threshold: 0
    windowSize: 'PT1H'
    evaluationFrequency: 'PT30M'
  }
]

resource logs 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in logAlerts: {
    name: alert.name
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alert.name
      description: alert.description
      severity: alert.severity
      enabled: true
      scopes: [workspace.id]
      evaluationFrequency: alert.evaluationFrequency
      windowSize: alert.windowSize
      criteria: {
        allOf: [
          {
            query: alert.query
            metricMeasureColumn: 'Found'
            timeAggregation: 'Total'
            operator: alert.operator
            threshold: alert.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
      // The tables come into being with the first telemetry.
      skipQueryValidation: true
      actions: { actionGroups: [actionGroup.id] }
    }
  }
]

output insightsId string = insights.id
output insightsName string = insights.name
output insightsConnectionString string = insights.properties.ConnectionString
output actionGroupId string = actionGroup.id
