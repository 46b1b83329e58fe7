metadata description = 'The API behind the gateway. It needs the functions to be there: their host key is put into the vault here.'

param apimName string
param functionAppName string
param functionAppHost string
param keyVaultName string
param insightsId string
param insightsConnectionString string
param tenantId string
param audience string
param gatewayKeyName string

// What is not in this list cannot be reached. The simulator, the mailbox and the live stream are the laptop's alone.
var operations = [
  { name: 'readOverview', method: 'GET', path: '/overview', parameters: [] }
  { name: 'listPassages', method: 'GET', path: '/passages', parameters: [] }
  { name: 'findPassage', method: 'GET', path: '/passages/{id}', parameters: ['id'] }
  { name: 'readPhoto', method: 'GET', path: '/passages/{id}/photo', parameters: ['id'] }
  { name: 'uploadPhoto', method: 'PUT', path: '/photos/{boothId}/{name}', parameters: ['boothId', 'name'] }
  { name: 'listReviews', method: 'GET', path: '/reviews', parameters: [] }
  { name: 'claimReview', method: 'POST', path: '/reviews/claim', parameters: [] }
  { name: 'releaseReview', method: 'POST', path: '/reviews/{id}/release', parameters: ['id'] }
  { name: 'resolveReview', method: 'POST', path: '/reviews/{id}/resolution', parameters: ['id'] }
  { name: 'listExports', method: 'GET', path: '/exports', parameters: [] }
  { name: 'exportPlates', method: 'POST', path: '/exports', parameters: [] }
  { name: 'readExport', method: 'GET', path: '/exports/{file}', parameters: ['file'] }
  { name: 'listBatchExecutions', method: 'GET', path: '/batch/executions', parameters: [] }
  { name: 'restartBatchExecution', method: 'POST', path: '/batch/executions/{id}/restart', parameters: ['id'] }
  { name: 'listDeadLetters', method: 'GET', path: '/dead-letters', parameters: [] }
  { name: 'replayDeadLetters', method: 'POST', path: '/dead-letters/replay', parameters: [] }
  { name: 'reconcile', method: 'POST', path: '/reconciliation', parameters: [] }
  { name: 'listEnrollments', method: 'GET', path: '/usage/enrollments', parameters: [] }
  { name: 'listUsageJobs', method: 'GET', path: '/usage/jobs', parameters: [] }
  { name: 'runUsage', method: 'POST', path: '/usage/runs', parameters: [] }
  { name: 'reapplyUsageDay', method: 'POST', path: '/usage/days', parameters: [] }
  { name: 'listUsageErrors', method: 'GET', path: '/usage/errors', parameters: [] }
  { name: 'redriveUsageMonth', method: 'POST', path: '/usage/redrives', parameters: [] }
  { name: 'listUsageMonths', method: 'GET', path: '/usage/months', parameters: [] }
  { name: 'listUsageLines', method: 'GET', path: '/usage/months/{month}/lines', parameters: ['month'] }
  { name: 'listRestatements', method: 'GET', path: '/usage/months/{month}/restatements', parameters: ['month'] }
  { name: 'breakDownCosts', method: 'GET', path: '/usage/months/{month}/breakdown', parameters: ['month'] }
  { name: 'allocateCosts', method: 'GET', path: '/usage/months/{month}/chargeback', parameters: ['month'] }
  { name: 'readTrend', method: 'GET', path: '/usage/months/{month}/trend', parameters: ['month'] }
  { name: 'findAnomalies', method: 'GET', path: '/usage/months/{month}/anomalies', parameters: ['month'] }
  { name: 'exportUsage', method: 'POST', path: '/usage/months/{month}/exports', parameters: ['month'] }
  { name: 'listUsageExports', method: 'GET', path: '/usage/exports', parameters: [] }
  { name: 'readUsageExport', method: 'GET', path: '/usage/exports/{file}', parameters: ['file'] }
  { name: 'currentRules', method: 'GET', path: '/usage/chargeback/rules', parameters: [] }
  { name: 'proposeRules', method: 'POST', path: '/usage/chargeback/rules', parameters: [] }
  { name: 'applyRules', method: 'POST', path: '/usage/chargeback/rules/{version}/apply', parameters: ['version'] }
  { name: 'previewRules', method: 'POST', path: '/usage/chargeback/preview', parameters: [] }
  { name: 'listSavedViews', method: 'GET', path: '/usage/views', parameters: [] }
  { name: 'saveView', method: 'PUT', path: '/usage/views/{name}', parameters: ['name'] }
  { name: 'removeView', method: 'DELETE', path: '/usage/views/{name}', parameters: ['name'] }
  { name: 'costPerMillionPhotos', method: 'GET', path: '/usage/views/{name}/cost', parameters: ['name'] }
  { name: 'describe', method: 'GET', path: '/openapi.yaml', parameters: [] }
]

resource service 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: apimName
}

resource functionApp 'Microsoft.Web/sites@2024-04-01' existing = {
  name: functionAppName
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: keyVaultName
}

resource functionsKey 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'functions-key'
  properties: {
    contentType: 'Host key of the functions, for the gateway'
    value: listKeys('${functionApp.id}/host/default', '2024-04-01').functionKeys[gatewayKeyName]
  }
}

resource namedKey 'Microsoft.ApiManagement/service/namedValues@2024-05-01' = {
  parent: service
  name: 'functions-key'
  properties: {
    displayName: 'functions-key'
    secret: true
    keyVault: { secretIdentifier: '${vault.properties.vaultUri}secrets/${functionsKey.name}' }
  }
}

resource namedTenant 'Microsoft.ApiManagement/service/namedValues@2024-05-01' = {
  parent: service
  name: 'tenant-id'
  properties: { displayName: 'tenant-id', value: tenantId }
}

resource namedAudience 'Microsoft.ApiManagement/service/namedValues@2024-05-01' = {
  parent: service
  name: 'api-audience'
  properties: { displayName: 'api-audience', value: audience }
}

resource backend 'Microsoft.ApiManagement/service/backends@2024-05-01' = {
  parent: service
  name: 'functions'
  properties: {
    protocol: 'http'
    url: 'https://${functionAppHost}/api'
    resourceId: uri(environment().resourceManager, functionApp.id)
    credentials: { header: { 'x-functions-key': ['{{${namedKey.name}}}'] } }
    tls: { validateCertificateChain: true, validateCertificateName: true }
  }
}

resource api 'Microsoft.ApiManagement/service/apis@2024-05-01' = {
  parent: service
  name: 'tollbooth'
  properties: {
    displayName: 'TollBooth'
    path: 'api'
    protocols: ['https']
    subscriptionRequired: true
    subscriptionKeyParameterNames: { header: 'Ocp-Apim-Subscription-Key', query: 'subscription-key' }
  }
}

@batchSize(4)
resource apiOperations 'Microsoft.ApiManagement/service/apis/operations@2024-05-01' = [
  for operation in operations: {
    parent: api
    name: operation.name
    properties: {
      displayName: operation.name
      method: operation.method
      urlTemplate: operation.path
      templateParameters: [
        for parameter in operation.parameters: {
          name: parameter
          type: 'string'
          required: true
        }
      ]
    }
  }
]

resource apiPolicy 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  parent: api
  name: 'policy'
  properties: {
    format: 'xml'
    value: loadTextContent('../policies/api.xml')
  }
  dependsOn: [backend, namedTenant, namedAudience]
}

resource product 'Microsoft.ApiManagement/service/products@2024-05-01' = {
  parent: service
  name: 'subscribers'
  properties: {
    displayName: 'TollBooth subscribers'
    state: 'published'
    subscriptionRequired: true
    approvalRequired: true
    subscriptionsLimit: 1
  }
}

resource productApi 'Microsoft.ApiManagement/service/products/apis@2024-05-01' = {
  parent: product
  name: api.name
}

resource productPolicy 'Microsoft.ApiManagement/service/products/policies@2024-05-01' = {
  parent: product
  name: 'policy'
  properties: {
    format: 'xml'
    value: loadTextContent('../policies/product.xml')
  }
}

// The deployment's own subscriber. Its key is read when needed and stored nowhere.
resource smokeTest 'Microsoft.ApiManagement/service/subscriptions@2024-05-01' = {
  parent: service
  name: 'smoke-test'
  properties: {
    displayName: 'Smoke test'
    scope: product.id
    state: 'active'
  }
}

resource logger 'Microsoft.ApiManagement/service/loggers@2024-05-01' = {
  parent: service
  name: 'insights'
  properties: {
    loggerType: 'applicationInsights'
    resourceId: insightsId
    credentials: {
      connectionString: insightsConnectionString
      identityClientId: 'systemAssigned'
    }
  }
}

// No bodies and no addresses: plates are in the one, people behind the other.
resource diagnostics 'Microsoft.ApiManagement/service/apis/diagnostics@2024-05-01' = {
  parent: api
  name: 'applicationinsights'
  properties: {
    loggerId: logger.id
    alwaysLog: 'allErrors'
    logClientIp: false
    httpCorrelationProtocol: 'W3C'
    verbosity: 'error'
    sampling: { samplingType: 'fixed', percentage: 20 }
    frontend: { request: { headers: [], body: { bytes: 0 } }, response: { headers: [], body: { bytes: 0 } } }
    backend: { request: { headers: [], body: { bytes: 0 } }, response: { headers: [], body: { bytes: 0 } } }
  }
}
